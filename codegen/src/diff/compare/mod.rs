//! What changed between two models. Every fact of the spec language is looked at here: each struct is taken
//! apart whole, so that a new fact does not compile until this says what its change does.

mod authentication;
mod bounds;
mod characters;
mod checks;
mod common_parameters;
mod credentials;
mod endpoints;
mod enumeration;
mod errors;
mod format;
mod lifecycle;
mod member;
mod operation;
mod pacing;
mod pagination;
mod protocol;
mod resources;
mod responses;
mod service;
mod types;
mod values;

use std::collections::BTreeSet;

use super::changes::{Change, Changes};
use super::cursor::Cursor;
use super::uses::Uses;
use super::{Rule, Side};
use crate::model::Service;

/// Everything that changed from one side to the other.
pub(super) fn compare<'s>(old: &'s Side, new: &'s Side) -> Changes<'s> {
    let mut changes = Changes::new(old, new);
    service::services(&mut changes);
    changes
}

/// Compares two versions of one service.
struct Comparer<'c, 's> {
    changes: &'c mut Changes<'s>,
    old: &'s Service,
    new: &'s Service,
    uses: Uses<'s>,
    /// Pairs of shapes whose members are being compared.
    open: Vec<(String, String)>,
}

impl Comparer<'_, '_> {
    /// What a comparison would find, without taking it in.
    fn trial(&mut self, compare: impl FnOnce(&mut Self)) -> Vec<Change> {
        let before = self.changes.list.len();
        compare(self);
        self.changes.list.split_off(before)
    }

    /// Whether a comparison finds nothing but words and names.
    fn is_same(&mut self, compare: impl FnOnce(&mut Self)) -> bool {
        let found = self.trial(compare);
        found
            .iter()
            .all(|change| change.rule.is_words() || change.rule == Rule::GroupChanged)
    }

    /// Takes in what only one of two sets holds.
    fn sets<T: ToString>(
        &mut self,
        (added, removed): (Rule, Rule),
        cursor: &Cursor,
        keys: &[&str],
        old: impl IntoIterator<Item = T>,
        new: impl IntoIterator<Item = T>,
    ) {
        let old: BTreeSet<_> = old.into_iter().map(|word| word.to_string()).collect();
        let new: BTreeSet<_> = new.into_iter().map(|word| word.to_string()).collect();
        for gone in old.difference(&new) {
            self.changes
                .push(removed, cursor, keys, Some(gone.clone()), None);
        }
        for come in new.difference(&old) {
            self.changes
                .push(added, cursor, keys, None, Some(come.clone()));
        }
    }
}
