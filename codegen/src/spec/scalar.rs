use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A single value: a default, an allowed value, the right-hand side of a condition.
///
/// The only untagged type of the language; its variants are told apart by how YAML writes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Integer(value) => write!(f, "{value}"),
            Self::Text(value) => f.write_str(value),
        }
    }
}

impl Scalar {
    /// Whether both are the same value, however YAML writes them: `1` and `"1"` are.
    pub fn is_same(&self, other: &Self) -> bool {
        self == other || self.to_string() == other.to_string()
    }
}

impl From<&Scalar> for serde_json::Value {
    fn from(scalar: &Scalar) -> Self {
        match scalar {
            Scalar::Boolean(value) => Self::Bool(*value),
            Scalar::Integer(value) => Self::from(*value),
            Scalar::Text(value) => Self::String(value.clone()),
        }
    }
}
