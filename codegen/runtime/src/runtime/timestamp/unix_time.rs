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
        let (date, hour, minute, second) = self.fields();
        let Date { year, month, day } = date;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    /// The time in UTC as `YYYYMMDDThhmmssZ`.
    pub fn compact(self) -> String {
        let (date, hour, minute, second) = self.fields();
        let Date { year, month, day } = date;
        format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
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

    fn fields(self) -> (Date, i64, i64, i64) {
        let date = Date::from_days(self.0.div_euclid(SECONDS_PER_DAY));
        let second_of_day = self.0.rem_euclid(SECONDS_PER_DAY);
        (
            date,
            second_of_day / 3600,
            second_of_day / 60 % 60,
            second_of_day % 60,
        )
    }
}
