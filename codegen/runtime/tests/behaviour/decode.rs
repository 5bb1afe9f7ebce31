//! Tolerant reading, as answers need it.

use proptest::prelude::*;
use runtime::runtime::json::{At, DecodeError, FromJson, JsonText, Mode, Reader, ToJson, Value};
use runtime::runtime::secret::SecretString;
use runtime::runtime::timestamp::Timestamp;
use serde_json::json;

use crate::sample::rpc::{CreatePeerOutput, Peer};

fn read<T: FromJson>(value: &Value) -> Result<T, DecodeError> {
    T::from_json(value, &At::root(Mode::Tolerant))
}

#[test]
fn integers() {
    let cases = [
        (json!(30), Some(30)),
        (json!("30"), Some(30)),
        (json!(" 30 "), Some(30)),
        (json!("-30"), Some(-30)),
        (json!(30.0), Some(30)),
        (json!(1e3), Some(1000)),
        (json!(9_223_372_036_854_775_807_i64), Some(i64::MAX)),
        (json!("9223372036854775807"), Some(i64::MAX)),
        (json!("-9223372036854775808"), Some(i64::MIN)),
        (
            json!(9_007_199_254_740_993_i64),
            Some(9_007_199_254_740_993),
        ),
        (json!("9007199254740993"), Some(9_007_199_254_740_993)),
        (json!(18_446_744_073_709_551_615_u64), None),
        (json!("9223372036854775808"), None),
        (json!(9_007_199_254_740_992.0), None),
        (json!(1e19), None),
        (json!(30.5), None),
        (json!("30.0"), None),
        (json!("3 0"), None),
        (json!("0x1e"), None),
        (json!(true), None),
        (json!([30]), None),
        (json!(null), None),
    ];
    for (value, expected) in cases {
        assert_eq!(read::<i64>(&value).ok(), expected, "{value}");
    }
    assert_eq!(read::<i32>(&json!("2147483647")).unwrap(), i32::MAX);
    let error = read::<i32>(&json!(2_147_483_648_i64)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "$: expected an integer of 32 bits, found a number that needs more"
    );
}

#[test]
fn numbers() {
    let cases = [
        (json!(1.5), Some(1.5)),
        (json!(2), Some(2.0)),
        (json!(" 1.5 "), Some(1.5)),
        (json!("NaN"), None),
        (json!("inf"), None),
        (json!("1e999"), None),
        (json!(false), None),
    ];
    for (value, expected) in cases {
        assert_eq!(read::<f64>(&value).ok(), expected, "{value}");
    }
}

#[test]
fn booleans() {
    for value in [
        json!(true),
        json!("true"),
        json!("True"),
        json!("TRUE"),
        json!(1),
        json!("1"),
        json!(" true "),
    ] {
        assert_eq!(read::<bool>(&value), Ok(true), "{value}");
    }
    for value in [
        json!(false),
        json!("false"),
        json!("False"),
        json!(0),
        json!("0"),
    ] {
        assert_eq!(read::<bool>(&value), Ok(false), "{value}");
    }
    for value in [json!("yes"), json!(2), json!(0.5), json!([]), json!({})] {
        assert_eq!(
            read::<bool>(&value).unwrap_err().expected(),
            "a boolean",
            "{value}"
        );
    }
}

#[test]
fn texts() {
    let cases = [
        (json!("a"), Some("a")),
        (json!(""), Some("")),
        (
            json!(9_223_372_036_854_775_807_i64),
            Some("9223372036854775807"),
        ),
        (
            json!(18_446_744_073_709_551_615_u64),
            Some("18446744073709551615"),
        ),
        (json!(1.5), Some("1.5")),
        (json!(true), Some("true")),
        (json!([]), None),
        (json!({}), None),
    ];
    for (value, expected) in cases {
        assert_eq!(read::<String>(&value).ok().as_deref(), expected, "{value}");
        assert_eq!(
            read::<SecretString>(&value)
                .ok()
                .as_ref()
                .map(SecretString::expose),
            expected
        );
        assert_eq!(
            read::<Timestamp>(&value)
                .ok()
                .as_ref()
                .map(Timestamp::as_str),
            expected
        );
    }
}

#[test]
fn json_inside_text() {
    assert_eq!(
        read::<JsonText>(&json!("{\"a\":[1]}")),
        Ok(JsonText(json!({ "a": [1] })))
    );
    assert_eq!(
        read::<JsonText>(&json!({ "a": [1] })),
        Ok(JsonText(json!({ "a": [1] })))
    );
    assert!(
        read::<JsonText>(&json!("{s3cret"))
            .is_err_and(|error| !error.to_string().contains("s3cret"))
    );
    assert_eq!(JsonText(json!({ "a": 1 })).to_json(), json!("{\"a\":1}"));
}

#[test]
fn unknown_null_and_missing_members_do_no_harm() {
    let value = json!({
        "Total": "", "New": { "deep": [1] },
        "Peers": [{ "Asn": "", "Id": null, "Status": 7, "AuthKey": 12, "Created": 1_622_422_800, "New": 1 }],
    });
    let output: CreatePeerOutput = read(&value).unwrap();
    assert_eq!(output.total, None);
    let expected = Peer {
        id: None,
        status: Some("7".to_owned()),
        asn: None,
        auth_key: Some("12".into()),
        created: Some("1622422800".into()),
    };
    assert_eq!(output.peers.unwrap(), [expected]);
    assert_eq!(
        read::<CreatePeerOutput>(&json!({})).unwrap(),
        CreatePeerOutput::default()
    );
}

