//! Times as the signature schemes write them.

use std::time::{SystemTime, UNIX_EPOCH};

/// How far a provider lets a request's time be off, in seconds.
const TOLERANCE: i64 = 900;

/// Seconds since 1970 of a time such as `2024-07-24T07:17:24Z`, or `None` if it is not exactly of this form.
pub fn from_iso8601(text: &str) -> Option<i64> {
    read(text, "0000-00-00T00:00:00Z")
}

/// Seconds since 1970 of a time such as `20240724T071724Z`, or `None` if it is not exactly of this form.
pub fn from_compact(text: &str) -> Option<i64> {
    read(text, "00000000T000000Z")
}

/// Fails unless `time` is about now.
pub fn assert_fresh(time: i64) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = i64::try_from(now.as_secs()).unwrap();
    assert!(
        (now - time).abs() <= TOLERANCE,
        "a request of {time} reached a server at {now}"
    );
}

/// Reads `text`, which has digits exactly where `form` has zeros.
fn read(text: &str, form: &str) -> Option<i64> {
    let fits = |(form, given): (char, char)| match form {
        '0' => given.is_ascii_digit(),
        _ => form == given,
    };
    if text.len() != form.len() || !form.chars().zip(text.chars()).all(fits) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = |from: usize, to: usize| digits[from..to].parse::<i64>().ok();
    let days = days_since_1970(number(0, 4)?, number(4, 6)?, number(6, 8)?);
    Some(days * 86_400 + number(8, 10)? * 3600 + number(10, 12)? * 60 + number(12, 14)?)
}

fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let years: i64 = (1970..year)
        .map(|year| if is_leap(year) { 366 } else { 365 })
        .sum();
    let february = if is_leap(year) { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let months: i64 = lengths
        .iter()
        .take(usize::try_from(month - 1).unwrap())
        .sum();
    years + months + day - 1
}
