use std::fmt::Write;

use super::View;
use super::wording::{place, severities};
use crate::diagnostic::line;
use crate::diagnostic::{Command, Place};
use crate::diff::{Finding, Wire};

/// One workflow command a line, at places of the new side.
pub(super) fn github(view: &View<'_>) -> String {
    let mut out = String::new();
    for finding in view.report.findings.iter().chain(view.words()) {
        let anchor = finding
            .anchor
            .map(|span| Place::new(view.new.sources(), span));
        let title = finding.rule.id();
        let command = Command {
            level: level(view, finding),
            place: anchor,
            title,
            message: &message(view, finding),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{command}");
    }
    out
}

fn level(view: &View<'_>, finding: &Finding) -> &'static str {
    if view.approval(finding).is_some() {
        "notice"
    } else if finding.is_breaking() {
        "error"
    } else if finding.wire == Wire::Risky {
        "warning"
    } else {
        "notice"
    }
}

fn message(view: &View<'_>, finding: &Finding) -> String {
    let kind = finding.subject.kind();
    let mut parts = vec![line(&finding.service)];
    match finding.subject.name() {
        "" => {}
        name => parts.push(format!("{kind} {}", line(name))),
    }
    let place = place(finding, line);
    if !place.is_empty() {
        parts.push(place);
    }
    parts.push(finding.phrase(|value| format!("`{}`", line(value))));
    let mut text = parts.join(": ");
    if !finding.rule.is_words() {
        let _ = write!(text, "\n{}", severities(finding));
    }
    if let Some(approval) = view.approval(finding) {
        let (expires, reason) = (line(&approval.expires), line(&approval.reason));
        let _ = write!(text, "\napproved until {expires}: {reason}");
    }
    let _ = write!(text, "\nfingerprint: {}", finding.fingerprint());
    text
}