#[test]
fn an_empty_text_is_no_value_unless_it_is_one() {
    let object = json!({ "Empty": "", "Blank": " ", "Text": "x" });
    let tolerant = At::root(Mode::Tolerant);
    let strict = At::root(Mode::Strict);
    assert_eq!(member::<i64>(&object, &tolerant, "Empty"), Ok(None));
    assert_eq!(member::<bool>(&object, &tolerant, "Blank"), Ok(None));
    assert_eq!(member::<Peer>(&object, &tolerant, "Empty"), Ok(None));
    let mut number: Option<i32> = None;
    let mut reader = Reader::new(&object, &tolerant).unwrap();
    reader.optional_text("Empty", &mut number);
    reader.object("Empty", |_| unreachable!("there is no object"));
    assert_eq!(reader.finish(number), Ok(None));
    let text = |name| member::<String>(&object, &tolerant, name);
    assert_eq!(text("Empty"), Ok(Some(String::new())));
    assert_eq!(text("Blank"), Ok(Some(" ".to_owned())));
    assert!(member::<i64>(&object, &tolerant, "Text").is_err());
    assert!(member::<i64>(&object, &strict, "Empty").is_err());
    let mut reader = Reader::new(&object, &strict).unwrap();
    reader.object("Empty", |_| unreachable!("there is no object"));
    assert!(reader.finish(()).is_err());
}

#[test]
fn the_first_error_is_told_and_nothing_is_read_after_it() {
    let object = json!({ "A": "x", "B": [], "C": 3, "D": {} });
    let at = At::root(Mode::Strict);
    let mut reader = Reader::new(&object, &at).unwrap();
    reader.only(&["A", "B", "C", "D"]);
    let (mut a, mut b, mut c) = (None::<i32>, None::<i32>, None::<i32>);
    reader.optional("A", &mut a);
    reader.optional("B", &mut b);
    reader.optional("C", &mut c);
    reader.object("D", |_| unreachable!("nothing is read any more"));
    reader.only(&[]);
    let error = reader.finish(()).unwrap_err();
    assert!(error.to_string().starts_with("A: "), "{error}");
    assert_eq!(c, None);
}

/// A member of an object, read by itself.
fn member<T: FromJson>(
    object: &Value,
    at: &At<'_>,
    name: &'static str,
) -> Result<Option<T>, DecodeError> {
    let mut reader = Reader::new(object, at)?;
    let mut field = None;
    reader.optional(name, &mut field);
    reader.finish(field)
}

#[test]
fn a_box_is_read_and_written_as_what_is_in_it() {
    assert_eq!(read::<Box<i64>>(&json!("7")), Ok(Box::new(7)));
    assert_eq!(Box::new(7_i64).to_json(), json!(7));
}

#[test]
fn errors_have_a_path_and_no_value() {
    let cases = [
        (
            json!({ "Peers": [{}, { "Asn": "s3cret" }] }),
            "Peers[1].Asn",
        ),
        (
            json!({ "Peers": { "Peer": [{ "Id": ["s3cret"] }] } }),
            "Peers[0].Id",
        ),
        (json!({ "Total": { "s3cret": 1 } }), "Total"),
        (json!({ "Peers": "s3cret" }), "Peers[0]"),
        (json!("s3cret"), "$"),
    ];
    for (value, path) in cases {
        let error = read::<CreatePeerOutput>(&value).unwrap_err();
        assert_eq!(error.path(), path, "{value}");
        let texts = format!("{error} {error:?} {} {}", error.expected(), error.found());
        assert!(!texts.contains("s3cret"), "{texts}");
        assert_eq!(error.to_string().lines().count(), 1);
    }
}

#[test]
fn places_print_as_paths() {
    let root = At::root(Mode::Tolerant);
    let peers = root.member("Peers");
    let third = peers.index(3);
    assert_eq!(third.member("Status").to_string(), "Peers[3].Status");
    assert_eq!(third.index(0).to_string(), "Peers[3][0]");
    assert_eq!(root.index(2).member("a").to_string(), "$[2].a");
    assert_eq!(root.member("a\nb").to_string(), r"a\nb");
    assert_eq!(root.to_string(), "$");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn long_ids_survive_as_number_and_as_text(id in any::<i64>()) {
        prop_assert_eq!(read::<i64>(&json!(id)), Ok(id));
        prop_assert_eq!(read::<i64>(&json!(id.to_string())), Ok(id));
        prop_assert_eq!(read::<String>(&json!(id)), Ok(id.to_string()));
        prop_assert_eq!(read::<i64>(&id.to_json()), Ok(id));
    }

    #[test]
    fn no_json_makes_a_reader_panic(text in r#"[\[\]{}",:0-9a-z. -]{0,40}"#) {
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            let _ = read::<CreatePeerOutput>(&json!({ "Peers": value.clone() }));
            let _ = read::<CreatePeerOutput>(&value);
        }
    }
}
