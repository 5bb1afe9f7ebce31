//! Days, as far as approvals need them.

use std::fmt;

/// Days in 400 years, after which the calendar repeats.
const CYCLE: i64 = 146_097;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i64,
    month: i64,
    day: i64,
}

impl Date {
    /// A day written as `2026-12-31`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let valid = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            valid.then(|| part.parse::<i64>().ok())?
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let valid = parts.next().is_none()
            && (1..=12).contains(&month)
            && (1..=days_of_month(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The day, in UTC, of a number of seconds since 1970 began.
    #[must_use]
    pub fn of_unix_seconds(seconds: i64) -> Self {
        let days = seconds.div_euclid(24 * 60 * 60);
        let mut year = 1970 + 400 * days.div_euclid(CYCLE);
        let mut rest = days.rem_euclid(CYCLE);
        while rest >= days_of_year(year) {
            rest -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while rest >= days_of_month(year, month) {
            rest -= days_of_month(year, month);
            month += 1;
        }
        Self {
            year,
            month,
            day: rest + 1,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_of_year(year: i64) -> i64 {
    365 + i64::from(is_leap(year))
}

fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn day(seconds: i64) -> String {
        Date::of_unix_seconds(seconds).to_string()
    }

    #[test]
    fn seconds_become_days() {
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(-1), "1969-12-31");
        assert_eq!(day(86_399), "1970-01-01");
        assert_eq!(day(951_782_400), "2000-02-29");
        assert_eq!(day(951_868_800), "2000-03-01");
        assert_eq!(day(1_709_164_800), "2024-02-29");
        assert_eq!(day(4_107_542_400), "2100-03-01");
        assert_eq!(day(253_402_300_799), "9999-12-31");
        // What no clock shows must still end.
        assert!(day(i64::MAX).ends_with("-04"));
        assert!(!day(i64::MIN).is_empty());
    }

    #[test]
    fn only_days_that_exist_are_read() {
        for good in ["2026-12-31", "2000-02-29", "2024-02-29", "0001-01-01"] {
            assert_eq!(
                Date::parse(good).map(|date| date.to_string()),
                Some(good.to_owned())
            );
        }
        for bad in [
            "",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-04-31",
            "2026-01-00",
            "2026-1-1",
            "26-01-01",
            "2026-01-01-",
            "2026-01-01T00:00",
            "2026/01/01",
            "+026-01-01",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_in_order() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map(Date::parse);
        assert!(days.is_sorted());
    }
}
