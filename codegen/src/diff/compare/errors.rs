//! Rows of error tables. Rows of one code are told apart by what they are about, then by what they say, and only
//! then by their order.

use std::collections::BTreeMap;

use super::Comparer;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::pairs;
use crate::diff::{Direction, Rule};
use crate::model::ErrorRow;
use crate::spec::Retry;

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
        let renamed = pairs(
            &gone,
            &come,
            |row| &row.code,
            |before, after| before.meaning == after.meaning,
        );
        for (index, row) in gone.iter().enumerate() {
            let old = Some(row.code.clone());
            if let Some(other) = renamed.get(&index).and_then(|index| come.get(*index)) {
                let cursor = to(&cursor, row).at(row.place, other.place);
                let new = Some(other.code.clone());
                // The same code about something else is found among the words.
                if row.code == other.code {
                    self.changes
                        .push(Rule::WordsChanged, &cursor, &["about"], None, None);
                } else {
                    self.changes
                        .push(Rule::ErrorRenamed, &cursor, &[], old, new);
                }
            } else {
                let cursor = to(&cursor, row).gone(row.place, cursor.new);
                self.changes
                    .push(Rule::ErrorRemoved, &cursor, &[], old, None);
            }
        }
        for (index, row) in come.iter().enumerate() {
            if !renamed.values().any(|renamed| *renamed == index) {
                let cursor = to(&cursor, row).come(cursor.old, row.place);
                let new = Some(row.code.clone());
                self.changes.push(Rule::ErrorAdded, &cursor, &[], None, new);
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
        if *status != new.status {
            let text = |status: Option<u16>| status.map(|status| status.to_string());
            let (old, new) = (text(*status), text(new.status));
            self.changes
                .push(Rule::ErrorStatusChanged, cursor, &["status"], old, new);
        }
        self.sets(
            (Rule::AliasAdded, Rule::AliasRemoved),
            cursor,
            &["aliases"],
            aliases,
            &new.aliases,
        );
        if *retry != new.retry {
            let (old, new) = (retry.map(advice), new.retry.map(advice));
            self.changes
                .push(Rule::RetryAdviceChanged, cursor, &["retry"], old, new);
        }
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

fn advice(retry: Retry) -> String {
    match retry {
        Retry::Never => "never",
        Retry::AfterStateChange => "after-state-change",
        Retry::Later => "later",
    }
    .to_owned()
}
