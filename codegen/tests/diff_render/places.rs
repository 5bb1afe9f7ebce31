//! The lines that are shown of each side.

use std::collections::BTreeMap;

use codegen::diff::render::{Format, Options};
use codegen::diff::{Side, diff, render};

use crate::support::pair::Version;
use crate::{Compared, TEXT};

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
