//! Removal of secrets from texts.

use proptest::prelude::*;
use runtime::runtime::escape::escape;
use runtime::runtime::scrub::{Scrubber, redact};
use serde_json::json;

fn scrubber(secrets: &[&str]) -> Scrubber {
    let mut scrubber = Scrubber::new();
    for secret in secrets {
        scrubber.add(secret);
    }
    scrubber
}

#[test]
fn every_form_of_a_secret_is_found() {
    let scrubber = scrubber(&["p/w \"1\""]);
    for form in [
        "p/w \"1\"",
        "p%2Fw%20%221%22",
        "p%252Fw%2520%25221%2522",
        r#"p/w \"1\""#,
    ] {
        assert_eq!(
            scrubber.scrub(&format!("a {form} b {form}")),
            "a [redacted] b [redacted]"
        );
    }
    assert_eq!(scrubber.scrub("nothing to see"), "nothing to see");
}

#[test]
fn characters_may_be_xml_references() {
    let scrubber = scrubber(&["a&\"<'>专b", "&lt;"]);
    for form in [
        "a&\"<'>专b",
        "a&amp;\"&lt;'>专b",
        "a&amp;&quot;&lt;&apos;&gt;专b",
        "a&#38;&#34;&#x3c;&#39;&#X3E;专b",
        "&#97;&#38;&#34;&#x3C;&#39;&#x0003e;&#x4e13;&#98;",
        "&lt;",
        "&amp;lt;",
    ] {
        assert_eq!(scrubber.scrub(form), "[redacted]", "{form}");
    }
    for harmless in ["a&amp;", "&", "&;", "&#;", "&#x110000;", "&gt", "&专;"] {
        assert_eq!(scrubber.scrub(harmless), harmless);
    }
}

#[test]
fn short_nested_and_repeated_secrets_leave_no_trace() {
    assert_eq!(scrubber(&["e"]).scrub("eel see"), "[redacted]l s[redacted]");
    assert_eq!(
        scrubber(&["key", "monkey"]).scrub("monkey key"),
        "[redacted] [redacted]"
    );
    assert_eq!(scrubber(&["ab"]).scrub("ababab"), "[redacted]");
    assert_eq!(scrubber(&[""]).scrub("text"), "text");
    assert_eq!(scrubber(&["专线"]).scrub("一专线二"), "一[redacted]二");
}

#[test]
fn members_are_found_by_path() {
    let value = json!({
        "AuthKey": "top", "Number": 4711, "Flag": true,
        "PMInfo": [{ "No": "one" }, { "No": "two", "Name": "fine" }, "odd"],
        "a": { "b": { "c": ["deep", { "d": "deeper" }] } },
    });
    let mut scrubber = Scrubber::new();
    let paths = [
        "AuthKey",
        "Number",
        "Flag",
        "PMInfo[].No",
        "a.b.c[]",
        "missing.x",
        "PMInfo.No",
    ];
    scrubber.add_members(value.as_object().unwrap(), &paths);
    assert_eq!(
        scrubber.scrub("top 4711 true one two fine deep-deeper"),
        "[redacted] [redacted] true [redacted] [redacted] fine [redacted]-[redacted]"
    );
    assert_eq!(format!("{scrubber:?}"), "Scrubber { .. }");
}

#[test]
fn outputs_can_be_redacted() {
    let mut value = json!({ "Groups": [{ "AuthKey": "a", "Id": 1 }, { "AuthKey": null }], "Key": ["x"], "b": { "c": 1 } });
    redact(&mut value, &["Groups[].AuthKey", "Key[]", "b.c", "missing"]);
    assert_eq!(
        value,
        json!({ "Groups": [{ "AuthKey": "[redacted]", "Id": 1 }, { "AuthKey": null }], "Key": ["[redacted]"], "b": { "c": "[redacted]" } })
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The secret has no character of the mark or of the text around it.
    #[test]
    fn no_form_survives(secret in "[X-Z0-9/ \"\\\\专]{1,12}", before in "[a-c]{0,5}", after in "[a-c]{0,5}") {
        let scrubber = scrubber(&[&secret]);
        let once = escape(&secret);
        let quoted = serde_json::to_string(&secret).unwrap();
        let json = quoted[1..quoted.len() - 1].to_owned();
        for form in [secret.clone(), once.clone(), escape(&once), json] {
            let clean = scrubber.scrub(&format!("{before}{form}{after}"));
            prop_assert!(!clean.contains(&secret), "{}", clean);
            prop_assert!(!clean.contains(&form), "{}", clean);
        }
    }
}
