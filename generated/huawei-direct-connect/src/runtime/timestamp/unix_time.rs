use std::time::Duration;

use super::calendar::Date;
use super::http_date;

const SECONDS_PER_DAY: i64 = 86_400;

/// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(
    /// The seconds.
    pub i64,
);

impl UnixTime {
    /// The time in UTC as `YYYY-MM-DDThh:mm:ssZ`.
    pub fn iso8601(self) -> String {
        self.written("-", ":")
    }

    /// The time in UTC as `YYYYMMDDThhmmssZ`.
    pub fn compact(self) -> String {
        self.written("", "")
    }

    /// The time in an HTTP header such as `Date`: `Sun, 06 Nov 1994 08:49:37 GMT`, or one of the two obsolete forms
    /// that RFC 9110 asks recipients to understand.
    pub fn from_http_date(text: &str) -> Option<Self> {
        http_date::unix_seconds(text).map(Self)
    }

    /// The time from `earlier` to this; nothing if this is the earlier one.
    pub fn since(self, earlier: Self) -> Duration {
        let seconds = self.0.saturating_sub(earlier.0);
        Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
    }

    fn written(self, dash: &str, colon: &str) -> String {
        let Date { year, month, day } = Date::from_days(self.0.div_euclid(SECONDS_PER_DAY));
        let second = self.0.rem_euclid(SECONDS_PER_DAY);
        let mut text = String::with_capacity("YYYY-MM-DDThh:mm:ssZ".len());
        if (0..10_000).contains(&year) {
            push_digits(&mut text, year / 100);
            push_digits(&mut text, year % 100);
        } else {
            text.push_str(&year.to_string());
        }
        for (mark, number) in [
            (dash, month),
            (dash, day),
            ("T", second / 3600),
            (colon, second / 60 % 60),
            (colon, second % 60),
        ] {
            text.push_str(mark);
            push_digits(&mut text, number);
        }
        text.push('Z');
        text
    }
}

/// Appends a number below 100 as two digits. Every request has a time, which `format!` would take long for.
fn push_digits(text: &mut String, number: i64) {
    for digit in [number / 10, number % 10] {
        text.extend(
            u32::try_from(digit)
                .ok()
                .and_then(|digit| char::from_digit(digit, 10)),
        );
    }
}
