use std::collections::BTreeMap;

use super::super::node::{Entry, Key, Kind};
use super::super::shape::Shape;
use super::keys::Keys;
use super::{Check, Spot, enumerate};
use crate::diagnostic::{Code, Diagnostic};

impl Check<'_> {
    /// A map whose only key names one of several forms.
    pub(super) fn choice(&mut self, forms: &BTreeMap<String, Shape>, spot: Spot<'_>) {
        if let Some(problem) = self.bare_form(forms, spot) {
            self.problems.push(problem);
            return;
        }
        let Some(entries) = self.entries(spot, "a map with one key") else {
            return;
        };
        let mut first: Option<&Key> = None;
        let mut keys = Keys::new(forms.keys(), entries);
        for entry in entries {
            let Entry { key, .. } = entry;
            let Some(form) = forms.get(&key.text) else {
                self.unknown_key(key, &mut keys);
                continue;
            };
            self.value(form, Spot::of(entry));
            match first {
                None => first = Some(key),
                Some(first) => self.second_form(first, key, spot),
            }
        }
        if entries.is_empty() {
            let message = format!("{} must have exactly one key", spot.name());
            let known = enumerate(forms.keys().map(String::as_str), "or");
            let problem = Diagnostic::error(Code::OneKey, self.span(spot.header()), message)
                .help(format!("one of {known}"));
            self.problems.push(problem);
        }
    }

    fn second_form(&mut self, first: &Key, second: &Key, spot: Spot<'_>) {
        let message = format!("{} must have one key only", spot.name());
        let span = self.span(second.range.clone());
        let problem = Diagnostic::error(Code::OneKey, span, message)
            .label(format!("a second form, `{}`", second.text))
            .also(
                self.span(first.range.clone()),
                format!("the first form, `{}`", first.text),
            );
        self.problems.push(problem);
    }

    /// A form without members of its own, written as a word instead of a map.
    fn bare_form(&self, forms: &BTreeMap<String, Shape>, spot: Spot<'_>) -> Option<Diagnostic> {
        let Kind::Scalar(word) = &spot.node.kind else {
            return None;
        };
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
}
