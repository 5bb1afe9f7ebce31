use super::{At, DecodeError, FromJson, ToJson, Value};

/// JSON that travels as text inside JSON.
///
/// It is written as text. When read, it may be text that holds JSON or the JSON itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct JsonText(
    /// What the text says.
    pub Value,
);

impl From<Value> for JsonText {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

impl FromJson for JsonText {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::String(text) => serde_json::from_str(text).map(Self).map_err(|_| {
                DecodeError::new(at, "a string that holds JSON", "a string that does not")
            }),
            json => Ok(Self(json.clone())),
        }
    }
}

impl ToJson for JsonText {
    fn to_json(&self) -> Value {
        Value::String(self.0.to_string())
    }
}
