use serde_json::Value;

use super::Types;
use crate::model::{Fields, Member, Type, WirePath};
use crate::spec::{Condition, Scalar};

/// An object of a request that a rule looks at: the request itself, or an element of a list.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s, 'm> {
    pub types: Types<'m>,
    pub fields: &'m Fields,
    pub object: &'s Value,
}

impl<'s, 'm> Scope<'s, 'm> {
    pub(super) fn member(&self, path: &str) -> Option<&'m Member> {
        WirePath::parse(path)?.find(self.types.shapes, self.fields)
    }

    /// What a path leads to; brackets at its end say no more than that a list stands there.
    pub(super) fn value(&self, path: &str) -> Option<&'s Value> {
        let mut names = path.trim_end_matches("[]").split('.');
        names
            .try_fold(self.object, |object, name| object.get(name))
            .filter(|value| !value.is_null())
    }

    pub(super) fn is_given(&self, path: &str) -> bool {
        self.value(path).is_some()
    }

    /// The values at a path: that of a parameter, or those of the items of a list.
    pub(super) fn values(&self, path: &str) -> Vec<&'s Value> {
        match self.value(path) {
            Some(Value::Array(items)) if path.ends_with("[]") => items.iter().collect(),
            Some(value) => vec![value],
            None => Vec::new(),
        }
    }

    /// The text at a path.
    pub(super) fn text(&self, path: &str) -> Option<&'s str> {
        self.value(path).and_then(Value::as_str)
    }

    /// Whether a value at a path is one of these.
    pub(super) fn is_one_of(&self, path: &str, value: &Value, known: &[Scalar]) -> bool {
        self.member(path).is_some_and(|member| {
            known
                .iter()
                .any(|known| self.types.is(member, value, known))
        })
    }

    /// Whether a condition holds. An absent parameter counts as its default.
    pub(super) fn holds(&self, path: &str, condition: &Condition) -> bool {
        let is = |known: &[Scalar]| match self.value(path) {
            Some(value) => Some(self.is_one_of(path, value, known)),
            None => {
                let default = self.default(path)?;
                Some(known.iter().any(|value| value.is_same(default)))
            }
        };
        match condition {
            Condition::Equals(value) => is(std::slice::from_ref(value)).unwrap_or(false),
            Condition::In(values) => is(values).unwrap_or(false),
            Condition::Not(value) => !is(std::slice::from_ref(value)).unwrap_or(true),
            Condition::Present(present) => self.is_given(path) == *present,
        }
    }

    fn default(&self, path: &str) -> Option<&'m Scalar> {
        let member = self.member(path)?;
        match member.type_ {
            Type::List(_) => None,
            _ => member.default.as_ref(),
        }
    }
}
