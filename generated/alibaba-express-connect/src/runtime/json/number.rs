use serde_json::Number;

use super::{At, DecodeError, FromJson, Mode, ToJson, Value};

/// Whole numbers up to here are exact in a floating-point number.
const EXACT_IN_FLOAT: f64 = 9_007_199_254_740_992.0;

const INTEGER: &str = "an integer";

impl FromJson for i64 {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let tolerant = at.mode() == Mode::Tolerant;
        let integer = match value {
            Value::Number(number) => number
                .as_i64()
                .or_else(|| whole(number.as_f64()?).filter(|_| tolerant)),
            // Never through a float: ids have up to 19 digits.
            Value::String(text) if tolerant => text.trim().parse().ok(),
            _ => None,
        };
        integer.ok_or_else(|| not_an_integer(value, at))
    }
}

impl ToJson for i64 {
    fn to_json(&self) -> Value {
        Value::from(*self)
    }
}

impl FromJson for i32 {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        Self::try_from(i64::from_json(value, at)?)
            .map_err(|_| DecodeError::new(at, "an integer of 32 bits", "a number that needs more"))
    }
}

impl ToJson for i32 {
    fn to_json(&self) -> Value {
        Value::from(*self)
    }
}

impl FromJson for f64 {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) if at.mode() == Mode::Tolerant => text.trim().parse().ok(),
            _ => None,
        }
        .filter(|number: &Self| number.is_finite())
        .ok_or_else(|| DecodeError::mismatch(at, "a number", value))
    }
}

impl ToJson for f64 {
    /// JSON has no infinities and no NaN; they become null.
    fn to_json(&self) -> Value {
        Number::from_f64(*self).map_or(Value::Null, Value::Number)
    }
}

/// `number` as an integer, if it is whole and small enough to be exact.
fn whole(number: f64) -> Option<i64> {
    // Under both conditions the cast changes nothing.
    (number.fract() == 0.0 && number.abs() < EXACT_IN_FLOAT).then_some(number as i64)
}

fn not_an_integer(value: &Value, at: &At<'_>) -> DecodeError {
    match value {
        Value::Number(number) if number.is_u64() => {
            DecodeError::new(at, "an integer of 64 bits", "a number that needs more")
        }
        Value::Number(_) => DecodeError::new(at, INTEGER, "a number that is not one"),
        Value::String(_) if at.mode() == Mode::Tolerant => {
            DecodeError::new(at, INTEGER, "a string that is not one")
        }
        other => DecodeError::mismatch(at, INTEGER, other),
    }
}
