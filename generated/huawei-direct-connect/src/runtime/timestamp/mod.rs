//! Points in time, as documents write them and as signatures need them.

mod calendar;
mod http_date;
mod parse;
mod unix_time;

use std::fmt;

use super::json::{At, DecodeError, FromJson, ToJson, Value};

pub use unix_time::UnixTime;

/// A point in time as a server wrote it.
///
/// The documents show several spellings, some of them ambiguous. So the text is kept as it came, and read only when
/// asked: `2021-05-31T01:00:00Z`, without seconds, with a fraction, with an offset such as `+08:00` or `+0800`, and
/// bare digits, which count seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(String);

impl Timestamp {
    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Seconds since 1970-01-01T00:00:00Z, fractions cut off; `None` if the text is not understood.
    pub fn unix_seconds(&self) -> Option<i64> {
        self.unix_millis().map(|millis| millis.div_euclid(1000))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z; `None` if the text is not understood.
    pub fn unix_millis(&self) -> Option<i64> {
        parse::unix_millis(&self.0)
    }

    /// Whether the text is a time in UTC with a final `Z`.
    pub fn is_utc(&self) -> bool {
        self.0.trim().ends_with('Z') && self.unix_millis().is_some()
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<UnixTime> for Timestamp {
    fn from(time: UnixTime) -> Self {
        Self(time.iso8601())
    }
}

impl AsRef<str> for Timestamp {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromJson for Timestamp {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        String::from_json(value, at).map(Self)
    }
}

impl ToJson for Timestamp {
    fn to_json(&self) -> Value {
        Value::String(self.0.clone())
    }
}
