use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use super::super::Failure;
use crate::diff::Date;

/// The variable that tells another time than the clock, for builds and tests that must not depend on it.
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// Today's date in UTC.
pub(super) fn today() -> Result<Date, Failure> {
    let seconds = match env::var_os(VARIABLE) {
        Some(value) => value
            .to_str()
            .and_then(|value| value.parse().ok())
            .ok_or_else(|| {
                Failure::usage(format!(
                    "{VARIABLE} must be a number of seconds since 1970, not `{}`",
                    value.display()
                ))
            })?,
        None => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |since| {
                i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
            })
        }
    };
    Ok(Date::of_unix_seconds(seconds))
}
