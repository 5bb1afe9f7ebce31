use http::HeaderMap;

use super::format::Format;
use super::unasked_coding;
use crate::runtime::json::{At, DecodeError, Map, Mode, Value};

/// What the body of an answer says, whatever its format.
pub(super) struct Content {
    pub(super) value: Value,
    /// Whether the body itself says that it reports an error. JSON never does.
    pub(super) is_error: bool,
}

impl From<Value> for Content {
    fn from(value: Value) -> Self {
        Self {
            value,
            is_error: false,
        }
    }
}

/// Reads a body. One without content has nothing to say, which is an empty object.
pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Result<Content, DecodeError> {
    if body.trim_ascii().is_empty() {
        return Ok(Value::Object(Map::new()).into());
    }
    if let Some(found) = unasked_coding::describe(headers, body) {
        return Err(DecodeError::new(&At::root(Mode::Tolerant), "JSON", found));
    }
    match Format::of(headers, body) {
        Format::Json => json(body),
        Format::Xml => xml(body),
    }
}

fn json(body: &[u8]) -> Result<Content, DecodeError> {
    serde_json::from_slice(body)
        .map(|value: Value| value.into())
        .map_err(|_| {
            let found = format!("{} bytes that are not", body.len());
            DecodeError::new(&At::root(Mode::Tolerant), "JSON", found)
        })
}

#[cfg(feature = "xml")]
fn xml(body: &[u8]) -> Result<Content, DecodeError> {
    let document = crate::runtime::xml::parse(body)?;
    if document.root.eq_ignore_ascii_case("html") {
        // A page that happens to be well-formed comes from a proxy, not from the service.
        let at = At::root(Mode::Tolerant);
        return Err(DecodeError::new(&at, "an answer", "an HTML page"));
    }
    Ok(Content {
        is_error: document.root == "Error",
        value: match document.content {
            Value::String(text) if text.is_empty() => Value::Object(Map::new()),
            content => content,
        },
    })
}

#[cfg(not(feature = "xml"))]
fn xml(_: &[u8]) -> Result<Content, DecodeError> {
    Err(DecodeError::new(
        &At::root(Mode::Tolerant),
        "JSON",
        "XML, which takes the feature `xml`",
    ))
}
