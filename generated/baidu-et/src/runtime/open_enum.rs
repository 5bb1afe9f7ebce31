//! Enums that accept values newer than the crate.

use super::json::{At, DecodeError, FromJson, Mode, ToJson, Value};

/// A value of an enum that this version of the crate does not know. It keeps its text.
///
/// It is opaque, so that code matches on names of variants and not on texts that may become variants.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The value `text`. Enums make it in their `From<&str>`.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Implements for an enum with `as_str` and `From<&str>` all that follows from these two.
///
/// `open_enum!(Name)` is for enums that travel as text, `open_enum!(Name, integer)` for those that travel as numbers,
/// and `open_enum!(Name, ignore_case)` for those whose answers spell a known value in any case. What a caller gives
/// keeps its spelling.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($name:ident) => {
        $crate::open_enum!(@travels $name, text_to_json, text_from_json);
    };
    ($name:ident, ignore_case) => {
        $crate::open_enum!(@travels $name, text_to_json, folded_from_json, VALUES);
    };
    ($name:ident, integer) => {
        $crate::open_enum!(@travels $name, integer_to_json, integer_from_json);
    };
    (@travels $name:ident, $write:ident, $read:ident $(, $known:ident)?) => {
        impl $crate::runtime::json::ToJson for $name {
            fn to_json(&self) -> $crate::runtime::json::Value {
                $crate::runtime::open_enum::$write(self.as_str())
            }
        }

        impl $crate::runtime::json::FromJson for $name {
            fn from_json(
                value: &$crate::runtime::json::Value,
                at: &$crate::runtime::json::At<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::json::DecodeError> {
                $crate::runtime::open_enum::$read(value, at $(, Self::$known)?).map(Self::from)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::convert::From<&::std::string::String> for $name {
            fn from(text: &::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

/// The JSON form of an enum that travels as text.
pub fn text_to_json(text: &str) -> Value {
    Value::from(text)
}

/// The text of an enum that travels as text.
///
/// # Errors
/// The value is no text when reading strictly, no scalar when reading tolerantly.
pub fn text_from_json(value: &Value, at: &At<'_>) -> Result<String, DecodeError> {
    String::from_json(value, at)
}

/// The text of an enum that ignores case: in an answer, the known spelling of a value that differs from it in case only.
///
/// # Errors
/// The value is no text when reading strictly, no scalar when reading tolerantly.
pub fn folded_from_json(value: &Value, at: &At<'_>, known: &[&str]) -> Result<String, DecodeError> {
    let text = String::from_json(value, at)?;
    let folded = known.iter().find(|known| known.eq_ignore_ascii_case(&text));
    Ok(match (at.mode(), folded) {
        (Mode::Tolerant, Some(known)) => (*known).to_owned(),
        _ => text,
    })
}

/// The JSON form of an enum that travels as a number: the number, or the text of a value that is none.
pub fn integer_to_json(text: &str) -> Value {
    text.parse::<i64>()
        .map_or_else(|_| Value::from(text), |number| number.to_json())
}

/// The text of an enum that travels as a number.
///
/// # Errors
/// The value is no integer when reading strictly, no scalar when reading tolerantly.
pub fn integer_from_json(value: &Value, at: &At<'_>) -> Result<String, DecodeError> {
    match at.mode() {
        Mode::Strict => i64::from_json(value, at).map(|number| number.to_string()),
        Mode::Tolerant => String::from_json(value, at).map(|text| text.trim().to_owned()),
    }
}
