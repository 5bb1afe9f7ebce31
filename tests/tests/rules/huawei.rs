//! Huawei Direct Connect.

use end_to_end::clients::huawei::PROJECT_ID;
use end_to_end::rules::{Operation, letters};
use huawei_direct_connect::{Client, Credentials, ErrorKind};
use serde_json::{Value, json};

use crate::operations::huawei as operations;

/// Fails unless the member `member` of the object `object` breaks exactly the rule `rule` with each of `bad`, and none
/// with each of `good`.
fn limits<G, B>(operation: &Operation, [object, member]: [&str; 2], rule: &str, good: G, bad: B)
where
    G: IntoIterator<Item: Into<Value>>,
    B: IntoIterator<Item: Into<Value>>,
{
    for value in good {
        operation.allows(json!({ object: { member: value.into() } }));
    }
    let path = format!("{object}.{member}");
    let rule = format!("{path}.{rule}");
    for value in bad {
        let change = json!({ object: { member: value.into() } });
        operation.refuses(change, [(&path, &rule)]);
    }
}

#[test]
fn h1_an_update_changes_something() {
    let operation =
        operations::update_direct_connect().with(json!({ "direct_connect": { "name": null } }));
    for (member, value) in [
        ("name", json!("connection")),
        ("name", json!("")),
        ("description", json!("")),
        ("bandwidth", json!(100)),
        ("peer_location", json!("")),
        ("status", json!("APPLY")),
        ("provider_status", json!("DOWN")),
    ] {
        operation.allows(json!({ "direct_connect": { member: value } }));
    }
    let nothing = [("direct_connect.name", "something-to-change")];
    operation.refuses(json!({}), nothing);
    operation.refuses(json!({ "direct_connect": null }), nothing);
}

#[test]
fn h2_id_of_36_characters() {
    let operation = operations::update_direct_connect();
    let lengths = [letters(0), letters(35), letters(37)];
    operation.limits("direct_connect_id", "length", [letters(36)], lengths);
    operation.requires(["direct_connect_id"]);
}

/// Only a request that is signed goes without a token.
#[test]
fn h3_token() {
    for length in [0, 1, 10240, 10241] {
        let client = Client::builder()
            .endpoint("http://127.0.0.1:9")
            .project_id(PROJECT_ID)
            .credentials(Credentials::token(letters(length)))
            .build()
            .unwrap();
        let id = "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a";
        let update = client.update_direct_connect().direct_connect_id(id);
        match update.name("connection").build_request() {
            Ok(request) => {
                let request = request.into_http();
                assert_eq!(request.headers()["x-auth-token"].len(), length);
                assert!((1..=10240).contains(&length));
            }
            // The document allows an empty one, with which no request could succeed.
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
                assert!([0, 10241].contains(&length), "{length}: {error}");
            }
        }
    }
    let error = Credentials::from_env_with(&|_| None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
    assert!(
        error.to_string().contains("HUAWEICLOUD_AUTH_TOKEN"),
        "{error}"
    );
}

#[test]
fn h4_lengths_of_texts() {
    for (operation, object) in [
        (operations::update_direct_connect(), "direct_connect"),
        (operations::create_hosted_direct_connect(), "hosted_connect"),
    ] {
        for (member, most) in [("name", 64), ("description", 128), ("peer_location", 255)] {
            let good = [letters(0), letters(1), letters(most), "线".repeat(most)];
            let bad = [letters(most + 1), "线".repeat(most + 1)];
            limits(&operation, [object, member], "length", good, bad);
        }
    }
}

#[test]
fn h5_new_bandwidth() {
    let operation = operations::update_direct_connect();
    let bandwidth = ["direct_connect", "bandwidth"];
    limits(
        &operation,
        bandwidth,
        "range",
        [2, 3, 100_000],
        [-1, 0, 1, 100_001],
    );
}

#[test]
fn h7_states_that_can_be_set() {
    let operation = operations::update_direct_connect();
    let good = ["PENDING_PAY", "APPLY"];
    let bad = ["ACTIVE", "BUILD", "apply", ""];
    limits(
        &operation,
        ["direct_connect", "status"],
        "one-of",
        good,
        bad,
    );
    let good = ["ACTIVE", "DOWN"];
    let bad = ["APPLY", "ERROR", "down", ""];
    limits(
        &operation,
        ["direct_connect", "provider_status"],
        "one-of",
        good,
        bad,
    );
}

#[test]
fn h9_members_of_a_hosted_connection() {
    let operation = operations::create_hosted_direct_connect();
    operation.allows(json!({}));
    let members = ["bandwidth", "hosting_id", "vlan", "resource_tenant_id"];
    let missing = members.map(|member| {
        let path = format!("hosted_connect.{member}");
        let rule = format!("{path}.required");
        (path, rule)
    });
    for (member, (path, rule)) in members.iter().zip(&missing) {
        let without = json!({ "hosted_connect": { *member: null } });
        operation.refuses(without, [(path, rule)]);
    }
    let all = missing
        .each_ref()
        .map(|(path, rule)| (path.as_str(), rule.as_str()));
    operation.refuses(json!({ "hosted_connect": null }), all);
}

#[test]
fn h10_limits_of_a_hosted_connection() {
    let operation = operations::create_hosted_direct_connect();
    let member = |name| ["hosted_connect", name];
    limits(
        &operation,
        member("bandwidth"),
        "range",
        [2, 3, 400_000],
        [-1, 0, 1, 400_001],
    );
    limits(
        &operation,
        member("vlan"),
        "range",
        [0, 1, 3999],
        [-1, 4000],
    );
    let good = [letters(0), letters(32)];
    limits(
        &operation,
        member("resource_tenant_id"),
        "length",
        good,
        [letters(33)],
    );
}
