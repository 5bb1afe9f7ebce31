//! Strict reading, as requests given as JSON need it.

use runtime::runtime::json::{At, DecodeError, FromJson, Mode, ToJson, Value};
use serde_json::json;

use crate::sample::rest::AssociateInput;
use crate::sample::rpc::CreatePeerInput;

fn read<T: FromJson>(value: &Value) -> Result<T, DecodeError> {
    T::from_json(value, &At::root(Mode::Strict))
}

#[test]
fn types_must_be_exact() {
    let cases = [
        (
            json!({ "MultiHop": "3" }),
            "MultiHop: expected an integer, found a string",
        ),
        (
            json!({ "MultiHop": 3.5 }),
            "MultiHop: expected an integer, found a number that is not one",
        ),
        (
            json!({ "MultiHop": 3.0 }),
            "MultiHop: expected an integer, found a number that is not one",
        ),
        (
            json!({ "EnableBfd": "true" }),
            "EnableBfd: expected a boolean, found a string",
        ),
        (
            json!({ "EnableBfd": 1 }),
            "EnableBfd: expected a boolean, found a number",
        ),
        (
            json!({ "Name": 1 }),
            "Name: expected a string, found a number",
        ),
        (
            json!({ "AuthKey": 1 }),
            "AuthKey: expected a string, found a number",
        ),
        (
            json!({ "IpVersion": 4 }),
            "IpVersion: expected a string, found a number",
        ),
        (
            json!({ "Filter": {} }),
            "Filter: expected a list, found an object",
        ),
        (
            json!({ "Filter": "" }),
            "Filter: expected a list, found a string",
        ),
        (
            json!({ "Filter": [null] }),
            "Filter[0]: expected an object, found null",
        ),
        (
            json!({ "Filter": [{ "Value": ["a", true] }] }),
            "Filter[0].Value[1]: expected a string, found a boolean",
        ),
        (json!([]), "$: expected an object, found a list"),
    ];
    for (value, message) in cases {
        assert_eq!(
            read::<CreatePeerInput>(&value).unwrap_err().to_string(),
            message
        );
    }
}

#[test]
fn absent_and_null_mean_not_given() {
    assert_eq!(
        read::<CreatePeerInput>(&json!({})),
        Ok(CreatePeerInput::default())
    );
    let nulls = json!({ "Name": null, "MultiHop": null, "Filter": null });
    assert_eq!(
        read::<CreatePeerInput>(&nulls),
        Ok(CreatePeerInput::default())
    );
}

#[test]
fn all_unknown_members_are_named_with_suggestions() {
    let error = read::<CreatePeerInput>(
        &json!({ "groupId": "g", "EnabelBfd": true, "Zzz": 1, "Name": "a" }),
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "$: expected only known members, found `EnabelBfd` (did you mean `EnableBfd`?), `Zzz`, \
         `groupId` (did you mean `GroupId`?)"
    );
    let error = read::<CreatePeerInput>(&json!({ "Filter": [{}, { "Keys": 1 }] })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Filter[1]: expected only known members, found `Keys` (did you mean `Key`?)"
    );
}

#[test]
fn numbers_that_travel_as_text_may_be_given_either_way() {
    for vlan in [json!(56), json!("56")] {
        let input: AssociateInput = read(&json!({ "channel": { "vlan": vlan } })).unwrap();
        assert_eq!(input.vlan, Some(56));
        assert_eq!(input.to_json(), json!({ "channel": { "vlan": "56" } }));
    }
    for vlan in [json!(true), json!(5.5), json!("x")] {
        let error = read::<AssociateInput>(&json!({ "channel": { "vlan": vlan } })).unwrap_err();
        assert_eq!(error.path(), "channel.vlan");
    }
    let error = read::<AssociateInput>(&json!({ "channel": { "vlam": 1 } })).unwrap_err();
    assert_eq!(error.path(), "channel");
    // Names are looked at before values.
    let error =
        read::<AssociateInput>(&json!({ "channel": { "vlam": 1 }, "chanel": 1 })).unwrap_err();
    assert_eq!(error.path(), "$");
}
