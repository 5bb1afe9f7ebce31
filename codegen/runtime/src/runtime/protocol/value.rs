//! Parameter values as text, outside JSON.

use crate::runtime::json::Value;

/// The text of a scalar: numbers in decimal, booleans as `true` and `false`. Null, lists and objects have none.
pub fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(boolean) => Some(boolean.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
