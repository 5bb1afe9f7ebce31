//! The query of a request.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::runtime::escape::escape_into;

/// Room for most queries, in bytes.
const ROOM: usize = 1024;

/// Room for the pairs of most queries.
const PAIRS: usize = 32;

/// The query of a request, escaped as it is sent.
///
/// It is escaped once, when a pair is added: the wire and the signatures use the same text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    /// Where each pair begins, and where its name ends.
    pairs: Vec<(usize, usize)>,
}

impl Query {
    /// An empty query with room for most.
    pub fn with_room() -> Self {
        Self {
            text: String::with_capacity(ROOM),
            pairs: Vec::with_capacity(PAIRS),
        }
    }

    /// Adds a pair, which is not escaped yet.
    pub fn push(&mut self, name: &str, value: &str) {
        self.push_flag(name);
        self.text.push('=');
        escape_into(&mut self.text, value);
    }

    /// Adds a name that is sent without an equals sign. Signatures see it with one, and an empty value.
    pub fn push_flag(&mut self, name: &str) {
        if !self.is_empty() {
            self.text.push('&');
        }
        let start = self.text.len();
        escape_into(&mut self.text, name);
        self.pairs.push((start, self.text.len()));
    }

    /// The query as it is sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there are no pairs.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Names and values as they are sent, in that order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let after = self.pairs.iter().skip(1).map(|(start, _)| start - 1);
        let ends = after.chain([self.text.len()]);
        let text = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        self.pairs
            .iter()
            .zip(ends)
            .map(move |(&(start, equals), end)| (text(start..equals), text(equals + 1..end)))
    }

    /// The same sorted by name and value as they were before they were escaped.
    pub fn sorted(&self) -> Vec<(&str, &str)> {
        let mut pairs: Vec<_> = self.pairs().collect();
        // Names hardly ever have anything to escape, and then compare as they stand.
        let are_plain = pairs.iter().all(|(name, _)| !name.contains('%'));
        pairs.sort_by(|one, other| {
            let names = if are_plain {
                one.0.cmp(other.0)
            } else {
                compare(one.0, other.0)
            };
            names.then_with(|| compare(one.1, other.1))
        });
        pairs
    }
}

/// `name=value&…`, whatever is a flag on the wire.
pub fn join<'q>(pairs: impl IntoIterator<Item = (&'q str, &'q str)>) -> String {
    let mut joined = String::with_capacity(ROOM);
    for (name, value) in pairs {
        if !joined.is_empty() {
            joined.push('&');
        }
        joined.push_str(name);
        joined.push('=');
        joined.push_str(value);
    }
    joined
}

/// Compares two escaped texts by what they were before.
fn compare(one: &str, other: &str) -> Ordering {
    percent_decode_str(one).cmp(percent_decode_str(other))
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Query {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            query.push(name.as_ref(), value.as_ref());
        }
        query
    }
}

impl fmt::Debug for Query {
    /// Shows names only, since values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.pairs().map(|(name, _)| name))
            .finish()
    }
}
