//! What operations do to the states of resources.

use super::Comparer;
use crate::diff::changes::Optional;
use crate::diff::cursor::Cursor;
use crate::diff::{Direction, Rule, Side};
use crate::spec::Lifecycle;

const OUTCOME: Optional = Optional::any(Rule::OutcomeChanged);

impl Comparer<'_, '_> {
    /// Compares what an operation does to the states of resources.
    pub(super) fn lifecycle(&mut self, cursor: &Cursor, old: &[Lifecycle], new: &[Lifecycle]) {
        let to = |resource: &str| Cursor {
            direction: Direction::Service,
            ..cursor.part(format!("lifecycle.{resource}"))
        };
        let entry = |side: &Side, operation, index: usize| {
            let keys = ["lifecycle", &index.to_string()];
            side.part(operation, &keys).unwrap_or(operation)
        };
        for (index, before) in old.iter().enumerate() {
            let cursor = to(&before.resource);
            match twin(old, index, new) {
                Some((other, after)) => {
                    let cursor = cursor.at(
                        entry(self.changes.old, cursor.old, index),
                        entry(self.changes.new, cursor.new, other),
                    );
                    self.transition(&cursor, before, after);
                }
                None => {
                    let place = entry(self.changes.old, cursor.old, index);
                    let cursor = cursor.gone(place, cursor.new);
                    let old = Some(before.resource.clone());
                    self.changes
                        .push(Rule::LifecycleRemoved, &cursor, &[], old, None);
                }
            }
        }
        for (index, after) in new.iter().enumerate() {
            if twin(new, index, old).is_none() {
                let place = entry(self.changes.new, cursor.new, index);
                let cursor = to(&after.resource).come(cursor.old, place);
                let new = Some(after.resource.clone());
                self.changes
                    .push(Rule::LifecycleAdded, &cursor, &[], None, new);
            }
        }
    }

    fn transition(&mut self, cursor: &Cursor, old: &Lifecycle, new: &Lifecycle) {
        let Lifecycle {
            resource: _,
            allowed_in,
            refused_in,
            passes_through,
            leads_to,
            source,
        } = old;
        self.allowed_in(cursor, allowed_in, &new.allowed_in);
        self.sets(
            (Rule::StatesNarrowed, Rule::StatesWidened),
            cursor,
            &["refused_in"],
            refused_in,
            &new.refused_in,
        );
        self.changes.fact(
            OUTCOME,
            cursor,
            &["passes_through"],
            passes_through.as_ref(),
            new.passes_through.as_ref(),
        );
        self.changes.fact(
            OUTCOME,
            cursor,
            &["leads_to"],
            leads_to.as_ref(),
            new.leads_to.as_ref(),
        );
        self.changes.source(cursor, source, &new.source);
    }

    fn allowed_in(&mut self, cursor: &Cursor, old: &[String], new: &[String]) {
        let keys = ["allowed_in"];
        match (old, new) {
            // No list stands for every state.
            ([], [_, ..]) => {
                let new = Some(new.join(", "));
                self.changes
                    .push(Rule::StatesNarrowed, cursor, &keys, None, new);
            }
            ([_, ..], []) => {
                let old = Some(old.join(", "));
                self.changes
                    .push(Rule::StatesWidened, cursor, &keys, old, None);
            }
            (old, new) => {
                let rules = (Rule::StatesWidened, Rule::StatesNarrowed);
                self.sets(rules, cursor, &keys, old, new);
            }
        }
    }
}

/// The entry that stands for the same thing on the other side: an equal one, or else of those of one resource that
/// have no equal the one in the same turn.
fn twin<'o>(
    own: &[Lifecycle],
    index: usize,
    other: &'o [Lifecycle],
) -> Option<(usize, &'o Lifecycle)> {
    let entry = own.get(index)?;
    if let Some(equal) = other.iter().enumerate().find(|(_, other)| *other == entry) {
        return Some(equal);
    }
    let is_rival = |rival: &&Lifecycle, others: &[Lifecycle]| {
        rival.resource == entry.resource && !others.contains(rival)
    };
    let before = own.iter().take(index);
    let turn = before.filter(|rival| is_rival(rival, other)).count();
    let others = other.iter().enumerate();
    others.filter(|(_, rival)| is_rival(rival, own)).nth(turn)
}
