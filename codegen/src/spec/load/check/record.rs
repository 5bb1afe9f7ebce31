use std::collections::BTreeMap;

use super::super::node::{Entry, Kind};
use super::super::shape::{Field, Shape};
use super::keys::Keys;
use super::{Check, Spot, enumerate, prose};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

impl Check<'_> {
    /// A map with any keys.
    pub(super) fn map(&mut self, value: &Shape, spot: Spot<'_>) {
        let Some(entries) = self.entries(spot, "a map") else {
            return;
        };
        let must_be_given = !matches!(
            self.shapes.resolve(value),
            Shape::Anything | Shape::Optional(_)
        );
        // A value that must be given and is not.
        let fragments = prose::fragments(spot.node, |entry| {
            must_be_given && entry.value.is_empty_scalar()
        });
        for run in &fragments {
            self.broken_prose(run);
        }
        for (index, entry) in entries.iter().enumerate() {
            if !fragments.iter().any(|run| run.covers(index)) {
                self.value(value, Spot::of(entry));
            }
        }
    }

    /// A map with known keys.
    pub(super) fn record(&mut self, fields: &BTreeMap<String, Field>, spot: Spot<'_>) {
        let Some(entries) = self.entries(spot, "a map") else {
            return;
        };
        // A key that nobody knows, and that holds a blank, which no key does, or has no value.
        let fragments = prose::fragments(spot.node, |Entry { key, value }| {
            let is_prose = key.text.contains(char::is_whitespace)
                || (value.is_empty_scalar() && nearest(fields, &key.text).is_none());
            is_prose && !fields.contains_key(&key.text)
        });
        for run in &fragments {
            self.broken_prose(run);
        }
        let mut keys = Keys::new(fields.keys(), entries);
        let mut meant = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            if let Some(field) = fields.get(&entry.key.text) {
                self.value(&field.shape, Spot::of(entry));
            } else if !fragments.iter().any(|run| run.covers(index)) {
                meant.extend(self.unknown_key(&entry.key, &mut keys));
            }
        }
        let missing = fields
            .iter()
            .filter(|(_, field)| field.required)
            .map(|(key, _)| key.as_str())
            // A key that is there, but misspelt, is not missing as well.
            .filter(|key| !has(entries, key) && !meant.contains(key));
        self.missing_keys(missing.collect(), spot);
    }

    fn missing_keys(&mut self, missing: Vec<&str>, spot: Spot<'_>) {
        let noun = match missing.len() {
            0 => return,
            1 => "key",
            _ => "keys",
        };
        let place = match (spot.key, spot.within) {
            (None, None) => String::new(),
            _ => format!(" in {}", spot.name()),
        };
        let message = format!("missing {noun} {}{place}", enumerate(missing, "and"));
        let span = self.span(spot.header());
        let problem = Diagnostic::error(Code::MissingKey, span, message);
        self.problems.push(problem);
    }

    /// The entries of a map, or a report that it is none.
    pub(super) fn entries<'n>(&mut self, spot: Spot<'n>, wanted: &str) -> Option<&'n [Entry]> {
        if let Kind::Map { entries, .. } = &spot.node.kind {
            return Some(entries);
        }
        self.expected(wanted, spot);
        None
    }
}

fn nearest<'f>(fields: &'f BTreeMap<String, Field>, key: &str) -> Option<&'f str> {
    did_you_mean(key, fields.keys().map(String::as_str))
}

fn has(entries: &[Entry], key: &str) -> bool {
    entries.iter().any(|entry| entry.key.text == key)
}
