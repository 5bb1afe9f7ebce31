use std::collections::BTreeSet;

use super::super::node::{Entry, Key};
use super::{Check, enumerate};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

/// The keys that a map may have. What is not given is only looked for when a key is unknown, and then
/// once: a file may be all wrong.
pub(super) struct Keys<'a> {
    known: Vec<&'a str>,
    entries: &'a [Entry],
    absent: Option<Vec<&'a str>>,
}

impl<'a> Keys<'a> {
    pub(super) fn new(known: impl Iterator<Item = &'a String>, entries: &'a [Entry]) -> Self {
        Self {
            known: known.map(String::as_str).collect(),
            entries,
            absent: None,
        }
    }

    /// The keys that could stand here and do not.
    fn absent(&mut self) -> &[&'a str] {
        self.absent.get_or_insert_with(|| {
            let given: BTreeSet<&str> = self
                .entries
                .iter()
                .map(|entry| entry.key.text.as_str())
                .collect();
            self.known
                .iter()
                .copied()
                .filter(|key| !given.contains(key))
                .collect()
        })
    }
}

impl Check<'_> {
    /// Reports a key, and returns the one that was probably meant.
    pub(super) fn unknown_key<'a>(&mut self, key: &Key, keys: &mut Keys<'a>) -> Option<&'a str> {
        let meant = did_you_mean(&key.text, keys.absent().iter().copied());
        let span = self.span(key.range.clone());
        let message = format!("unknown key `{}`", key.text);
        let problem = Diagnostic::error(Code::UnknownKey, span, message);
        self.problems.push(match meant {
            Some(meant) => problem
                .help(format!("did you mean `{meant}`?"))
                .replace(meant),
            None if keys.known.is_empty() => problem.help("no key is known here"),
            None => {
                let known = enumerate(keys.known.iter().copied(), "and");
                problem.help(format!("known here: {known}"))
            }
        });
        meant
    }
}
