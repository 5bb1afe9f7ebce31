//! Parameter values as text, outside JSON.

use std::borrow::Cow;

use crate::runtime::json::Value;

/// The text of a scalar: numbers in decimal, booleans as `true` and `false`. Null, lists and objects have none.
pub fn scalar_text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(boolean) => Some(Cow::Borrowed(if *boolean { "true" } else { "false" })),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
