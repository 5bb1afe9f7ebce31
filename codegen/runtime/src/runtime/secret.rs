//! Text that must not be printed.

use std::fmt;
use std::hint::black_box;

use zeroize::Zeroizing;

use super::json::{At, DecodeError, FromJson, ToJson, Value};

/// What stands in place of a secret in every text.
pub const REDACTED: &str = "[redacted]";

/// A text that does not print itself and is wiped from memory when dropped.
///
/// Comparing two takes the same time wherever they differ.
#[derive(Clone)]
pub struct SecretString(Zeroizing<String>);

impl SecretString {
    /// The text itself. Whoever asks for it takes care of where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for SecretString {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for SecretString {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for SecretString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl PartialEq for SecretString {
    fn eq(&self, other: &Self) -> bool {
        let (left, right) = (self.0.as_bytes(), other.0.as_bytes());
        // The length is not the secret; the bytes are all looked at, whatever the first ones say.
        left.len() == right.len()
            && left
                .iter()
                .zip(right)
                .fold(0, |difference, (a, b)| black_box(difference | (a ^ b)))
                == 0
    }
}

impl Eq for SecretString {}

impl FromJson for SecretString {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        String::from_json(value, at).map(Self::from)
    }
}

impl ToJson for SecretString {
    fn to_json(&self) -> Value {
        Value::String(self.expose().to_owned())
    }
}
