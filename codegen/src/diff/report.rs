//! From changes in single places to a report: each cause once, with both severities.

use std::collections::BTreeMap;

use super::changes::Change;
use super::compare::compare;
use super::cursor::Subject;
use super::judge::Judge;
use super::severity::{Api, Bump, Direction, Wire};
use super::uses::Uses;
use super::{Finding, Rule, Side};

/// What changed from one side to the other.
#[derive(Debug)]
pub struct Report {
    /// What changed, in a stable order.
    pub findings: Vec<Finding>,
    /// What changed in words for people only.
    pub words: Vec<Finding>,
    /// Structs that have another name or stand elsewhere in Rust, although nothing else is different.
    pub moved: Vec<String>,
}

impl Report {
    /// The part of a version number that must grow.
    #[must_use]
    pub fn bump(&self) -> Bump {
        let findings = self.findings.iter().chain(&self.words);
        let bump = findings.map(Finding::bump).max().unwrap_or(Bump::None);
        if self.moved.is_empty() {
            bump
        } else {
            Bump::Major
        }
    }

    /// How many findings have a severity on the wire.
    #[must_use]
    pub fn count(&self, wire: Wire) -> usize {
        let findings = self.findings.iter();
        findings.filter(|finding| finding.wire == wire).count()
    }
}

/// Compares two sides.
#[must_use]
pub fn diff(old: &Side, new: &Side) -> Report {
    let changes = compare(old, new);
    let mut judge = Judge::new(&changes);
    let mut merged: BTreeMap<Cause, Finding> = BTreeMap::new();
    for change in changes.list {
        let api = judge.api(&change);
        // A name that shows nowhere is nobody's business.
        let unseen = Wire::of(change.rule.effect(), change.cursor.direction) == Wire::None
            && api == Api::None
            && !change.rule.is_words()
            && change.rule.shows_in_rust();
        if !unseen {
            merge(&mut merged, &changes.uses, change, api);
        }
    }
    let (mut findings, mut words): (Vec<_>, Vec<_>) = merged
        .into_values()
        .partition(|finding| !finding.rule.is_words());
    let moved = judge.unclaimed(&mut findings);
    findings.sort_by_cached_key(Finding::order);
    words.sort_by_cached_key(Finding::order);
    Report {
        findings,
        words,
        moved,
    }
}

/// What makes changes in several places one finding.
type Cause = (
    String,
    Subject,
    String,
    Rule,
    Option<String>,
    Option<String>,
    // Only what is shared may change in both directions at once.
    Option<Direction>,
);

fn merge(
    merged: &mut BTreeMap<Cause, Finding>,
    uses: &BTreeMap<&str, Uses<'_>>,
    change: Change,
    api: Api,
) {
    let Change {
        rule,
        cursor,
        old,
        new,
    } = change;
    let cause = (
        cursor.service.clone(),
        cursor.subject.clone(),
        cursor.path.clone(),
        rule,
        old.clone(),
        new.clone(),
        (!cursor.subject.is_shared()).then_some(cursor.direction),
    );
    let used_by = match &cursor.subject {
        Subject::Type(name) => uses
            .get(cursor.service.as_str())
            .map_or_else(Vec::new, |uses| uses.operations(name)),
        Subject::Parameter(_) => cursor.operation.iter().cloned().collect(),
        Subject::Service | Subject::Operation(_) | Subject::Resource(_) => Vec::new(),
    };
    let finding = merged.entry(cause).or_insert_with(|| Finding {
        rule,
        direction: cursor.direction,
        wire: Wire::None,
        source: Api::None,
        service: cursor.service,
        subject: cursor.subject,
        path: cursor.path,
        used_by: Vec::new(),
        old,
        new,
        old_place: (cursor.stands.old && rule != Rule::ServiceAdded).then_some(cursor.old),
        new_place: (cursor.stands.new && rule != Rule::ServiceRemoved).then_some(cursor.new),
        anchor: (rule != Rule::ServiceRemoved).then_some(cursor.new),
    });
    finding.direction = finding.direction.and(cursor.direction);
    finding.wire = Wire::of(rule.effect(), finding.direction);
    finding.source = finding.source.max(api);
    finding.used_by.extend(used_by);
    finding.used_by.sort();
    finding.used_by.dedup();
}
