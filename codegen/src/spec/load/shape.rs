use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value};

/// What a value may look like: a JSON Schema of a spec struct, made ready for walking.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Free JSON.
    Anything,
    Text,
    Boolean,
    /// A whole number between two ends, both included.
    Integer(i128, i128),
    /// A value of one of several scalar shapes.
    Either(Vec<Self>),
    /// One of several words.
    Word(Vec<String>),
    List(Box<Self>),
    /// A list of fixed length.
    Tuple(Vec<Self>),
    /// A map with any keys.
    Map(Box<Self>),
    /// A map with known keys.
    Record(BTreeMap<String, Field>),
    /// A map with exactly one of the known keys.
    Choice(BTreeMap<String, Self>),
    /// The shape, or `null`.
    Optional(Box<Self>),
    /// A shape that has a name, which lets shapes contain themselves.
    Named(String),
    /// A schema that is not understood, so that nothing is checked. A test sees to it that the spec
    /// structs have none.
    Unknown,
}

/// A key of a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) shape: Shape,
    pub(super) required: bool,
}

/// The shape of a kind of file, and the named shapes in it.
#[derive(Clone, Debug)]
pub(super) struct Shapes {
    pub(super) root: Shape,
    named: BTreeMap<String, Shape>,
}

impl Shapes {
    pub(super) fn of<T: JsonSchema>() -> Self {
        let schema = schema_for!(T);
        let named = schema
            .get("$defs")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.clone(), compile(schema)))
            .collect();
        Self {
            root: compile(schema.as_value()),
            named,
        }
    }

    /// Follows names, which are all known: schemars defines what it refers to.
    pub(super) fn resolve<'s>(&'s self, mut shape: &'s Shape) -> &'s Shape {
        while let Shape::Named(name) = shape {
            shape = self.named.get(name).unwrap_or(&Shape::Unknown);
        }
        shape
    }
}

fn compile(schema: &Value) -> Shape {
    match schema {
        Value::Bool(true) => Shape::Anything,
        Value::Object(keywords) => object(keywords),
        _ => Shape::Unknown,
    }
}

fn object(keywords: &Map<String, Value>) -> Shape {
    if let Some(reference) = keywords.get("$ref").and_then(Value::as_str) {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return Shape::Named(name.to_owned());
    }
    if let Some(alternatives) = keywords.get("anyOf").and_then(Value::as_array) {
        return any_of(alternatives);
    }
    if let Some(alternatives) = keywords.get("oneOf").and_then(Value::as_array) {
        return one_of(alternatives);
    }
    match keywords.get("type") {
        Some(Value::String(kind)) => typed(kind, keywords),
        Some(Value::Array(kinds)) => {
            let kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
            match kinds.as_slice() {
                [kind, "null"] => Shape::Optional(Box::new(typed(kind, keywords))),
                _ => Shape::Unknown,
            }
        }
        _ => match keywords.get("const").and_then(Value::as_str) {
            Some(word) => Shape::Word(vec![word.to_owned()]),
            None if keywords.keys().all(|key| is_annotation(key)) => Shape::Anything,
            None => Shape::Unknown,
        },
    }
}

/// Whether a keyword only describes and allows everything.
fn is_annotation(keyword: &str) -> bool {
    matches!(keyword, "description" | "default" | "title" | "$schema")
}

fn typed(kind: &str, keywords: &Map<String, Value>) -> Shape {
    let inner = |keyword: &str| keywords.get(keyword).map_or(Shape::Unknown, compile);
    match kind {
        "string" => match (
            words(keywords),
            keywords.get("const").and_then(Value::as_str),
        ) {
            (Some(words), _) => Shape::Word(words),
            (None, Some(word)) => Shape::Word(vec![word.to_owned()]),
            (None, None) => Shape::Text,
        },
        "boolean" => Shape::Boolean,
        "integer" => integer(keywords),
        "array" => match keywords.get("prefixItems").and_then(Value::as_array) {
            Some(members) => Shape::Tuple(members.iter().map(compile).collect()),
            None => Shape::List(Box::new(inner("items"))),
        },
        "object" if keywords.get("additionalProperties") == Some(&Value::Bool(false)) => {
            Shape::Record(fields(keywords))
        }
        "object" => Shape::Map(Box::new(inner("additionalProperties"))),
        _ => Shape::Unknown,
    }
}

