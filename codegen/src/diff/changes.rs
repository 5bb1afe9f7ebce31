//! Changes as a comparison finds them, before they are put in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::cursor::{Cursor, Sides, Subject};
use super::uses::Uses;
use super::{Rule, Side};
use crate::diagnostic::Span;
use crate::model::Member;

/// A change in one place.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// Its kind.
    pub rule: Rule,
    /// Where it is; with the very lines where they are known.
    pub cursor: Cursor,
    /// What the old specs say.
    pub old: Option<String>,
    /// What the new specs say.
    pub new: Option<String>,
}

/// Takes changes in.
pub(super) struct Changes<'s> {
    pub old: &'s Side,
    pub new: &'s Side,
    pub list: Vec<Change>,
    /// Operations whose Rust may be different although nothing is found in them.
    pub moved: BTreeSet<String>,
    /// Who uses the shared types of each service that both sides have, by its crate.
    pub uses: BTreeMap<&'s str, Uses<'s>>,
}

impl<'s> Changes<'s> {
    pub(super) fn new(old: &'s Side, new: &'s Side) -> Self {
        Self {
            old,
            new,
            list: Vec::new(),
            moved: BTreeSet::new(),
            uses: BTreeMap::new(),
        }
    }

    /// Takes in a change of something at a cursor, under some keys of its spec.
    pub(super) fn push(
        &mut self,
        rule: Rule,
        cursor: &Cursor,
        keys: &[&str],
        old: Option<String>,
        new: Option<String>,
    ) {
        let (before, after) = (
            self.old.part(cursor.old, keys),
            self.new.part(cursor.new, keys),
        );
        let stands = match (before, after) {
            _ if keys.is_empty() => cursor.stands,
            // Neither side says it by itself: what is nearest says it for both.
            (None, None) => cursor.stands,
            (before, after) => Sides {
                old: before.is_some() || shows_all(self.old, cursor.old),
                new: after.is_some() || shows_all(self.new, cursor.new),
            },
        };
        let nearest = |side: &Side, span| side.part(span, &[]).unwrap_or(span);
        let cursor = Cursor {
            stands,
            ..cursor.at(
                before.unwrap_or_else(|| nearest(self.old, cursor.old)),
                after.unwrap_or_else(|| nearest(self.new, cursor.new)),
            )
        };
        self.list.push(Change {
            rule,
            cursor,
            old,
            new,
        });
    }

    /// Takes in a fact that may be absent on either side.
    pub(super) fn fact<T: Display + PartialEq>(
        &mut self,
        rules: Optional,
        cursor: &Cursor,
        keys: &[&str],
        old: Option<&T>,
        new: Option<&T>,
    ) {
        if let Some(rule) = rules.rule(old, new) {
            let (old, new) = (old.map(ToString::to_string), new.map(ToString::to_string));
            self.push(rule, cursor, keys, old, new);
        }
    }

    /// Takes in a fact that both sides have.
    pub(super) fn value<T: Display + PartialEq>(
        &mut self,
        rule: Rule,
        cursor: &Cursor,
        keys: &[&str],
        old: T,
        new: T,
    ) {
        self.fact(Optional::any(rule), cursor, keys, Some(&old), Some(&new));
    }

    /// Whether either side says something under a key, where a default would stand else.
    pub(super) fn states(&self, cursor: &Cursor, key: &str) -> bool {
        self.old.part(cursor.old, &[key]).is_some() || self.new.part(cursor.new, &[key]).is_some()
    }

    /// Takes in words that changed.
    pub(super) fn words<T: PartialEq>(&mut self, cursor: &Cursor, key: &str, old: &T, new: &T) {
        self.differs(Rule::WordsChanged, cursor, &[key], old, new);
    }

    /// Takes in a source that is another one now.
    pub(super) fn source<T: PartialEq>(&mut self, cursor: &Cursor, old: &T, new: &T) {
        self.differs(Rule::SourceChanged, cursor, &["source"], old, new);
    }

    /// Takes in that something differs, but not what both sides say.
    pub(super) fn differs<T: PartialEq>(
        &mut self,
        rule: Rule,
        cursor: &Cursor,
        keys: &[&str],
        old: &T,
        new: &T,
    ) {
        if old != new {
            self.push(rule, cursor, keys, None, None);
        }
    }

    /// The cursor of a fact of a member: where the fact stands, and under the shared parameter that states it
    /// on both sides.
    pub(super) fn of_member(
        &self,
        cursor: &Cursor,
        old: &Member,
        new: &Member,
        keys: &[&str],
    ) -> Cursor {
        let (before, after) = (self.old.fact(old, keys), self.new.fact(new, keys));
        let there = |fact: Option<(Span, bool)>| fact.is_none_or(|(_, shared)| shared);
        let place = |fact: Option<(Span, bool)>, else_| fact.map_or(else_, |(span, _)| span);
        let mut cursor = cursor.at(place(before, cursor.old), place(after, cursor.new));
        if before.is_some() || after.is_some() {
            cursor.stands = Sides {
                old: before.is_some() || shows_all(self.old, cursor.old),
                new: after.is_some() || shows_all(self.new, cursor.new),
            };
        }
        match (&old.shared, &new.shared) {
            (Some(old), Some(new))
                if old.name == new.name
                    && there(before)
                    && there(after)
                    && (before.is_some() || after.is_some()) =>
            {
                cursor.shared(Subject::Parameter(new.name.clone()), "")
            }
            _ => cursor,
        }
    }
}

/// Whether something is written in braces, so that its line shows as well what it does not say.
fn shows_all(side: &Side, whole: Span) -> bool {
    side.part(whole, &[])
        .is_some_and(|shown| shown.end == whole.end)
}

/// The kinds of change of a fact that may be absent.
#[derive(Clone, Copy)]
pub(super) struct Optional {
    pub added: Rule,
    pub removed: Rule,
    pub changed: Rule,
}

impl Optional {
    /// The same kind, whatever happens to the fact.
    pub(super) const fn any(rule: Rule) -> Self {
        Self {
            added: rule,
            removed: rule,
            changed: rule,
        }
    }

    /// The kind of change between two values, if there is one.
    fn rule<T: PartialEq>(self, old: Option<&T>, new: Option<&T>) -> Option<Rule> {
        match (old, new) {
            (None, None) => None,
            (None, Some(_)) => Some(self.added),
            (Some(_), None) => Some(self.removed),
            (Some(old), Some(new)) => (old != new).then_some(self.changed),
        }
    }
}
