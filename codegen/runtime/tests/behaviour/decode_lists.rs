//! Every shape in which answers write a list.

use runtime::runtime::json::{At, DecodeError, FromJson, Mode, Reader, Value};
use serde_json::json;

use crate::sample::rpc::{CreatePeerOutput, Peer};

fn read<T: FromJson>(value: &Value) -> Result<T, DecodeError> {
    T::from_json(value, &At::root(Mode::Tolerant))
}

fn list(value: Value, element: Option<&'static str>) -> Result<Option<Vec<String>>, DecodeError> {
    let object = json!({ "List": value });
    let root = At::root(Mode::Tolerant);
    let mut reader = Reader::new(&object, &root)?;
    let mut list = None;
    reader.list("List", element, &mut list);
    reader.finish(list)
}

#[test]
fn every_shape_of_a_list() {
    let ab = || Ok(Some(vec!["a".to_owned(), "b".to_owned()]));
    let a = || Ok(Some(vec!["a".to_owned()]));
    let none = || Ok(Some(Vec::new()));
    assert_eq!(list(json!(["a", "b"]), None), ab());
    assert_eq!(list(json!(["a", "b"]), Some("Item")), ab());
    assert_eq!(list(json!({ "Item": ["a", "b"] }), Some("Item")), ab());
    assert_eq!(
        list(json!({ "item": ["a", "b"] }), Some("Item")),
        ab(),
        "another name, but only a list"
    );
    assert_eq!(list(json!({ "Anything": ["a", "b"] }), None), ab());
    assert_eq!(list(json!({ "Item": "a" }), Some("Item")), a());
    assert_eq!(list(json!({ "Item": ["a"], "More": 1 }), Some("Item")), a());
    assert_eq!(list(json!("a"), None), a());
    assert_eq!(list(json!(["a", null]), None), a());
    assert_eq!(list(json!([]), None), none());
    assert_eq!(list(json!({}), Some("Item")), none());
    assert_eq!(list(json!({ "Item": null }), Some("Item")), none());
    assert_eq!(list(json!({ "Item": "" }), Some("Item")), none());
    assert_eq!(list(json!(null), None), Ok(None));
    assert_eq!(list(json!(""), None), Ok(None));
    assert!(list(json!([["a"]]), None).is_err());
}

#[test]
fn a_single_object_is_a_list_of_one() {
    let peer = |id: &str| Peer {
        id: Some(id.to_owned()),
        status: Some("s".to_owned()),
        ..Peer::default()
    };
    for value in [
        json!({ "Peers": { "Id": "a", "Status": "s" } }),
        json!({ "Peers": { "Peer": { "Id": "a", "Status": "s" } } }),
        json!({ "Peers": [{ "Id": "a", "Status": "s" }] }),
        json!({ "Peers": { "Peer": [{ "Id": "a", "Status": "s" }] } }),
    ] {
        assert_eq!(
            read::<CreatePeerOutput>(&value).unwrap().peers,
            Some(vec![peer("a")]),
            "{value}"
        );
    }
}