fn words(keywords: &Map<String, Value>) -> Option<Vec<String>> {
    let words = keywords.get("enum")?.as_array()?;
    words
        .iter()
        .map(|word| word.as_str().map(str::to_owned))
        .collect()
}

fn integer(keywords: &Map<String, Value>) -> Shape {
    let (low, high) = match keywords.get("format").and_then(Value::as_str) {
        Some("uint8") => (0, u8::MAX.into()),
        Some("uint16") => (0, u16::MAX.into()),
        Some("uint32") => (0, u32::MAX.into()),
        Some("uint64" | "uint") => (0, u64::MAX.into()),
        Some("int32") => (i32::MIN.into(), i32::MAX.into()),
        _ => (i64::MIN.into(), i64::MAX.into()),
    };
    Shape::Integer(low, high)
}

fn fields(keywords: &Map<String, Value>) -> BTreeMap<String, Field> {
    let required: Vec<&str> = keywords
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let properties = keywords.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(key, schema)| {
            let required = required.contains(&key.as_str());
            (
                key.clone(),
                Field {
                    shape: compile(schema),
                    required,
                },
            )
        })
        .collect()
}

/// An optional shape, or a choice of scalars.
fn any_of(alternatives: &[Value]) -> Shape {
    let is_null = |schema: &Value| schema.get("type").and_then(Value::as_str) == Some("null");
    if let [inner, null] = alternatives
        && is_null(null)
    {
        return Shape::Optional(Box::new(compile(inner)));
    }
    let shapes: Vec<Shape> = alternatives.iter().map(compile).collect();
    let scalar = |shape: &Shape| matches!(shape, Shape::Text | Shape::Boolean | Shape::Integer(..));
    if shapes.iter().all(scalar) {
        Shape::Either(shapes)
    } else {
        Shape::Unknown
    }
}

/// An enum: words, each with its description, or maps that have one key each.
fn one_of(alternatives: &[Value]) -> Shape {
    let mut words = Vec::new();
    let mut forms = BTreeMap::new();
    for alternative in alternatives {
        match compile(alternative) {
            Shape::Word(more) => words.extend(more),
            Shape::Record(fields) => {
                forms.extend(fields.into_iter().map(|(key, field)| (key, field.shape)));
            }
            _ => return Shape::Unknown,
        }
    }
    match (words.is_empty(), forms.is_empty()) {
        (false, true) => Shape::Word(words),
        (true, false) => Shape::Choice(forms),
        _ => Shape::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Approvals, Operation, Service, Types};
    use super::*;

    fn unknown(shape: &Shape) -> bool {
        match shape {
            Shape::Unknown => true,
            Shape::List(inner) | Shape::Map(inner) | Shape::Optional(inner) => unknown(inner),
            Shape::Either(shapes) | Shape::Tuple(shapes) => shapes.iter().any(unknown),
            Shape::Record(fields) => fields.values().any(|field| unknown(&field.shape)),
            Shape::Choice(forms) => forms.values().any(unknown),
            _ => false,
        }
    }

    #[test]
    fn every_schema_of_the_language_is_understood() {
        for shapes in [
            Shapes::of::<Service>(),
            Shapes::of::<Types>(),
            Shapes::of::<Operation>(),
            Shapes::of::<Approvals>(),
        ] {
            assert!(!unknown(&shapes.root), "{:?}", shapes.root);
            for (name, shape) in &shapes.named {
                assert!(!unknown(shape), "{name}: {shape:?}");
            }
        }
    }
}
