//! Rows of error tables. Rows of one code are told apart by what they are about, then by their order.

use std::collections::HashMap;

use super::Comparer;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::pairs;
use crate::diff::{Direction, Rule};
use crate::model::ErrorRow;
use crate::spec::Retry;

/// What makes a row the same row: its code, what it is about, and which of those it is.
type Identity<'r> = (&'r str, Option<&'r str>, usize);

impl Comparer<'_, '_> {
    pub(super) fn errors(&mut self, cursor: &Cursor, old: &[ErrorRow], new: &[ErrorRow]) {
        let cursor = Cursor {
            direction: Direction::Response,
            ..cursor.clone()
        };
        let (before, after) = (identified(old), identified(new));
        let by_identity: HashMap<_, _> = after.iter().copied().collect();
        let mut gone = Vec::new();
        for (identity, row) in &before {
            match by_identity.get(identity) {
                Some(other) => {
                    self.error_row(&to(&cursor, other).at(row.place, other.place), row, other);
                }
                None => gone.push(*row),
            }
        }
        let known: HashMap<_, _> = before.iter().copied().collect();
        let come: Vec<_> = after
            .iter()
            .filter(|(identity, _)| !known.contains_key(identity))
            .map(|(_, row)| *row)
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

fn identified(rows: &[ErrorRow]) -> Vec<(Identity<'_>, &ErrorRow)> {
    let mut seen: HashMap<(&str, Option<&str>), usize> = HashMap::new();
    rows.iter()
        .map(|row| {
            let about = row.about.as_deref();
            let count = seen.entry((&row.code, about)).or_default();
            *count += 1;
            ((row.code.as_str(), about, *count), row)
        })
        .collect()
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
