//! How a comparison is written down, in each format.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::diff::render::{Format, Options};
use codegen::diff::{Bump, Report, Rule, Side, Wire, changelog, diff, render, schema};
use codegen::spec::Approval;
use serde_json::Value;
use support::expect;
use support::pair::Version;

const TEXT: Format = Format::Text { color: false };

/// Two sides and what is between them.
struct Compared {
    old: Side,
    new: Side,
    report: Report,
}

impl Compared {
    fn new(old: &str, new: &str) -> Self {
        let old = Version::new(old).side("v1");
        let new = Version::new(new).side("work|tree `<b>` @octocat");
        let report = diff(&old, &new);
        Self { old, new, report }
    }

    /// The pair of versions with this name.
    fn fixture(name: &str) -> Self {
        let read = |side: &str| fs::read_to_string(fixture(&format!("{name}.{side}"))).unwrap();
        Self::new(&read("old"), &read("new"))
    }

    fn render(&self, format: Format) -> String {
        self.render_with(format, true, &BTreeMap::new())
    }

    fn render_with(
        &self,
        format: Format,
        words: bool,
        approvals: &BTreeMap<String, Approval>,
    ) -> String {
        let options = Options {
            format,
            words,
            approvals,
        };
        render(&self.report, &self.old, &self.new, &options)
    }

    /// Somebody lets the findings of a kind pass.
    fn approve(&self, rule: Rule, reason: &str) -> BTreeMap<String, Approval> {
        let findings = self.report.findings.iter();
        findings
            .filter(|finding| finding.rule == rule)
            .map(|finding| {
                let approval = Approval {
                    finding: finding.fingerprint(),
                    rule: None,
                    about: None,
                    reason: reason.to_owned(),
                    expires: "2026-12-31".to_owned(),
                };
                (finding.fingerprint(), approval)
            })
            .collect()
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/diff/render")
        .join(name)
}

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
fn words_are_only_counted_unless_asked_for() {
    let compared = Compared::new("", "# rent_line.yaml\nsummary: Rent any line.\n");
    let none = BTreeMap::new();
    let text = compared.render_with(TEXT, false, &none);
    let last = "no findings; 1 change of words only (--words shows them); bump: patch";
    assert_eq!(text.lines().last(), Some(last));
    let shown = compared.render_with(TEXT, true, &none);
    assert!(shown.contains("| summary: Rent any line."), "{shown}");
    assert!(shown.ends_with("\nno findings; 1 change of words only; bump: patch\n"));
    assert_eq!(compared.render_with(Format::Github, false, &none), "");
    let json = compared.render_with(Format::Json, false, &none);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["counts"]["words"], 1);
    assert_eq!(json["words"], Value::Array(Vec::new()));
}

