//! Writing JSON.

use proptest::prelude::*;
use runtime::runtime::json::{At, FromJson, Mode, ToJson, Writer};
use serde_json::json;

use crate::sample::rpc::{CreatePeerInput, Filter};

#[test]
fn what_is_not_given_is_left_out() {
    assert_eq!(CreatePeerInput::default().to_json(), json!({}));
    let mut writer = Writer::new();
    writer.put_object("Empty", Writer::new());
    writer.put::<String>("None", &None);
    writer.put("List", &Some(Vec::<String>::new()));
    assert_eq!(writer.finish(), json!({ "List": [] }));
}

#[test]
fn scalars_can_be_written_as_text() {
    let mut writer = Writer::new();
    writer.put_text("Number", &Some(9_007_199_254_740_993_i64));
    writer.put_text("Boolean", &Some(true));
    writer.put_text("Text", &Some("a".to_owned()));
    writer.put_text("List", &Some(vec![1, 2]));
    writer.put_text::<i32>("None", &None);
    assert_eq!(
        writer.finish(),
        json!({ "Number": "9007199254740993", "Boolean": "true", "Text": "a", "List": ["1", "2"] })
    );
}

#[test]
fn numbers_that_json_lacks_become_null() {
    assert_eq!(f64::NAN.to_json(), json!(null));
    assert_eq!(1.5_f64.to_json(), json!(1.5));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn requests_survive_the_way_through_json(
        name in proptest::option::of(".*"),
        hops in proptest::option::of(any::<i32>()),
        bfd in proptest::option::of(any::<bool>()),
        key in proptest::option::of(".*"),
        values in proptest::option::of(proptest::collection::vec(".*", 0..3)),
    ) {
        let input = CreatePeerInput {
            name,
            multi_hop: hops,
            enable_bfd: bfd,
            auth_key: key.clone().map(Into::into),
            ip_version: key.as_deref().map(Into::into),
            filter: values.map(|value| vec![Filter { key, value: Some(value), password: None }]),
            ..CreatePeerInput::default()
        };
        for mode in [Mode::Strict, Mode::Tolerant] {
            let text = input.to_json().to_string();
            let value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&CreatePeerInput::from_json(&value, &At::root(mode)).unwrap(), &input);
        }
    }
}
