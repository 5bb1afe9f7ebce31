//! Requests on both sides of every limit and rule of an operation, for the tests of a crate.
//!
//! A request is made from one that breaks nothing: a value at a limit, or just beyond it, is put in its
//! place, and the rest is changed until the limit that was meant is all that breaks. What breaks is
//! judged by [`crate::model::validate`].

mod around;
mod limits;
mod named;
mod patch;
mod recipe;
mod requests;
mod rules;
mod samples;
mod scenario;
mod search;

use std::collections::BTreeSet;

use serde_json::Value;

use self::requests::Requests;
use crate::model::{Operation, Service};

/// What the boundary tests of an operation try.
#[derive(Clone, Debug)]
pub struct Cases {
    /// A request that breaks nothing and has little in it.
    pub base: Value,
    /// Recipes of random values for the parameters that no rule is about, by name.
    pub free: Value,
    /// A row for each limit and rule, in the order in which the spec has them.
    pub rows: Vec<Row>,
    /// Limits and rules, or sides of them, that no request shows.
    pub untested: Vec<Untested>,
}

/// Requests around one limit or rule. Each is written as a JSON merge patch of the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Ids of what the refused requests break: the one that is tried, and those that never break alone
    /// without it.
    pub rules: Vec<String>,
    /// Requests that break nothing.
    pub accepted: Vec<Value>,
    /// Requests that break the rules, and nothing else.
    pub refused: Vec<Value>,
}

/// Something that no request shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untested {
    /// The id of the limit or rule.
    pub rule: String,
    /// Why, in a few words.
    pub reason: String,
}

impl Cases {
    /// The cases of an operation. Without a valid request everything is untested.
    pub fn of(service: &Service, operation: &Operation) -> Self {
        match Requests::new(service, operation) {
            Some(requests) => Self::from(&requests),
            None => Self {
                base: Value::Null,
                free: Value::Null,
                rows: Vec::new(),
                untested: vec![Untested {
                    rule: operation.name.clone(),
                    reason: "no request that breaks nothing was found".to_owned(),
                }],
            },
        }
    }

    fn from(requests: &Requests<'_>) -> Self {
        let mut cases = Self {
            base: requests.base.clone(),
            free: recipe::free(requests),
            rows: Vec::new(),
            untested: Vec::new(),
        };
        limits::add(requests, &mut cases);
        rules::add(requests, &mut cases);
        cases
    }

    /// Adds a row for a limit or rule, or says what is missing for one.
    fn add(&mut self, rule: &str, accepted: Vec<Value>, refused: Sides) {
        let refused = refused.fewest();
        let missing = match (accepted.is_empty(), &refused) {
            (false, Some(_)) => "",
            (true, Some(_)) => "no request at its limit is accepted",
            (false, None) => "no request breaks it",
            (true, None) => "no request comes near it",
        };
        let Some((broken, refused)) = refused.filter(|_| !accepted.is_empty()) else {
            return self.untested(rule, missing);
        };
        let others = broken.into_iter().filter(|other| other != rule);
        self.rows.push(Row {
            rules: std::iter::once(rule.to_owned()).chain(others).collect(),
            accepted,
            refused,
        });
    }

    fn untested(&mut self, rule: &str, reason: impl Into<String>) {
        self.untested.push(Untested {
            rule: rule.to_owned(),
            reason: reason.into(),
        });
    }
}

/// Patches by what they break.
#[derive(Debug, Default)]
struct Sides(Vec<(BTreeSet<String>, Vec<Value>)>);

impl Sides {
    fn add(&mut self, broken: BTreeSet<String>, patch: Value) {
        match self.0.iter_mut().find(|(other, _)| *other == broken) {
            Some((_, patches)) => push(patches, patch),
            None => self.0.push((broken, vec![patch])),
        }
    }

    /// Those that break the fewest, which say the most.
    fn fewest(self) -> Option<(BTreeSet<String>, Vec<Value>)> {
        self.0.into_iter().min_by_key(|(broken, _)| broken.len())
    }
}

/// Adds a patch unless it is there already.
fn push(patches: &mut Vec<Value>, patch: Value) {
    if !patches.contains(&patch) {
        patches.push(patch);
    }
}
