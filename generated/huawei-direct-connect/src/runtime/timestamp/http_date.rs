//! Dates in HTTP headers, RFC 9110, section 5.6.7.

use super::calendar::Date;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Seconds since 1970-01-01T00:00:00Z. The day of the week is not checked: it adds nothing.
pub(super) fn unix_seconds(text: &str) -> Option<i64> {
    let words: Vec<&str> = text
        .split([' ', '-', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let (day, month, year, time) = match words.as_slice() {
        // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT
        [_, day, month, year, time, "GMT"] => (day, month, year, time),
        // Sun Nov  6 08:49:37 1994
        [_, month, day, time, year] => (day, month, year, time),
        _ => return None,
    };
    let date = Date {
        year: full_year(year)?,
        month: 1 + i64::try_from(MONTHS.iter().position(|name| name == month)?).ok()?,
        day: number(day)?,
    };
    Some(date.to_days()? * 86_400 + second_of_day(time)?)
}

/// A year of two digits belongs to the century that RFC 9110 leaves it in until 2070.
fn full_year(text: &str) -> Option<i64> {
    let year = number(text)?;
    Some(match text.len() {
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    })
}

fn second_of_day(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let hour = number(parts.next()?).filter(|hour| *hour < 24)?;
    let minute = number(parts.next()?).filter(|minute| *minute < 60)?;
    let second = number(parts.next()?).filter(|second| *second <= 60)?;
    parts
        .next()
        .is_none()
        .then_some((hour * 60 + minute) * 60 + second)
}

/// At most four ASCII digits.
fn number(text: &str) -> Option<i64> {
    let fits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}
