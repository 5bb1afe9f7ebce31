use indexmap::IndexMap;
use serde_json::Value;

use super::Limit;
use super::format::has_form;
use crate::model::{Enumeration, Member, Shapes, Type};
use crate::spec::{LengthUnit, Range, Scalar};

/// The named types of a service.
#[derive(Clone, Copy, Debug)]
pub struct Types<'m> {
    /// Enums by name.
    pub enums: &'m IndexMap<String, Enumeration>,
    /// Shapes by name.
    pub shapes: &'m Shapes,
}

impl<'m> Types<'m> {
    /// The limits of a member itself that a value breaks; those of items and members inside are others.
    pub fn limits_broken(&self, member: &Member, value: &Value) -> Vec<Limit> {
        let mut broken = Vec::new();
        self.number(member, value, &mut broken);
        self.text(member, value, &mut broken);
        if let (Some(range), Value::Array(items)) = (member.constraints.item_count, value)
            && !holds(range, i64::try_from(items.len()).unwrap_or(i64::MAX))
        {
            broken.push(Limit::ItemCount);
        }
        if self.is_outside_the_set(member, value) {
            broken.push(Limit::OneOf);
        }
        broken
    }

    /// Whether a value keeps every limit of its member, and everything inside it its own.
    pub fn accepts(&self, member: &Member, value: &Value) -> bool {
        let inside = match (&member.type_, value) {
            (Type::List(items), Value::Array(values)) => {
                values.iter().all(|value| self.accepts(items, value))
            }
            _ => {
                let mut fields = member.type_.fields(self.shapes).into_iter().flatten();
                fields.all(|(name, field)| match value.get(name) {
                    None | Some(Value::Null) => !field.required,
                    Some(value) => self.accepts(field, value),
                })
            }
        };
        inside && self.limits_broken(member, value).is_empty()
    }

    fn number(&self, member: &Member, value: &Value, broken: &mut Vec<Limit>) {
        let limits = &member.constraints;
        if let Some(number) = whole(value) {
            if limits.range.is_some_and(|range| !holds(range, number)) {
                broken.push(Limit::Range);
            }
            if limits.except.contains(&number) {
                broken.push(Limit::NotOneOf);
            }
        }
    }

    fn text(&self, member: &Member, value: &Value, broken: &mut Vec<Limit>) {
        let (limits, Value::String(text)) = (&member.constraints, value) else {
            return;
        };
        let length = match limits.length_unit {
            LengthUnit::Characters => text.chars().count(),
            LengthUnit::Bytes => text.len(),
        };
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        if limits.length.is_some_and(|range| !holds(range, length)) {
            broken.push(Limit::Length);
        }
        if let Some(characters) = &limits.characters {
            if !characters.allow_text(text) {
                broken.push(Limit::Characters);
            }
            if characters.forbid_start(text) {
                broken.push(Limit::ForbiddenPrefix);
            }
        }
        if limits.format.is_some_and(|format| !has_form(format, text)) {
            broken.push(Limit::Format);
        }
    }

    fn is_outside_the_set(&self, member: &Member, value: &Value) -> bool {
        let allowed = &member.constraints.values;
        match &member.type_ {
            Type::Enum(_) if allowed.is_empty() => self.enumeration(member).is_some_and(|known| {
                let text = text_of(value);
                !known.values.iter().any(|value| {
                    value.aliases.contains(&text) || same(&value.wire, &text, known.ignore_case)
                })
            }),
            _ => !allowed.is_empty() && !allowed.iter().any(|known| self.is(member, value, known)),
        }
    }

    /// Whether the value of a member is this one, as rules and sets compare them.
    pub fn is(&self, member: &Member, value: &Value, known: &Scalar) -> bool {
        match (&member.type_, known) {
            (Type::Boolean, _) => text_of(value).eq_ignore_ascii_case(&known.to_string()),
            (Type::Integer | Type::Long, _) => whole(value) == whole(&Value::from(known)),
            (Type::Enum(_), _) => {
                let enumeration = self.enumeration(member);
                let ignore_case = enumeration.is_some_and(|known| known.ignore_case);
                let text = text_of(value);
                same(
                    self.spelling(member, &text),
                    &known.to_string(),
                    ignore_case,
                )
            }
            _ => text_of(value) == known.to_string(),
        }
    }

    /// The canonical spelling of a value of an enum.
    fn spelling<'t>(&self, member: &Member, text: &'t str) -> &'t str
    where
        'm: 't,
    {
        let known = self.enumeration(member).map(|known| &known.values);
        let mut values = known.into_iter().flatten();
        let canonical = values.find(|value| value.aliases.iter().any(|alias| alias == text));
        canonical.map_or(text, |value| &value.wire)
    }

    /// The enum of a member.
    pub fn enumeration(&self, member: &Member) -> Option<&'m Enumeration> {
        match &member.type_ {
            Type::Enum(name) => self.enums.get(name),
            _ => None,
        }
    }
}

/// Whether a range holds a number.
pub fn holds(Range(low, high): Range, number: i64) -> bool {
    low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high)
}

/// A whole number, given as one or as text.
pub(super) fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// A scalar as text.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn same(one: &str, other: &str, ignore_case: bool) -> bool {
    one == other || (ignore_case && one.eq_ignore_ascii_case(other))
}
