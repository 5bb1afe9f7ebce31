use super::calendar::Date;

/// Milliseconds since 1970-01-01T00:00:00Z of any spelling that the documents show.
pub(super) fn unix_millis(text: &str) -> Option<i64> {
    let text = text.trim();
    match text.split_once('T') {
        Some((date, rest)) => {
            let days = date_of(date)?.to_days()?;
            let (time, offset_minutes) = split_zone(rest)?;
            let minutes = days * 24 * 60 - offset_minutes;
            Some(minutes * 60_000 + millis_of_day(time)?)
        }
        None => {
            let seconds = text.strip_prefix('-').unwrap_or(text);
            digits(seconds, seconds.len())?;
            text.parse::<i64>().ok()?.checked_mul(1000)
        }
    }
}

fn date_of(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let date = Date {
        year: digits(parts.next()?, 4)?,
        month: digits(parts.next()?, 2).filter(|month| (1..=12).contains(month))?,
        day: digits(parts.next()?, 2)?,
    };
    parts.next().is_none().then_some(date)
}

/// The time of day and the offset from UTC in minutes.
fn split_zone(text: &str) -> Option<(&str, i64)> {
    if let Some(time) = text.strip_suffix('Z') {
        return Some((time, 0));
    }
    let (time, zone) = text.split_at_checked(text.find(['+', '-'])?)?;
    let (sign, zone) = match zone.strip_prefix('+') {
        Some(zone) => (1, zone),
        None => (-1, zone.strip_prefix('-')?),
    };
    let (hours, minutes) = zone.split_once(':').or_else(|| zone.split_at_checked(2))?;
    let hours = digits(hours, 2).filter(|hours| *hours < 24)?;
    let minutes = digits(minutes, 2).filter(|minutes| *minutes < 60)?;
    Some((time, sign * (hours * 60 + minutes)))
}

/// Milliseconds since midnight of `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff…`.
fn millis_of_day(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut parts = whole.split(':');
    let hours = digits(parts.next()?, 2).filter(|hours| *hours < 24)?;
    let minutes = digits(parts.next()?, 2).filter(|minutes| *minutes < 60)?;
    let seconds = match parts.next() {
        // A leap second is written as 60 and counts as the second after it.
        Some(seconds) => digits(seconds, 2).filter(|seconds| *seconds <= 60)?,
        None => 0,
    };
    if parts.next().is_some() {
        return None;
    }
    let millis = if text.contains('.') {
        millis_of_fraction(fraction)?
    } else {
        0
    };
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis)
}

/// The first three digits of a fraction of a second.
fn millis_of_fraction(text: &str) -> Option<i64> {
    digits(text, text.len())?;
    let padded: String = text.chars().chain("000".chars()).take(3).collect();
    padded.parse().ok()
}

/// The number that exactly `count` ASCII digits make.
fn digits(text: &str, count: usize) -> Option<i64> {
    let fits = count > 0 && text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}
