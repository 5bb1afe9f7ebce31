//! Enums that accept values newer than the crate.

use runtime::runtime::json::{At, FromJson, Mode, ToJson, Value};
use runtime::runtime::open_enum::UnknownValue;
use serde_json::json;

use crate::sample::rpc::IpVersion;

/// Travels as a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
enum EnableIpv6 {
    Off,
    On,
    Unknown(UnknownValue),
}

impl EnableIpv6 {
    fn as_str(&self) -> &str {
        match self {
            Self::Off => "0",
            Self::On => "1",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for EnableIpv6 {
    fn from(text: &str) -> Self {
        match text {
            "0" => Self::Off,
            "1" => Self::On,
            _ => Self::Unknown(UnknownValue::new(text)),
        }
    }
}

runtime::open_enum!(EnableIpv6, integer);

fn tolerant<T: FromJson>(value: &Value) -> Option<T> {
    T::from_json(value, &At::root(Mode::Tolerant)).ok()
}

#[test]
fn known_values_and_aliases_have_one_spelling() {
    for text in ["IPv4", "ipv4"] {
        let version: IpVersion = text.into();
        assert_eq!(
            (version.to_string().as_str(), version.is_known()),
            ("IPv4", true)
        );
    }
    assert_eq!(IpVersion::from("IPv6".to_owned()), IpVersion::Ipv6);
    assert_eq!(IpVersion::from(&"IPv6".to_owned()).as_ref(), "IPv6");
    assert_eq!(format!("[{:>6}]", IpVersion::Ipv4), "[  IPv4]");
}

#[test]
fn unknown_values_keep_their_text() {
    let version: IpVersion = tolerant(&json!("IPv10")).unwrap();
    assert!(!version.is_known());
    assert_eq!(version.as_str(), "IPv10");
    assert_eq!(version.to_json(), json!("IPv10"));
    assert_eq!(tolerant::<IpVersion>(&json!(4)).unwrap().as_str(), "4");
    assert_eq!(tolerant::<IpVersion>(&json!("")).unwrap().as_str(), "");
    assert_eq!(tolerant::<IpVersion>(&json!({})), None);
}

#[test]
fn numbers_travel_as_numbers() {
    for value in [json!(1), json!("1"), json!(" 1 ")] {
        assert_eq!(
            tolerant::<EnableIpv6>(&value),
            Some(EnableIpv6::On),
            "{value}"
        );
    }
    assert_eq!(EnableIpv6::Off.to_json(), json!(0));
    let newer: EnableIpv6 = tolerant(&json!(7)).unwrap();
    assert_eq!((newer.as_str(), newer.to_json()), ("7", json!(7)));
    let odd: EnableIpv6 = tolerant(&json!("auto")).unwrap();
    assert_eq!(odd.to_json(), json!("auto"));

    let strict = At::root(Mode::Strict);
    assert_eq!(
        EnableIpv6::from_json(&json!(1), &strict),
        Ok(EnableIpv6::On)
    );
    assert!(EnableIpv6::from_json(&json!("1"), &strict).is_err());
}
