//! Points in time.

use proptest::prelude::*;
use runtime::runtime::timestamp::{Timestamp, UnixTime};

fn millis(text: &str) -> Option<i64> {
    Timestamp::from(text).unix_millis()
}

#[test]
fn every_documented_spelling_is_understood() {
    for text in [
        "2021-05-31T01:00:00Z",
        "2021-05-31T01:00Z",
        "2021-05-31T01:00:00.000Z",
        "2021-05-31T09:00:00+08:00",
        "2021-05-31T09:00:00+0800",
        "2021-05-31T09:00+0800",
        "2021-05-30T20:30:00-04:30",
        "1622422800",
        " 2021-05-31T01:00:00Z ",
    ] {
        assert_eq!(millis(text), Some(1_622_422_800_000), "{text}");
        assert_eq!(
            Timestamp::from(text).as_str(),
            text,
            "the text stays as it came"
        );
    }
    assert_eq!(millis("2018-10-19T09:53:26.5Z"), Some(1_539_942_806_500));
    assert_eq!(
        millis("2018-10-19T09:53:26.123456789Z"),
        Some(1_539_942_806_123)
    );
    assert_eq!(
        Timestamp::from("1969-12-31T23:59:59.5Z").unix_seconds(),
        Some(-1)
    );
    assert_eq!(
        millis("2016-12-31T23:59:60Z"),
        Some(1_483_228_800_000),
        "a leap second"
    );
    assert_eq!(millis("2000-02-29T00:00:00Z"), Some(951_782_400_000));
    assert_eq!(millis("-1"), Some(-1000));
}

#[test]
fn anything_else_is_not() {
    for text in [
        "",
        "-",
        "now",
        "2021-05-31",
        "2021-05-31 01:00:00Z",
        "2021-05-31T01:00:00",
        "2021-05-31T01Z",
        "2021-13-01T00:00:00Z",
        "2021-00-01T00:00:00Z",
        "2021-02-29T00:00:00Z",
        "2021-04-31T00:00:00Z",
        "2021-05-00T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2021-05-31T24:00:00Z",
        "2021-05-31T01:60:00Z",
        "2021-05-31T01:00:61Z",
        "2021-05-31T01:00:00.Z",
        "2021-05-31T01:00.5:00Z",
        "2021-05-31T01:00:00+8",
        "2021-05-31T01:00:00+24:00",
        "+2021-05-31T01:00:00Z",
        "21-05-31T01:00:00Z",
        "１622422800",
        "99999999999999999999",
        "9223372036854775807",
        "2021-05-31T01:00:00+é8",
    ] {
        assert_eq!(millis(text), None, "{text}");
    }
}

#[test]
fn times_print_as_signatures_want_them() {
    let time = UnixTime(1_721_805_444);
    assert_eq!(time.iso8601(), "2024-07-24T07:17:24Z");
    assert_eq!(time.compact(), "20240724T071724Z");
    assert_eq!(UnixTime(0).iso8601(), "1970-01-01T00:00:00Z");
    assert_eq!(UnixTime(-1).iso8601(), "1969-12-31T23:59:59Z");
    assert_eq!(Timestamp::from(time).to_string(), "2024-07-24T07:17:24Z");
    // Nonsense, but no panic.
    for extreme in [i64::MIN, i64::MAX] {
        assert!(UnixTime(extreme).iso8601().ends_with('Z'));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// From the year 0 to the year 9999.
    #[test]
    fn what_is_printed_reads_back(seconds in -62_167_219_200_i64..=253_402_300_799) {
        let text = UnixTime(seconds).iso8601();
        prop_assert_eq!(Timestamp::from(text).unix_seconds(), Some(seconds));
    }

    #[test]
    fn days_follow_one_another(day in -719_528_i64..=2_932_895) {
        let date = |day: i64| UnixTime(day * 86_400).iso8601();
        prop_assert!(date(day) < date(day + 1));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in ".*", shaped in "[0-9T:Z+. -]{0,30}") {
        let _ = (millis(&text), millis(&shaped));
    }
}
