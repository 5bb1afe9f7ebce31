//! What the generated crates offer in Rust, and how two versions of that differ.
//!
//! The names and types are those that are planned, so a change that shows in Rust by itself is found too: an
//! operation that gets another method name because a new one has taken it, for example.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::{panic, thread};

use super::offer::{Items, Key, Offer, of_crate};
use crate::model::Model;
use crate::plan::plan_some;

/// How what is offered for something has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Impact {
    /// A struct has another name or stands elsewhere; nothing else is different.
    Moved,
    /// There is more.
    Additive,
    /// Something is gone, or is something else.
    Breaking,
}

/// What was offered and what is.
#[derive(Debug)]
pub(super) struct Surfaces {
    old: Offer,
    new: Offer,
}

impl Surfaces {
    /// What both models offer. `crates` and `types` tell new names by old ones; of an operation that has not
    /// `changed` nothing but its names can be different.
    pub(super) fn of(
        old: &Model,
        new: &Model,
        crates: &HashMap<String, String>,
        types: &HashMap<String, String>,
        changed: &HashSet<&str>,
    ) -> Self {
        let none = HashMap::new();
        // Planning takes most of a comparison's time, and neither side needs the other.
        thread::scope(|scope| {
            let old = scope.spawn(|| offer(old, crates, types, changed));
            let new = offer(new, &none, &none, changed);
            match old.join() {
                Ok(old) => Self { old, new },
                Err(payload) => panic::resume_unwind(payload),
            }
        })
    }

    /// How the offer has changed, for everything for which it has.
    pub(super) fn impacts(&self) -> BTreeMap<Key, Impact> {
        let (old, new) = (&self.old, &self.new);
        let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        let keys = keys.into_iter();
        keys.filter_map(|key| Some((key.clone(), self.impact(key, key)?)))
            .collect()
    }

    /// What was offered for something and what is, in words.
    pub(super) fn items(&self, key: &Key) -> (Option<String>, Option<String>) {
        let words = |offer: &Offer| {
            let items = offer.get(key)?;
            Some(
                items
                    .keys()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        };
        (words(&self.old), words(&self.new))
    }

    /// How the offer for something has changed that may have another name now.
    pub(super) fn impact(&self, old: &Key, new: &Key) -> Option<Impact> {
        let (before, after) = match (self.old.get(old), self.new.get(new)) {
            (Some(before), Some(after)) if before == after => return None,
            (Some(before), Some(after)) => (before, after),
            (Some(_), None) => return Some(Impact::Breaking),
            (None, Some(_)) => return Some(Impact::Additive),
            (None, None) => return None,
        };
        if before.keys().all(|item| after.contains_key(item)) {
            return Some(Impact::Additive);
        }
        let shapes = |items: &Items| -> BTreeSet<String> {
            let shapes = items.values();
            shapes.filter(|shape| !shape.is_empty()).cloned().collect()
        };
        Some(if shapes(before) == shapes(after) {
            Impact::Moved
        } else {
            Impact::Breaking
        })
    }
}

/// What the crates of a model offer.
fn offer(
    model: &Model,
    crates: &HashMap<String, String>,
    types: &HashMap<String, String>,
    changed: &HashSet<&str>,
) -> Offer {
    let mut offer = Offer::new();
    for planned in &plan_some(model, &|name| changed.contains(name)) {
        let name = &planned.model.facts.crate_name;
        offer.extend(of_crate(planned, crates.get(name).unwrap_or(name), types));
    }
    offer
}
