//! Values that a parameter takes.

pub(super) mod address;
pub(super) mod form;
pub(super) mod text;

use serde_json::{Map, Value, json};

use crate::model::validate::Types;
use crate::model::{Member, Type};
use crate::spec::{EnumerationBase, Range};

/// Objects inside objects that are followed; a shape that demands itself has no end.
const DEEPEST: usize = 8;

/// Makes values that parameters take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Samples<'m> {
    pub types: Types<'m>,
}

impl<'m> Samples<'m> {
    /// The value to take when any will do.
    pub(super) fn one(&self, member: &'m Member) -> Option<Value> {
        self.many(member).into_iter().next()
    }

    /// Several values, the one that the source shows first.
    pub(super) fn many(&self, member: &'m Member) -> Vec<Value> {
        self.within(member, DEEPEST)
    }

    fn within(&self, member: &'m Member, depth: usize) -> Vec<Value> {
        let mut values: Vec<Value> = member.example.iter().cloned().collect();
        values.extend(member.constraints.values.iter().map(Value::from));
        values.extend(self.of_type(member, depth));
        let mut taken: Vec<Value> = Vec::new();
        for value in values {
            if !taken.contains(&value) && self.types.accepts(member, &value) {
                taken.push(value);
            }
        }
        taken
    }

    fn of_type(&self, member: &'m Member, depth: usize) -> Vec<Value> {
        match &member.type_ {
            Type::String | Type::Timestamp => texts(member),
            Type::Integer | Type::Long => numbers(member),
            Type::Number => vec![json!(0.5)],
            Type::Boolean => vec![json!(true), json!(false)],
            Type::Json => vec![json!({})],
            Type::Enum(_) => self.known(member),
            Type::Shape(_) | Type::Object(_) => self.object(member, depth).into_iter().collect(),
            Type::List(items) => {
                let Range(low, high) = member.constraints.item_count.unwrap_or(Range(None, None));
                let count = low.unwrap_or(1).max(1).min(high.unwrap_or(i64::MAX));
                let item = self.within(items, depth).into_iter().next();
                let list = |item| vec![item; usize::try_from(count).unwrap_or_default()];
                item.map(list).map(Value::Array).into_iter().collect()
            }
        }
    }

    fn known(&self, member: &'m Member) -> Vec<Value> {
        let known = self.types.enumeration(member);
        let spelled = |base: EnumerationBase, wire: &str| match (base, wire.parse::<i64>()) {
            (EnumerationBase::Integer, Ok(number)) => json!(number),
            _ => json!(wire),
        };
        let values = known.map(|known| {
            known
                .values
                .iter()
                .map(|value| spelled(known.base, &value.wire))
        });
        values.into_iter().flatten().collect()
    }

    /// An object with nothing but what must be in it.
    fn object(&self, member: &'m Member, depth: usize) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        let fields = member.type_.fields(self.types.shapes)?;
        let required = fields.values().filter(|field| field.required);
        required
            .map(|field| {
                let value = self.within(field, depth).into_iter().next()?;
                Some((field.name.clone(), value))
            })
            .collect::<Option<Map<_, _>>>()
            .map(Value::Object)
    }
}

fn texts(member: &Member) -> Vec<Value> {
    let form = member.constraints.format.map(form::Form::of);
    let known = form.map(|form| form.good.iter().map(|text| json!(text)));
    let usual = match member.type_ {
        Type::Timestamp => Some(json!("2026-01-01T00:00:00Z")),
        _ => text::usual(member).map(Value::from),
    };
    known.into_iter().flatten().chain(usual).collect()
}

fn numbers(member: &Member) -> Vec<Value> {
    let Range(low, high) = member.constraints.range.unwrap_or(Range(None, None));
    let around = |end: i64| [end, end.saturating_add(1), end.saturating_sub(1)];
    let ends = low.into_iter().chain(high).flat_map(around);
    ends.chain([1, 2, 0]).map(Value::from).collect()
}
