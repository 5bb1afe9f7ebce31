//! Each format on its own, and all of them beside each other.

use codegen::diff::changelog;
use codegen::diff::render::Format;
use serde_json::Value;

use crate::support::expect;
use crate::{Compared, TEXT, fixture};

/// Whether every format writes what is in the files of this name.
fn all_formats(name: &str, compared: &Compared) -> bool {
    let texts = [
        ("txt", compared.render(TEXT)),
        ("md", compared.render(Format::Markdown)),
        ("json", compared.render(Format::Json)),
        ("github", compared.render(Format::Github)),
        ("changelog.md", changelog(&compared.report)),
    ];
    let texts = texts.iter();
    // All of them, so that one run says everything.
    texts
        .filter(|(ending, text)| !expect(&fixture(&format!("{name}.{ending}")), text))
        .count()
        == 0
}

#[test]
fn each_format_shows_all_of_it() {
    assert!(all_formats("rich", &Compared::fixture("rich")));
}

#[test]
fn text_of_a_spec_disturbs_no_format() {
    let compared = Compared::fixture("hostile");
    assert!(all_formats("hostile", &compared));
    for format in [TEXT, Format::Markdown, Format::Github] {
        let text = compared.render(format);
        assert!(!text.contains(|character: char| character.is_control() && character != '\n'));
        assert!(
            !text
                .lines()
                .any(|line| line.starts_with("# head") || line.starts_with("::error::"))
        );
    }
    for line in compared.render(Format::Github).lines() {
        assert!(line.starts_with("::"), "{line}");
    }
}

#[test]
fn the_same_comparison_gives_the_same_text() {
    let (one, two) = (Compared::fixture("rich"), Compared::fixture("rich"));
    for format in [
        TEXT,
        Format::Text { color: true },
        Format::Markdown,
        Format::Json,
        Format::Github,
    ] {
        assert_eq!(one.render(format), two.render(format));
    }
    assert_eq!(changelog(&one.report), changelog(&two.report));
}

#[test]
fn no_change_is_no_finding() {
    let compared = Compared::new("", "");
    let text = compared.render(TEXT);
    assert_eq!(text.lines().last(), Some("no findings; bump: none"));
    assert_eq!(compared.render(Format::Github), "");
    assert_eq!(changelog(&compared.report), "");
    assert!(
        compared
            .render(Format::Markdown)
            .starts_with("**no findings; bump: none**\n")
    );
    let json: Value = serde_json::from_str(&compared.render(Format::Json)).unwrap();
    assert_eq!(json["bump"], "none");
    assert_eq!(json["findings"], Value::Array(Vec::new()));
}

#[test]
fn colour_comes_only_if_asked_for() {
    let compared = Compared::fixture("rich");
    let colored = compared.render(Format::Text { color: true });
    assert!(colored.contains("\u{1b}["));
    assert!(!compared.render(TEXT).contains('\u{1b}'));
    assert_eq!(
        anstream::adapter::strip_str(&colored).to_string(),
        compared.render(TEXT)
    );
}
