//! Rows of the table, and how they are held against what is found.

use codegen::diff::Report;

use crate::support::pair::compare;

/// The findings, a line each: rule, direction, severity on the wire, severity in Rust.
pub(crate) fn lines(report: &Report) -> Vec<String> {
    let findings = report.findings.iter();
    findings
        .map(|finding| {
            let (wire, source) = (finding.wire.as_str(), finding.source.as_str());
            let direction = finding.direction.as_str();
            format!("{} {direction} {wire} {source}", finding.rule)
        })
        .collect()
}

/// Holds two versions against each other, there and back.
pub(crate) fn there_and_back(old: &str, new: &str, there: &[&str], back: &[&str]) {
    let found = lines(&compare(old, new));
    assert_eq!(found, there, "from\n{old}\nto\n{new}");
    let found = lines(&compare(new, old));
    assert_eq!(found, back, "back from\n{new}\nto\n{old}");
}

/// Two versions of a member `M`: its specs without the doc, in braces. `""` for none.
pub(crate) struct Member {
    pub(crate) old: &'static str,
    pub(crate) new: &'static str,
    /// `rule wire source` there and back, as a parameter.
    pub(crate) request: [&'static str; 2],
    /// The same as a response field; empty if it cannot be one.
    pub(crate) response: [&'static str; 2],
}

impl Member {
    pub(crate) fn check(&self) {
        for (half, expected) in [("request", self.request), ("response", self.response)] {
            if expected == ["", ""] {
                continue;
            }
            let fragment = |member: &str| match member {
                "" => format!("# rent_line.yaml\n{half}: {{}}\n"),
                _ => format!("# rent_line.yaml\n{half}:\n  M: {{ doc: It., {member} }}\n"),
            };
            let line = |expected: &str| -> Vec<String> {
                let (rule, severities) = expected.split_once(' ').unwrap_or((expected, ""));
                match rule {
                    "" => Vec::new(),
                    _ => vec![format!("{rule} {half} {severities}")],
                }
            };
            let [there, back] = expected.map(line);
            let there: Vec<_> = there.iter().map(String::as_str).collect();
            let back: Vec<_> = back.iter().map(String::as_str).collect();
            there_and_back(&fragment(self.old), &fragment(self.new), &there, &back);
        }
    }
}
