use super::{At, DecodeError, FromJson, ToJson, Value};

/// A shape that holds itself does so in a box, which JSON knows nothing of.
impl<T: FromJson> FromJson for Box<T> {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        T::from_json(value, at).map(Self::new)
    }
}

impl<T: ToJson> ToJson for Box<T> {
    fn to_json(&self) -> Value {
        self.as_ref().to_json()
    }
}
