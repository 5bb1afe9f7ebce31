//! Recipes of random values that keep every limit, for what no rule is about.

use serde_json::{Map, Value, json};

use super::requests::Requests;
use super::samples::Samples;
use crate::model::{Fields, Member, Pointer, Type};
use crate::spec::{LengthUnit, Range, Stage};

/// Longest text, and most members of a list, where no limit says so.
const LONG: i64 = 40;
const MANY: i64 = 4;

/// A recipe for each parameter that no rule is about.
pub(super) fn free(requests: &Requests<'_>) -> Value {
    let operation = requests.validator.operation;
    let mut recipes = Recipes {
        samples: requests.samples,
        open: Vec::new(),
    };
    let is_free = |at: &Pointer| {
        let rules = operation.rules.iter();
        let mut client = rules.filter(|rule| rule.stage == Stage::Client);
        !client.any(|rule| {
            let mut paths = rule.parameters.iter();
            paths.any(|path| Pointer::parse(path).touches(at))
        })
    };
    let mut free = Map::new();
    for (name, parameter) in &operation.parameters {
        let at = Pointer::default().member(name);
        match (&parameter.type_, parameter.flatten) {
            // Its members are given one by one, whatever stands beside them.
            (Type::Object(inner), true) => {
                let inner = inner.iter().filter(|(name, _)| is_free(&at.member(name)));
                let maybe: Map<_, _> = inner
                    .filter_map(|(name, member)| Some((name.clone(), recipes.of(member)?)))
                    .collect();
                if !maybe.is_empty() {
                    free.insert(name.clone(), json!({ "maybe": maybe }));
                }
            }
            _ if is_free(&at) => {
                let recipe = recipes.of(parameter);
                free.extend(recipe.map(|recipe| (name.clone(), recipe)));
            }
            _ => {}
        }
    }
    Value::Object(free)
}

struct Recipes<'m> {
    samples: Samples<'m>,
    /// Shapes that the recipe is inside of.
    open: Vec<&'m str>,
}

impl<'m> Recipes<'m> {
    /// The recipe of a member; `None` if it may have no value.
    fn of(&mut self, member: &'m Member) -> Option<Value> {
        match &member.type_ {
            Type::Integer | Type::Long if member.constraints.values.is_empty() => {
                Some(whole(member))
            }
            Type::String | Type::Timestamp if member.constraints.values.is_empty() => {
                text(member).or_else(|| self.one(member))
            }
            Type::List(items) => {
                let Range(low, high) = member.constraints.item_count.unwrap_or(Range(None, None));
                let low = low.unwrap_or(0);
                let high = high.unwrap_or(low.saturating_add(MANY));
                match self.of(items) {
                    Some(recipe) => Some(json!({ "list": [low, high], "of": recipe })),
                    None => (low == 0).then(|| json!({ "one": [[]] })),
                }
            }
            Type::Object(fields) => self.object(fields),
            Type::Shape(name) => {
                if self.open.contains(&name.as_str()) {
                    return None;
                }
                let shape = self.samples.types.shapes.get(name)?;
                self.open.push(name);
                let recipe = self.object(&shape.fields);
                self.open.pop();
                recipe
            }
            _ => self.one(member),
        }
    }

    /// One of the values that are known.
    fn one(&self, member: &'m Member) -> Option<Value> {
        let values = self.samples.many(member);
        (!values.is_empty()).then(|| json!({ "one": values }))
    }

    fn object(&mut self, fields: &'m Fields) -> Option<Value> {
        let (mut object, mut maybe) = (Map::new(), Map::new());
        for (name, field) in fields {
            let recipe = self.of(field);
            if field.required {
                object.insert(name.clone(), recipe?);
            } else if let Some(recipe) = recipe {
                maybe.insert(name.clone(), recipe);
            }
        }
        let parts = [("object", object), ("maybe", maybe)].into_iter();
        let given = parts.filter(|(_, members)| !members.is_empty());
        Some(
            given
                .map(|(key, members)| (key.to_owned(), Value::Object(members)))
                .collect(),
        )
    }
}

fn whole(member: &Member) -> Value {
    let Range(low, high) = member.constraints.range.unwrap_or(Range(None, None));
    let (least, most) = match member.type_ {
        Type::Integer => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    };
    let mut recipe = json!({ "whole": [low.unwrap_or(least), high.unwrap_or(most)] });
    if let (Some(recipe), false) = (recipe.as_object_mut(), member.constraints.except.is_empty()) {
        recipe.insert("except".to_owned(), json!(member.constraints.except));
    }
    recipe
}

/// Random text; `None` where limits are of several kinds that would have to be met at once.
fn text(member: &Member) -> Option<Value> {
    let limits = &member.constraints;
    if let Some(format) = limits.format {
        let alone = limits.length.is_none() && limits.characters.is_none();
        return alone.then(|| json!({ "form": format }));
    }
    if matches!(member.type_, Type::Timestamp) || limits.length_unit == LengthUnit::Bytes {
        return None;
    }
    let Range(low, high) = limits.length.unwrap_or(Range(None, None));
    let low = low.unwrap_or(0);
    let high = high.unwrap_or(low.saturating_add(LONG));
    let mut recipe = Map::new();
    recipe.insert("text".to_owned(), json!([low, high]));
    if let Some(rule) = &limits.characters {
        let lists = [
            ("first", &rule.first),
            ("rest", &rule.allowed),
            ("not", &rule.forbidden_prefixes),
        ];
        for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            recipe.insert(key.to_owned(), json!(list));
        }
    }
    Some(Value::Object(recipe))
}
