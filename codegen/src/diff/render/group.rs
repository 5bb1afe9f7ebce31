use std::collections::BTreeSet;

use crate::diff::{Finding, Subject};

/// The most operations that are named as users of a shared thing.
const USERS: usize = 5;

/// Findings about one thing.
pub(super) struct Group<'r> {
    pub service: &'r str,
    pub subject: &'r Subject,
    pub findings: Vec<&'r Finding>,
}

/// Findings by what they are about. They are sorted by that.
pub(super) fn groups<'r>(findings: impl IntoIterator<Item = &'r Finding>) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for finding in findings {
        match groups.last_mut() {
            Some(group)
                if group.service == finding.service && *group.subject == finding.subject =>
            {
                group.findings.push(finding);
            }
            _ => groups.push(Group {
                service: &finding.service,
                subject: &finding.subject,
                findings: vec![finding],
            }),
        }
    }
    groups
}

impl Group<'_> {
    /// What the findings are about, and who uses it; names as `quote` shows them.
    pub(super) fn heading(&self, quote: impl Fn(&str) -> String) -> String {
        let kind = self.subject.kind();
        let name = match self.subject.name() {
            "" => return format!("{kind} as a whole"),
            name => quote(name),
        };
        let findings = self.findings.iter();
        let users: BTreeSet<_> = findings.flat_map(|finding| &finding.used_by).collect();
        if users.is_empty() {
            return format!("{kind} {name}");
        }
        let named: Vec<_> = users.iter().take(USERS).map(|user| quote(user)).collect();
        let more = match users.len().saturating_sub(USERS) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let count = match users.len() {
            1 => "1 operation".to_owned(),
            count => format!("{count} operations"),
        };
        format!("{kind} {name}, used by {count}: {}{more}", named.join(", "))
    }
}
