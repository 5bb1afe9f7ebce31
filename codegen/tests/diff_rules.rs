//! What each change of a spec does to the wire and to the Rust crates.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use codegen::diff::Report;
use support::pair::compare;

fn lines(report: &Report) -> Vec<String> {
    let findings = report.findings.iter();
    findings
        .map(|finding| {
            format!(
                "{} {} {} {} {}",
                finding.rule,
                finding.direction.as_str(),
                finding.wire.as_str(),
                finding.source.as_str(),
                finding.path
            )
        })
        .collect()
}

#[test]
fn a_lowered_maximum_breaks_requests() {
    let report = compare(
        "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], doc: Hops. }\n",
        "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 100], doc: Hops. }\n",
    );
    assert_eq!(
        lines(&report),
        ["maximum-lowered request breaking none Hops"]
    );
}
