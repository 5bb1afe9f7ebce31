//! The place where a report becomes text.

use std::collections::BTreeMap;

use super::super::arguments::DiffFormat;
use crate::diff::{Finding, Report, Side};
use crate::spec::Approval;

/// What a report is written with.
pub(super) struct Options<'a> {
    pub(super) format: DiffFormat,
    pub(super) words: bool,
    pub(super) approvals: &'a BTreeMap<String, Approval>,
}

/// A report in one of the formats.
pub(super) fn report(report: &Report, old: &Side, new: &Side, options: &Options<'_>) -> String {
    let shown: Vec<&Finding> = if options.words {
        report.findings.iter().chain(&report.words).collect()
    } else {
        report.findings.iter().collect()
    };
    if options.format == DiffFormat::Json {
        let findings: Vec<_> = shown
            .iter()
            .map(|finding| {
                let approval = options.approvals.get(&finding.fingerprint());
                serde_json::json!({
                    "finding": finding.fingerprint(),
                    "rule": finding.rule.id(),
                    "wire": finding.wire,
                    "source": finding.source,
                    "text": finding.to_string(),
                    "approved": approval.map(|approval| &approval.reason),
                })
            })
            .collect();
        let value = serde_json::json!({
            "old": old.name,
            "new": new.name,
            "bump": report.bump(),
            "findings": findings,
            "words": report.words.len(),
            "moved": report.moved,
        });
        return format!("{value:#}\n");
    }
    let mut text = format!("{} -> {}\n", old.name, new.name);
    for finding in shown {
        text.push_str(&line(finding));
        if let Some(approval) = options.approvals.get(&finding.fingerprint()) {
            text.push_str(&format!(" (approved: {})", approval.reason.trim()));
        }
        text.push('\n');
    }
    for moved in &report.moved {
        text.push_str(&format!("moved in Rust: {moved}\n"));
    }
    text.push_str(&format!(
        "{} changes, {} of words only\nbump: {}\n",
        report.findings.len(),
        report.words.len(),
        report.bump().as_str()
    ));
    text
}

/// A report as entries of a changelog.
pub(super) fn changelog(report: &Report, _old: &Side, _new: &Side) -> String {
    let findings = report.findings.iter();
    findings.map(|finding| format!("- {finding}\n")).collect()
}

fn line(finding: &Finding) -> String {
    format!(
        "{} {} {} {} {finding}",
        finding.wire.as_str(),
        finding.source.as_str(),
        finding.rule,
        finding.fingerprint()
    )
}
