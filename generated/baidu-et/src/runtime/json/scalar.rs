use super::{At, DecodeError, FromJson, Mode, ToJson, Value};

impl FromJson for String {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) if at.mode() == Mode::Tolerant => Ok(number.to_string()),
            Value::Bool(boolean) if at.mode() == Mode::Tolerant => Ok(boolean.to_string()),
            other => Err(DecodeError::mismatch(at, "a string", other)),
        }
    }
}

impl ToJson for String {
    fn to_json(&self) -> Value {
        Value::String(self.clone())
    }
}

impl FromJson for bool {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::Bool(boolean) => Some(*boolean),
            Value::Number(number) if at.mode() == Mode::Tolerant => match number.as_i64() {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
            Value::String(text) if at.mode() == Mode::Tolerant => boolean_of(text.trim()),
            _ => None,
        }
        .ok_or_else(|| DecodeError::mismatch(at, "a boolean", value))
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
}

impl FromJson for Value {
    fn from_json(value: &Value, _at: &At<'_>) -> Result<Self, DecodeError> {
        Ok(value.clone())
    }
}

impl ToJson for Value {
    fn to_json(&self) -> Value {
        self.clone()
    }
}

fn boolean_of(text: &str) -> Option<bool> {
    if text == "1" || text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text == "0" || text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}
