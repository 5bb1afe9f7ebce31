use super::{Map, ToJson, Value};

/// Writes the members of one object. What is not given is left out.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    members: Map<String, Value>,
}

impl Writer {
    /// A writer of an empty object.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes the member `name`, if given.
    pub fn put<T: ToJson>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.members.insert(name.to_owned(), value.to_json());
        }
    }

    /// Writes the member `name`, if given, as text: for numbers and booleans that the wire wants as text.
    ///
    /// In a list, each element becomes text.
    pub fn put_text<T: ToJson>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.members
                .insert(name.to_owned(), as_text(value.to_json()));
        }
    }

    /// Writes the object `name`, unless nothing was put into it.
    pub fn put_object(&mut self, name: &'static str, inner: Writer) {
        if !inner.members.is_empty() {
            self.members.insert(name.to_owned(), inner.finish());
        }
    }

    /// The object.
    pub fn finish(self) -> Value {
        Value::Object(self.members)
    }
}

fn as_text(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::String(number.to_string()),
        Value::Bool(boolean) => Value::String(boolean.to_string()),
        Value::Array(elements) => Value::Array(elements.into_iter().map(as_text).collect()),
        other => other,
    }
}
