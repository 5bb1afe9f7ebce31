//! Values that rules name.

use serde_json::Value;

use super::requests::Requests;
use crate::model::{Member, Pointer, Type};
use crate::spec::{Check, Condition, Range, Scalar};

impl<'m> Requests<'m> {
    /// Values that the rules of the operation name for the parameter at a place.
    pub(super) fn named(&self, at: &Pointer) -> Vec<Value> {
        let pattern = at.pattern();
        let mut values = Vec::new();
        for rule in &self.validator.operation.rules {
            for (path, relative) in rule.parameters.iter().zip(rule.paths()) {
                if *path == pattern {
                    values.extend(by(&rule.check, relative));
                }
            }
        }
        values
    }

    /// A list as long as a rule wants it at least.
    pub(super) fn counted(&self, at: &Pointer, member: &'m Member) -> Option<Value> {
        let Type::List(items) = &member.type_ else {
            return None;
        };
        let pattern = at.pattern();
        let rules = self.validator.operation.rules.iter();
        let count = rules
            .filter(|rule| rule.parameters.contains(&pattern))
            .find_map(|rule| match &rule.check {
                Check::ItemCount { range, .. } => range.0,
                _ => None,
            })?;
        let item = self.samples.one(items)?;
        Some(Value::Array(vec![item; usize::try_from(count).ok()?]))
    }
}

/// Values that a check names for a path.
fn by(check: &Check, path: &str) -> Vec<Value> {
    let (parameter, mut values, when) = match check {
        Check::RangeIf {
            parameter,
            range: Range(low, high),
            when,
        } => {
            let ends = low.iter().chain(high).copied();
            (
                parameter.as_str(),
                ends.map(Scalar::Integer).collect(),
                Some(when),
            )
        }
        Check::AllowedIf {
            parameter,
            values,
            when,
        } => (parameter.as_str(), values.clone(), Some(when)),
        Check::RequiredIf { when, .. } | Check::ForbiddenIf { when, .. } => {
            ("", Vec::new(), Some(when))
        }
        _ => return Vec::new(),
    };
    if parameter != path {
        values.clear();
    }
    values.extend(match when.and_then(|when| when.get(path)) {
        Some(Condition::Equals(value) | Condition::Not(value)) => vec![value.clone()],
        Some(Condition::In(values)) => values.clone(),
        Some(Condition::Present(_)) | None => Vec::new(),
    });
    values.iter().map(Value::from).collect()
}