#[test]
fn what_is_approved_is_shown_but_does_not_count_at_its_level() {
    let compared = Compared::fixture("rich");
    let reason = "nobody uses it | `@octocat`\n::error::";
    let approvals = compared.approve(Rule::OperationRemoved, reason);
    assert_eq!(approvals.len(), 1);
    let before = compared.report.count(Wire::Breaking);
    let text = compared.render_with(TEXT, false, &approvals);
    assert!(
        text.contains("approved until 2026-12-31: nobody uses it | `@octocat`\\n::error::\n"),
        "{text}"
    );
    let last = text.lines().next_back().unwrap();
    assert!(
        last.starts_with(&format!("{} breaking, ", before - 1)),
        "{last}"
    );
    assert!(last.contains("; 1 approved; "), "{last}");
    assert_eq!(compared.report.bump(), Bump::Major);
    assert!(last.ends_with("; bump: major"), "{last}");

    let json = compared.render_with(Format::Json, false, &approvals);
    let json: Value = serde_json::from_str(&json).unwrap();
    let findings = json["findings"].as_array().unwrap().iter();
    let approved: Vec<_> = findings
        .filter(|finding| !finding["approved"].is_null())
        .collect();
    assert_eq!(approved.len(), 1);
    assert_eq!(approved[0]["approved"]["reason"], reason);
    assert_eq!(json["counts"]["approved"], 1);

    let github = compared.render_with(Format::Github, false, &approvals);
    let mut lines = github.lines().filter(|line| line.contains("EndLine"));
    assert!(lines.all(|line| line.starts_with("::notice ")), "{github}");

    let markdown = compared.render_with(Format::Markdown, false, &approvals);
    let (open, folded) = markdown.split_once("## Not breaking").unwrap();
    assert!(!open.contains("EndLine") && folded.contains("**Approved** until"));
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

#[test]
fn a_service_that_comes_or_goes_has_lines_on_one_side_only() {
    let old = Version::new("").side("old");
    let empty = Side::empty("nothing");
    for (old, new) in [(&old, &empty), (&empty, &old)] {
        let report = diff(old, new);
        for format in [TEXT, Format::Markdown, Format::Json, Format::Github] {
            let options = Options {
                format,
                words: true,
                approvals: &BTreeMap::new(),
            };
            let text = render(&report, old, new, &options);
            assert!(text.contains("service"), "{text}");
        }
    }
}

#[test]
fn a_struct_that_only_moved_is_a_note() {
    let fields = "type: object, doc: Line., fields: { Id: { type: string, doc: Id. } }";
    let shape = "# types.yaml\nshapes:\n  Cable: { doc: Line., fields: { Id: { type: string, doc: Id. } } }\n";
    let compared = Compared::new(
        &format!("{shape}# rent_line.yaml\nresponse:\n  Line: {{ type: Cable, doc: Line. }}\n"),
        &format!("# rent_line.yaml\nresponse:\n  Line: {{ {fields} }}\n"),
    );
    let moved = compared.report.moved.first().unwrap();
    let text = compared.render(TEXT);
    assert!(
        text.contains(&format!("note: {moved} has another name in Rust")),
        "{text}"
    );
    assert!(text.ends_with("; bump: major\n"), "{text}");
    let markdown = compared.render(Format::Markdown);
    assert!(
        markdown.contains(&format!("## Notes\n\n- `{moved}` has another")),
        "{markdown}"
    );
    assert!(changelog(&compared.report).contains(&format!("- `{moved}` has")));
    let json: Value = serde_json::from_str(&compared.render(Format::Json)).unwrap();
    assert_eq!(json["moved"][0], moved.as_str());
}

#[test]
fn users_of_a_shared_thing_are_counted_and_the_first_named() {
    let version = |high: u32| {
        let mut text = format!(
            "# types.yaml\nparameters:\n  Hops: {{ type: integer, range: [1, {high}], doc: Hops. }}\n"
        );
        for number in 1..=7 {
            text.push_str(&format!(
                "# op{number}.yaml\noperation: Op{number}\neffect: read\nsummary: Op.\n\
                 source: {{ document: book, section: \"1\" }}\n\
                 http: {{ method: GET, path: /v1/op{number} }}\n\
                 request:\n  Hops: {{ use: Hops }}\nresponse: {{}}\n"
            ));
        }
        text
    };
    let text = Compared::new(&version(9), &version(8)).render(TEXT);
    let heading = "parameter Hops, used by 7 operations: Op1, Op2, Op3, Op4, Op5 and 2 more\n";
    assert!(text.contains(heading), "{text}");
}

#[test]
fn what_is_nearest_does_not_pass_for_what_changed() {
    let block = "# rent_line.yaml\nrequest:\n  Hops:\n    type: integer\n    doc: Hops.\n";
    let compared = Compared::new(block, &format!("{block}    range: [1, 9]\n"));
    let finding = &compared.report.findings[0];
    assert!(finding.old_place.is_none() && finding.new_place.is_some());
    let text = compared.render(TEXT);
    assert!(!text.contains("\n      - "), "{text}");
    assert!(
        text.contains("+ specs/acme/lines/line/rent_line.yaml:12 | range: [1, 9]\n"),
        "{text}"
    );

    // The other way round there is no such line, but a place nearby for an annotation: its member.
    let back = diff(&compared.new, &compared.old);
    let options = Options {
        format: Format::Github,
        words: false,
        approvals: &BTreeMap::new(),
    };
    assert!(back.findings[0].new_place.is_none());
    let github = render(&back, &compared.new, &compared.old, &options);
    assert!(
        github.contains("file=specs/acme/lines/line/rent_line.yaml,line=9,col=3,"),
        "{github}"
    );
}

#[test]
fn json_is_what_the_committed_schema_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/schema/diff.json");
    let committed = fs::read_to_string(path).unwrap();
    assert_eq!(committed, schema());
    let schema: Value = serde_json::from_str(&committed).unwrap();
    for name in ["rich", "hostile"] {
        let compared = Compared::fixture(name);
        let approvals = compared.approve(Rule::OperationRemoved, "nobody uses it");
        let json = compared.render_with(Format::Json, true, &approvals);
        check(&schema, &schema, &serde_json::from_str(&json).unwrap(), "");
    }
}

/// Holds a value against the part of JSON Schema that our schema is made of, and against nothing else.
fn check(root: &Value, schema: &Value, value: &Value, path: &str) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                check(root, root.pointer(pointer).unwrap(), value, path);
            }
            "type" => {
                let is = |name: &Value| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64(),
                    "null" => value.is_null(),
                    other => panic!("{path}: type {other}"),
                };
                let names = wanted.as_array();
                let fits = names.map_or_else(|| is(wanted), |names| names.iter().any(is));
                assert!(fits, "{path}: {value} is not {wanted}");
            }
            "required" => {
                for key in wanted.as_array().unwrap() {
                    assert!(value.get(key.as_str().unwrap()).is_some(), "{path}: {key}");
                }
            }
            "properties" => {
                for (key, value) in value.as_object().unwrap() {
                    check(root, &wanted[key], value, &format!("{path}/{key}"));
                }
            }
            "items" => {
                for (index, value) in value.as_array().unwrap().iter().enumerate() {
                    check(root, wanted, value, &format!("{path}/{index}"));
                }
            }
            "anyOf" => {
                // Ours are `null` or one other thing.
                let others: Vec<_> = wanted.as_array().unwrap().iter().collect();
                let [thing, null] = others[..] else {
                    panic!("{path}: {wanted}");
                };
                assert_eq!(null["type"], "null");
                if !value.is_null() {
                    check(root, thing, value, path);
                }
            }
            "oneOf" => {
                let mut words = wanted.as_array().unwrap().iter();
                assert!(words.any(|word| word["const"] == *value), "{path}: {value}");
            }
            "const" => assert_eq!(value, wanted, "{path}"),
            "enum" => assert!(
                wanted.as_array().unwrap().contains(value),
                "{path}: {value}"
            ),
            "minimum" => assert!(value.as_u64() >= wanted.as_u64(), "{path}: {value}"),
            "$schema" | "$defs" | "title" | "description" | "format" => {}
            other => panic!("{path}: keyword {other}"),
        }
    }
}
