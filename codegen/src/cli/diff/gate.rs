use std::collections::BTreeMap;

use super::super::arguments::FailOn;
use crate::diff::{Finding, Report, Wire};
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
    match level {
        FailOn::Breaking => finding.is_breaking(),
        FailOn::Risky => finding.is_breaking() || finding.wire == Wire::Risky,
        FailOn::Any => true,
    }
}
