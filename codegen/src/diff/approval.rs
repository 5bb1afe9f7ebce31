//! Changes that somebody approved, held against what was found.

use std::collections::BTreeMap;

use super::{Date, Finding, Report, Rule};
use crate::diagnostic::{Code, Diagnostic, Span, did_you_mean};
use crate::spec::load::Located;
use crate::spec::{Approval, Approvals};

/// What approvals amount to in a comparison.
#[derive(Debug, Default)]
pub struct Judgement {
    /// The approvals that count, by the fingerprint of the finding.
    pub approved: BTreeMap<String, Approval>,
    /// The approvals that do not, and why.
    pub problems: Vec<Diagnostic>,
}

/// What is wrong with approvals, whatever has changed.
#[must_use]
pub fn check(approvals: &Located<Approvals>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
    for entry in entries(approvals) {
        entry.check(&mut problems);
        let finding = entry.approval.finding.as_str();
        if let Some(first) = seen.get(finding) {
            let message = format!("the change `{finding}` is approved twice");
            problems.push(
                entry
                    .error(Code::DuplicateApproval, "finding", message)
                    .also(first.place("finding"), "first approved here"),
            );
        } else {
            seen.insert(finding, entry);
        }
    }
    problems
}

/// Which findings of a report are approved on a day, and which approvals have no business any more.
#[must_use]
pub fn judge(report: &Report, approvals: &Located<Approvals>, today: Date) -> Judgement {
    let findings = report.findings.iter().chain(&report.words);
    let found: BTreeMap<String, &Finding> = findings
        .map(|finding| (finding.fingerprint(), finding))
        .collect();
    let mut judgement = Judgement::default();
    for entry in entries(approvals) {
        let finding = &entry.approval.finding;
        match entry.fault(found.get(finding).copied(), today) {
            Some(problem) => judgement.problems.push(problem),
            None => {
                let approval = entry.approval.clone();
                judgement.approved.insert(finding.clone(), approval);
            }
        }
    }
    judgement
}

/// An approval, and where it stands.
struct Entry<'a> {
    approvals: &'a Located<Approvals>,
    index: String,
    approval: &'a Approval,
}

fn entries(approvals: &Located<Approvals>) -> impl Iterator<Item = Entry<'_>> {
    let list = approvals.value.approved.iter().enumerate();
    list.map(move |(index, approval)| Entry {
        approvals,
        index: index.to_string(),
        approval,
    })
}

impl Entry<'_> {
    fn place(&self, key: &str) -> Span {
        self.approvals.at(&["approved", &self.index, key])
    }

    fn error(&self, code: Code, key: &str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, self.place(key), message)
    }

    /// Reports facts that no comparison could do anything with.
    fn check(&self, problems: &mut Vec<Diagnostic>) {
        let Approval {
            finding,
            rule,
            about: _,
            reason,
            expires,
        } = self.approval;
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if finding.len() != 12 || !finding.bytes().all(is_digit) {
            problems.push(
                self.error(
                    Code::BadApproval,
                    "finding",
                    format!("`{finding}` is no finding"),
                )
                .help("copy the twelve digits, `0` to `9` and `a` to `f`, that `diff` shows"),
            );
        }
        if let Some(rule) = rule
            && Rule::find(rule).is_none()
        {
            let problem = self.error(
                Code::BadApproval,
                "rule",
                format!("there is no kind of change `{rule}`"),
            );
            problems.push(
                match did_you_mean(rule, Rule::ALL.iter().map(|rule| rule.id())) {
                    Some(meant) => problem
                        .help(format!("did you mean `{meant}`?"))
                        .replace(meant),
                    None => problem.help("copy the one that `diff` shows with the finding"),
                },
            );
        }
        if reason.trim().is_empty() {
            problems.push(
                self.error(Code::BadApproval, "reason", "the approval gives no reason")
                    .help("say why the change is wanted; the next reader will ask"),
            );
        }
        if Date::parse(expires).is_none() {
            problems.push(
                self.error(
                    Code::BadApproval,
                    "expires",
                    format!("`{expires}` is no day"),
                )
                .help("write it as in `2026-12-31`"),
            );
        }
    }

    /// Why it does not count for what was found under its digits.
    fn fault(&self, found: Option<&Finding>, today: Date) -> Option<Diagnostic> {
        let Approval { finding, rule, .. } = self.approval;
        let Some(found) = found else {
            let message =
                format!("the approval of `{finding}` is stale: it matches nothing any more");
            return Some(
                self.error(Code::StaleApproval, "finding", message)
                    .help("remove it"),
            );
        };
        if let Some(rule) = rule
            && found.rule.id() != rule
        {
            let message = format!(
                "`{finding}` is a change of the kind `{}`, not `{rule}`",
                found.rule
            );
            return Some(
                self.error(Code::ApprovalOfAnotherRule, "rule", message)
                    .label(found.to_string())
                    .help("if this is the change that is meant, name its kind")
                    .replace(found.rule.id()),
            );
        }
        let expires = Date::parse(&self.approval.expires)?;
        (expires < today).then(|| {
            let message = format!("the approval of `{finding}` was good until {expires}");
            self.error(Code::ExpiredApproval, "expires", message)
                .label(format!("today is {today}"))
                .help("look at the change once more, then give it another day or take it back")
        })
    }
}
