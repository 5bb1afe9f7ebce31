//! One thing that changed, as it is reported.

use std::fmt;
use std::ops::Not;

use sha2::{Digest, Sha256};

use super::severity::{Api, Bump, Direction, Wire};
use super::{Rule, Subject};
use crate::diagnostic::Span;

/// One thing that changed.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its kind.
    pub rule: Rule,
    /// Which messages it is about.
    pub direction: Direction,
    /// What it does to programs that speak to the service.
    pub wire: Wire,
    /// What it does to Rust code that uses the crate.
    pub source: Api,
    /// Crate of the service.
    pub service: String,
    /// What it is part of.
    pub subject: Subject,
    /// Wire path, or path in the spec, from the subject; may be empty.
    pub path: String,
    /// The operations that it shows in, if the subject is shared.
    pub used_by: Vec<String>,
    /// What the old specs say.
    pub old: Option<String>,
    /// What the new specs say.
    pub new: Option<String>,
    /// Where it stands in the old specs, if it does.
    pub old_place: Option<Span>,
    /// Where it stands in the new specs, if it does.
    pub new_place: Option<Span>,
    /// Where it stands in the new specs, or the nearest thing, for those who can only point into these.
    pub anchor: Option<Span>,
}

impl Finding {
    /// What happened, in one line without the place.
    #[must_use]
    pub fn text(&self) -> String {
        self.phrase(|value| format!("`{value}`"))
    }

    /// What happened, with values as `quote` shows them; one that is empty is told in words.
    pub(super) fn phrase(&self, quote: impl Fn(&str) -> String) -> String {
        let title = self.rule.title();
        let shown = |value: &String| match value.as_str() {
            "" => "nothing".to_owned(),
            value => quote(value),
        };
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{title}: from {} to {}", shown(old), shown(new)),
            // A path that ends in the value says it already.
            (Some(value), None) | (None, Some(value)) if self.path.ends_with(value.as_str()) => {
                title.to_owned()
            }
            (Some(value), None) | (None, Some(value)) => format!("{title}: {}", shown(value)),
            (None, None) => title.to_owned(),
        }
    }

    /// The part of a version number that must grow for it.
    #[must_use]
    pub fn bump(&self) -> Bump {
        Bump::of(self.wire, self.source)
    }

    /// Whether somebody has to act.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.bump() == Bump::Major
    }

    /// Twelve digits that stay as long as the same thing changes in the same way, whatever else changes and
    /// however it is worded.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let facts = [
            Some(self.service.as_str()),
            Some(self.rule.id()),
            // Who uses something shared may change while the change itself stays the same.
            self.subject
                .is_shared()
                .not()
                .then(|| self.direction.as_str()),
            Some(self.subject.kind()),
            Some(self.subject.name()),
            Some(&self.path),
            self.old.as_deref(),
            self.new.as_deref(),
        ];
        for fact in facts {
            // Lengths keep two facts apart, and nothing apart from an empty fact.
            let length = fact.map_or(u64::MAX, |fact| fact.len() as u64);
            hash.update(length.to_le_bytes());
            hash.update(fact.unwrap_or_default());
        }
        let digest = hash.finalize();
        digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The order in which findings are shown: by service and subject, the worst first.
    pub(super) fn order(&self) -> impl Ord + use<> {
        (
            self.service.clone(),
            self.subject.clone(),
            std::cmp::Reverse((self.wire, self.source)),
            self.direction,
            self.path.clone(),
            self.rule,
            self.old.clone(),
            self.new.clone(),
        )
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.subject.name(), self.path.as_str()) {
            ("", "") => {}
            ("", path) => write!(f, "{path}: ")?,
            (name, "") => write!(f, "{name}: ")?,
            (name, path) => write!(f, "{name} {path}: ")?,
        }
        f.write_str(&self.text())
    }
}
