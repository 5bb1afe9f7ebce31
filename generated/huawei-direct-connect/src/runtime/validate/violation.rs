use std::fmt;

use super::{Constraint, Given};
use crate::runtime::json::{Map, Value};
use crate::runtime::operation::Source;

/// One documented limit that a request does not keep.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The place in the request by wire names, such as `Filter[0].Key`.
    pub path: String,
    /// The same place by Rust names, such as `filter[0].key`.
    pub rust_path: String,
    /// The id of the rule, which stays the same across versions, such as `CreateBgpPeer.BfdMultiHop.range`.
    pub rule: String,
    /// The limit.
    pub constraint: Constraint,
    /// What was given.
    pub given: Given,
    /// Where the limit is documented.
    pub source: &'static Source,
}

impl Violation {
    /// The violation as JSON, for programs.
    pub fn to_json(&self) -> Value {
        let members = [
            ("parameter", &self.path),
            ("rust_path", &self.rust_path),
            ("rule", &self.rule),
            ("message", &self.to_string()),
            ("document", &self.source.document.to_owned()),
            ("section", &self.source.section.to_owned()),
        ];
        Value::Object(
            members
                .into_iter()
                .map(|(name, text)| (name.to_owned(), Value::String(text.clone())))
                .collect::<Map<_, _>>(),
        )
    }
}

impl fmt::Display for Violation {
    /// One sentence: the parameter, the limit, what was given, and where the limit is documented.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}{} ({})",
            self.path, self.constraint, self.given, self.source
        )
    }
}
