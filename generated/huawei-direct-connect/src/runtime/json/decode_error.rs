use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::{At, Value};

/// Why JSON does not fit a type: where, what was expected and what stands there instead.
///
/// It holds kinds and member names, never a value, since a value may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    expected: Cow<'static, str>,
    found: Cow<'static, str>,
}

impl DecodeError {
    /// An error at `at`, in words that complete "expected …, found …".
    pub fn new(
        at: &At<'_>,
        expected: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            path: at.to_string(),
            expected: expected.into(),
            found: found.into(),
        }
    }

    /// An error that says what kind of value was found.
    pub fn mismatch(at: &At<'_>, expected: &'static str, found: &Value) -> Self {
        Self::new(at, expected, kind_of(found))
    }

    /// Where in the document, such as `BgpPeers[3].Status`; `$` is the document itself.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What should stand there.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// What kind of thing stands there.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: expected {}, found {}",
            self.path, self.expected, self.found
        )
    }
}

impl Error for DecodeError {}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
