//! What headers say about when to come back.

use std::time::Duration;

use http::HeaderMap;
use runtime::runtime::retry::RetryAfter;
use runtime::runtime::timestamp::UnixTime;

/// 1994-11-06T08:49:37Z, the example of RFC 9110.
const THEN: UnixTime = UnixTime(784_111_777);

fn read(headers: &[(&'static str, &'static str)]) -> RetryAfter {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
        .collect();
    RetryAfter::read(&headers, Some("x-acs-retry-after"), THEN)
}

fn seconds(seconds: u64) -> Option<Duration> {
    Some(Duration::from_secs(seconds))
}

#[test]
fn http_dates_are_read_in_all_three_forms() {
    for text in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        assert_eq!(UnixTime::from_http_date(text), Some(THEN), "{text}");
    }
    let leap = UnixTime::from_http_date("Thu, 29 Feb 2024 00:00:00 GMT").unwrap();
    assert_eq!(leap.iso8601(), "2024-02-29T00:00:00Z");
    let soon = UnixTime::from_http_date("Friday, 01-Jan-27 00:00:00 GMT").unwrap();
    assert_eq!(soon.iso8601(), "2027-01-01T00:00:00Z");
    for text in [
        "",
        "GMT",
        "Thu, 30 Feb 2024 00:00:00 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49 GMT",
        "Sun, 06 Now 1994 08:49:37 GMT",
        "Sun, +6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
    ] {
        assert_eq!(UnixTime::from_http_date(text), None, "{text}");
    }
}

#[test]
fn a_pause_is_given_in_seconds_or_as_a_date() {
    assert_eq!(read(&[("retry-after", "120")]).pause, seconds(120));
    assert_eq!(read(&[("retry-after", " 0 ")]).pause, seconds(0));
    let date = ("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT");
    assert_eq!(read(&[date]).pause, seconds(30));
    let skewed = ("date", "Sun, 06 Nov 1994 08:50:02 GMT");
    assert_eq!(read(&[date, skewed]).pause, seconds(5), "by its own clock");
    let past = ("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT");
    assert_eq!(read(&[past]).pause, seconds(0));
    for nonsense in ["", "-1", "1.5", "soon"] {
        assert_eq!(read(&[("retry-after", nonsense)]), RetryAfter::default());
    }
}

#[test]
fn a_positive_throttle_header_wins() {
    let throttled = read(&[("x-acs-retry-after", "1500"), ("retry-after", "9")]);
    assert_eq!(throttled.pause, Some(Duration::from_millis(1500)));
    assert!(throttled.is_throttled);
    for idle in ["0", "-5", "soon", ""] {
        let after = read(&[("x-acs-retry-after", idle), ("retry-after", "9")]);
        assert_eq!((after.pause, after.is_throttled), (seconds(9), false));
    }
}
