use std::collections::BTreeMap;

use crate::diff::{Api, Bump, Report, Wire};
use crate::spec::Approval;

/// How many findings of each kind there are. What is approved counts as that alone.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    wire: BTreeMap<Wire, usize>,
    source: BTreeMap<Api, usize>,
    pub approved: usize,
    pub words: usize,
    pub moved: usize,
    pub bump: Bump,
}

impl Tally {
    pub(super) fn of(report: &Report, approvals: &BTreeMap<String, Approval>) -> Self {
        let mut tally = Self {
            wire: BTreeMap::new(),
            source: BTreeMap::new(),
            approved: 0,
            words: report.words.len(),
            moved: report.moved.len(),
            bump: report.bump(),
        };
        for finding in &report.findings {
            if approvals.contains_key(&finding.fingerprint()) {
                tally.approved += 1;
            } else {
                *tally.wire.entry(finding.wire).or_default() += 1;
                *tally.source.entry(finding.source).or_default() += 1;
            }
        }
        tally
    }

    pub(super) fn wire(&self, wire: Wire) -> usize {
        self.wire.get(&wire).copied().unwrap_or_default()
    }

    pub(super) fn source(&self, source: Api) -> usize {
        self.source.get(&source).copied().unwrap_or_default()
    }

    /// The line that counts. `hint` says how to see the words that are only counted.
    pub(super) fn line(&self, hint: Option<&str>) -> String {
        let mut parts = Vec::new();
        if self.wire.is_empty() && self.approved == 0 && self.moved == 0 {
            parts.push("no findings".to_owned());
        } else {
            let mut wire: Vec<_> = [Wire::Breaking, Wire::Risky, Wire::Safe]
                .iter()
                .map(|wire| format!("{} {}", self.wire(*wire), wire.as_str()))
                .collect();
            let rest = self.wire(Wire::None);
            if rest > 0 {
                wire.push(format!("{rest} not on the wire"));
            }
            parts.push(wire.join(", "));
            parts.push(format!(
                "source: {} breaking, {} additive",
                self.source(Api::Breaking),
                self.source(Api::Additive)
            ));
        }
        if self.approved > 0 {
            parts.push(format!("{} approved", self.approved));
        }
        if self.words > 0 {
            let plural = if self.words == 1 { "" } else { "s" };
            let hint = hint.map_or_else(String::new, |hint| format!(" ({hint})"));
            parts.push(format!("{} change{plural} of words only{hint}", self.words));
        }
        parts.push(format!("bump: {}", self.bump.as_str()));
        parts.join("; ")
    }
}
