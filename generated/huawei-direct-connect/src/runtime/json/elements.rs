use super::{At, DecodeError, FromJson, Mode, ToJson, Value};

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        read_list(value, at, None)
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        // A loop, since iterators are compiled anew for every type of elements.
        let mut elements = Vec::with_capacity(self.len());
        for element in self {
            elements.push(element.to_json());
        }
        Value::Array(elements)
    }
}

/// Reads a list in any shape that the mode allows; `element` is the documented member of a wrapper object.
pub(super) fn read_list<T: FromJson>(
    value: &Value,
    at: &At<'_>,
    element: Option<&str>,
) -> Result<Vec<T>, DecodeError> {
    let elements = match at.mode() {
        Mode::Strict => match value {
            Value::Array(elements) => elements.as_slice(),
            other => return Err(DecodeError::mismatch(at, "a list", other)),
        },
        Mode::Tolerant => elements_of(value, element),
    };
    let mut list = Vec::with_capacity(elements.len());
    for (index, value) in elements.iter().enumerate() {
        // A hole in an answer's list carries nothing, and must not cost the elements around it.
        if value.is_null() && at.mode() == Mode::Tolerant {
            continue;
        }
        list.push(T::from_json(value, &at.index(index))?);
    }
    Ok(list)
}

/// The elements of a list however it is wrapped.
fn elements_of<'v>(value: &'v Value, element: Option<&str>) -> &'v [Value] {
    let inside = match value {
        Value::Object(members) => {
            let mut values = members.values();
            let only = values.next().filter(|_| values.next().is_none());
            element
                .and_then(|element| members.get(element))
                .or_else(|| only.filter(|only| only.is_array()))
        }
        _ => None,
    };
    match inside.unwrap_or(value) {
        Value::Array(elements) => elements,
        Value::Null => &[],
        Value::String(text) if text.is_empty() => &[],
        Value::Object(members) if members.is_empty() => &[],
        single => std::slice::from_ref(single),
    }
}
