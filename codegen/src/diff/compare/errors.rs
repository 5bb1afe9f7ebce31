//! Rows of error tables. Rows of one code are told apart by what they are about, then by what they say, and only
//! then by their order.

use std::collections::BTreeMap;

use super::Comparer;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::{Fate, fates};
use crate::diff::{Direction, Rule};
use crate::model::ErrorRow;
use crate::spec::Retry;

const STATUS: Optional = Optional::any(Rule::ErrorStatusChanged);
const RETRY: Optional = Optional::any(Rule::RetryAdviceChanged);

impl Comparer<'_, '_> {
    pub(super) fn errors(&mut self, cursor: &Cursor, old: &[ErrorRow], new: &[ErrorRow]) {
        let cursor = Cursor {
            direction: Direction::Response,
            ..cursor.clone()
        };
        let partners = partners(old, new);
        let mut gone = Vec::new();
        for (index, row) in old.iter().enumerate() {
            match partners.get(&index).and_then(|other| new.get(*other)) {
                Some(other) => {
                    self.error_row(&to(&cursor, other).at(row.place, other.place), row, other);
                }
                None => gone.push(row),
            }
        }
        let is_new = |index: &usize| !partners.values().any(|other| other == index);
        let come: Vec<_> = new
            .iter()
            .enumerate()
            .filter(|(index, _)| is_new(index))
            .map(|(_, row)| row)
            .collect();
        let is_same = |before: &ErrorRow, after: &ErrorRow| before.meaning == after.meaning;
        for fate in fates(&gone, &come, |row| &row.code, is_same) {
            match fate {
                // The same code about something else is found among the words.
                Fate::Renamed(before, after) if before.code == after.code => {
                    let cursor = to(&cursor, before).at(before.place, after.place);
                    self.changes
                        .push(Rule::WordsChanged, &cursor, &["about"], None, None);
                }
                Fate::Renamed(before, after) => {
                    let cursor = to(&cursor, before).at(before.place, after.place);
                    let (old, new) = (Some(before.code.clone()), Some(after.code.clone()));
                    self.changes
                        .push(Rule::ErrorRenamed, &cursor, &[], old, new);
                }
                Fate::Removed(row) => {
                    let cursor = to(&cursor, row).gone(row.place, cursor.new);
                    let old = Some(row.code.clone());
                    self.changes
                        .push(Rule::ErrorRemoved, &cursor, &[], old, None);
                }
                Fate::Added(row) => {
                    let cursor = to(&cursor, row).come(cursor.old, row.place);
                    let new = Some(row.code.clone());
                    self.changes.push(Rule::ErrorAdded, &cursor, &[], None, new);
                }
            }
        }
    }

    fn error_row(&mut self, cursor: &Cursor, old: &ErrorRow, new: &ErrorRow) {
        let ErrorRow {
            status,
            code: _,
            aliases,
            about: _,
            meaning,
            retry,
            source,
            place: _,
        } = old;
        self.changes.fact(
            STATUS,
            cursor,
            &["status"],
            status.as_ref(),
            new.status.as_ref(),
        );
        self.sets(
            (Rule::AliasAdded, Rule::AliasRemoved),
            cursor,
            &["aliases"],
            aliases,
            &new.aliases,
        );
        let (before, after) = (retry.map(advice), new.retry.map(advice));
        self.changes
            .fact(RETRY, cursor, &["retry"], before.as_ref(), after.as_ref());
        self.changes.words(cursor, "meaning", meaning, &new.meaning);
        if *source != new.source && self.changes.states(cursor, "source") {
            self.changes
                .push(Rule::SourceChanged, cursor, &["source"], None, None);
        }
    }
}

/// The rows that are the same row, indices of the new ones by indices of the old ones.
fn partners(old: &[ErrorRow], new: &[ErrorRow]) -> BTreeMap<usize, usize> {
    let is_same = |one: &ErrorRow, two: &ErrorRow| one.code == two.code && one.about == two.about;
    let says_same = |one: &ErrorRow, two: &ErrorRow| {
        is_same(one, two) && one.status == two.status && one.meaning == two.meaning
    };
    let mut found = BTreeMap::new();
    for is_partner in [
        &says_same as &dyn Fn(&ErrorRow, &ErrorRow) -> bool,
        &is_same,
    ] {
        for (index, row) in old.iter().enumerate() {
            if found.contains_key(&index) {
                continue;
            }
            let free = |other: &usize| !found.values().any(|taken| taken == other);
            let mut others = new.iter().enumerate();
            if let Some((other, _)) =
                others.find(|(other, two)| free(other) && is_partner(row, two))
            {
                found.insert(index, other);
            }
        }
    }
    found
}

/// The cursor of a row.
fn to(cursor: &Cursor, row: &ErrorRow) -> Cursor {
    let element = match &cursor.subject {
        Subject::Operation(operation) => Element::Error(operation.clone(), row.code.clone()),
        _ => cursor.element.clone(),
    };
    cursor.part(format!("errors.{}", row.code)).element(element)
}

fn advice(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::AfterStateChange => "after-state-change",
        Retry::Later => "later",
    }
}
