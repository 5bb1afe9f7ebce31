use std::error::Error;
use std::fmt;

use super::Violation;
use crate::runtime::json::Value;

/// The most violations that a text shows.
const SHOWN: usize = 64;

/// All violations of one request; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// The violations, or `None` if there are none.
    pub(super) fn new(list: Vec<Violation>) -> Option<Self> {
        (!list.is_empty()).then_some(Self(list))
    }

    /// Those that count, or `None` if none does.
    pub(super) fn only(self, counts: impl Fn(&Violation) -> bool) -> Option<Self> {
        Self::new(
            self.0
                .into_iter()
                .filter(|violation| counts(violation))
                .collect(),
        )
    }

    /// The violations in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// How many there are; never 0.
    #[allow(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All violations as JSON, for programs.
    pub fn to_json(&self) -> Value {
        Value::Array(self.iter().map(Violation::to_json).collect())
    }

    /// Writes up to 64 violations with `separator` between them, and how many more there are.
    pub(in crate::runtime) fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        separator: &str,
    ) -> fmt::Result {
        for (position, violation) in self.iter().take(SHOWN).enumerate() {
            let before = if position == 0 { "" } else { separator };
            write!(f, "{before}{violation}")?;
        }
        match self.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "{separator}and {more} more"),
        }
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    /// One line for each, at most 64.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "\n")
    }
}

impl Error for Violations {}
