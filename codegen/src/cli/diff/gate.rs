use std::collections::BTreeMap;

use super::super::arguments::FailOn;
use crate::diff::{Api, Finding, Report, Wire};
use crate::spec::Approval;

/// How many findings are at a level and not approved. Words are no matter of any level.
pub(super) fn count(
    report: &Report,
    level: FailOn,
    approved: &BTreeMap<String, Approval>,
) -> usize {
    let findings = report.findings.iter();
    findings
        .filter(|finding| reaches(finding, level) && !approved.contains_key(&finding.fingerprint()))
        .count()
}

fn reaches(finding: &Finding, level: FailOn) -> bool {
    let breaks_source = finding.source == Api::Breaking;
    match level {
        FailOn::Breaking => finding.wire == Wire::Breaking || breaks_source,
        FailOn::Risky => finding.wire >= Wire::Risky || breaks_source,
        FailOn::Any => true,
    }
}
