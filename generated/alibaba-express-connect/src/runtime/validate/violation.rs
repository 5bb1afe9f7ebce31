use std::fmt;

use super::{Constraint, Given, Statement};
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
            ("parameter", Value::from(self.path.as_str())),
            ("rust_path", Value::from(self.rust_path.as_str())),
            ("rule", Value::from(self.rule.as_str())),
            ("kind", Value::from(self.constraint.rule())),
            ("limits", self.constraint.to_json()),
            ("given", self.given.to_json()),
            ("message", Value::from(self.to_string())),
            ("document", Value::from(self.source.document)),
            ("section", Value::from(self.source.section)),
            ("stated_by", Value::from(self.stated_by().as_str())),
        ];
        Value::Object(
            members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>(),
        )
    }

    /// Whether a sentence or a table states the limit, or only an error row shows that it exists.
    pub fn stated_by(&self) -> Statement {
        match self.constraint {
            Constraint::Rule(rule) => rule.stated_by,
            _ => Statement::Sentence,
        }
    }
}

impl fmt::Display for Violation {
    /// One sentence: the parameter, the limit, what was given, and where the limit is documented.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}{} ({}",
            self.path, self.constraint, self.given, self.source
        )?;
        match self.stated_by() {
            Statement::Sentence => f.write_str(")"),
            inferred => write!(f, ", {})", inferred.as_str()),
        }
    }
}
