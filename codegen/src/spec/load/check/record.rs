use std::collections::BTreeMap;

use super::super::node::{Entry, Key, Kind, Node};
use super::super::shape::{Field, Shape};
use super::{Check, Spot, enumerate, prose};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

impl Check<'_> {
    pub(super) fn map(&mut self, value: &Shape, spot: Spot<'_>) {
        let Some(entries) = self.entries(spot, "a map") else { return };
        let must_be_given =
            !matches!(self.shapes.resolve(value), Shape::Anything | Shape::Optional(_));
        let fragments = prose::fragments(spot.node, |entry| {
            must_be_given && entry.value.is_empty_scalar()
        });
        for run in &fragments {
            self.broken_prose(run);
        }
        for (index, Entry { key, value: node }) in entries.iter().enumerate() {
            if !fragments.iter().any(|run| run.covers(index)) {
                self.value(value, Spot { node, key: Some(key), within: None });
            }
        }
    }

    pub(super) fn record(&mut self, fields: &BTreeMap<String, Field>, spot: Spot<'_>) {
        let Some(entries) = self.entries(spot, "a map") else { return };
        // A key that nobody knows, and that has no value or holds a blank, which no key does.
        let fragments = prose::fragments(spot.node, |Entry { key, value }| {
            !fields.contains_key(&key.text)
                && (value.is_empty_scalar() || key.text.contains(char::is_whitespace))
        });
        for run in &fragments {
            self.broken_prose(run);
        }
        let mut meant = Vec::new();
        for (index, Entry { key, value }) in entries.iter().enumerate() {
            if let Some(field) = fields.get(&key.text) {
                self.value(&field.shape, Spot { node: value, key: Some(key), within: None });
            } else if !fragments.iter().any(|run| run.covers(index)) {
                meant.extend(self.unknown_key(key, entries, fields.keys()));
            }
        }
        let missing: Vec<&str> = fields
            .iter()
            .filter(|(_, field)| field.required)
            .map(|(key, _)| key.as_str())
            // A key that is there, but misspelt, is not missing as well.
            .filter(|key| !has(entries, key) && !meant.contains(key))
            .collect();
        if !missing.is_empty() {
            let noun = if missing.len() == 1 { "key" } else { "keys" };
            let place = match (spot.key, spot.within) {
                (None, None) => String::new(),
                _ => format!(" in {}", spot.name()),
            };
            let message = format!("missing {noun} {}{place}", enumerate(missing, "and"));
            let span = self.span(spot.header());
            self.problems.push(Diagnostic::error(Code::MissingKey, span, message));
        }
    }

    pub(super) fn choice(&mut self, forms: &BTreeMap<String, Shape>, spot: Spot<'_>) {
        if let Some(problem) = self.bare_form(forms, spot) {
            self.problems.push(problem);
            return;
        }
        let Some(entries) = self.entries(spot, "a map with one key") else { return };
        let mut first: Option<&Key> = None;
        for Entry { key, value } in entries {
            let Some(form) = forms.get(&key.text) else {
                self.unknown_key(key, entries, forms.keys());
                continue;
            };
            self.value(form, Spot { node: value, key: Some(key), within: None });
            let Some(first) = first else {
                first = Some(key);
                continue;
            };
            let message = format!("{} must have one key only", spot.name());
            let problem = Diagnostic::error(Code::OneKey, self.span(key.range.clone()), message)
                .label(format!("a second form, `{}`", key.text))
                .also(self.span(first.range.clone()), format!("the first form, `{}`", first.text));
            self.problems.push(problem);
        }
        if entries.is_empty() {
            let message = format!("{} must have exactly one key", spot.name());
            let problem = Diagnostic::error(Code::OneKey, self.span(spot.header()), message)
                .help(format!("one of {}", enumerate(forms.keys().map(String::as_str), "or")));
            self.problems.push(problem);
        }
    }

    /// A form without members of its own, written as a word instead of a map.
    fn bare_form(&self, forms: &BTreeMap<String, Shape>, spot: Spot<'_>) -> Option<Diagnostic> {
        let Kind::Scalar(word) = &spot.node.kind else { return None };
        let form = self.shapes.resolve(forms.get(&word.text)?);
        let empty = matches!(form, Shape::Record(fields) if fields.is_empty());
        let problem = self.wrong_type("a map with one key", spot);
        Some(if empty {
            problem
                .help("a form is the key of a map, also when it holds nothing")
                .replace(format!("{{ {}: {{}} }}", word.text))
        } else {
            problem.help(format!("`{}` is the key of that map", word.text))
        })
    }

    /// Reports a key, and returns the one that was probably meant.
    fn unknown_key<'f>(
        &mut self,
        key: &Key,
        entries: &[Entry],
        known: impl Iterator<Item = &'f String> + Clone,
    ) -> Option<&'f str> {
        let known: Vec<&str> = known.map(String::as_str).collect();
        let absent = || known.iter().copied().filter(|known| !has(entries, known));
        let meant = did_you_mean(&key.text, absent());
        let span = self.span(key.range.clone());
        let problem =
            Diagnostic::error(Code::UnknownKey, span, format!("unknown key `{}`", key.text));
        self.problems.push(match meant {
            Some(meant) => problem.help(format!("did you mean `{meant}`?")).replace(meant),
            None if known.is_empty() => problem.help("no key is known here"),
            None => problem.help(format!("known here: {}", enumerate(known.iter().copied(), "and"))),
        });
        meant
    }

    /// The entries of a map, or a report that it is none.
    fn entries<'n>(&mut self, spot: Spot<'n>, wanted: &str) -> Option<&'n [Entry]> {
        if let Node { kind: Kind::Map { entries, .. }, .. } = spot.node {
            return Some(entries);
        }
        self.expected(wanted, spot);
        None
    }
}

fn has(entries: &[Entry], key: &str) -> bool {
    entries.iter().any(|entry| entry.key.text == key)
}
