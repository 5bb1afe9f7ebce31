//! What all requests to Baidu ET have in common.

use baidu_et::Credentials;
use end_to_end::block_on;
use end_to_end::clients::SECRET;
use end_to_end::clients::baidu::{assert_signed, builder, sent};
use end_to_end::received::Received;
use end_to_end::server::{Answer, Server};
use end_to_end::verify;
use serde_json::json;

pub(crate) const TOKEN: &str = "8257tf9d-b98n-3r6n-a93m-297ng49io149";

/// Fails unless method, path and query are these. A key without a value must come without an equals sign.
pub(crate) fn assert_call(
    request: &Received,
    method: &str,
    path: &str,
    query: &[(&str, Option<&str>)],
) {
    assert_eq!(request.method, method);
    assert_eq!(request.path(), path);
    let mut expected: Vec<(String, Option<String>)> = query
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned)))
        .collect();
    expected.sort();
    let mut pairs = request.pairs();
    pairs.sort();
    assert_eq!(pairs, expected);
}

/// Fails if there is a body, or a header that describes one.
pub(crate) fn assert_no_body(request: &Received) {
    assert_eq!(request.body, b"");
    assert_eq!(request.header("content-type"), None);
}

#[test]
fn a_body_is_json_and_its_type_and_length_are_told() {
    let request = sent(|client| {
        client
            .associate_et_channel()
            .et_id("dcphy-1")
            .et_channel_id("dedicatedconn-1")
            .extra_channel_id("dedicatedconn-2")
    });
    assert_eq!(
        request.header("content-type"),
        Some("application/json;charset=utf-8")
    );
    let length = request.body.len().to_string();
    assert_eq!(request.header("content-length"), Some(length.as_str()));
}

#[test]
fn an_update_of_nothing_sends_an_empty_object() {
    let request = sent(|client| client.update_et_dcphy().dcphy_id("dcphy-1"));
    assert_eq!(request.json(), json!({}));
}

#[test]
fn the_host_is_signed_with_its_port() {
    let server = Server::answering(Answer::json(200, "{}"));
    let host = server.host();
    let client = builder(&server).build().unwrap();
    block_on(client.list_et_dcphy().send()).unwrap();
    let request = server.only_request();
    assert_eq!(request.header("host"), Some(host.as_str()));
    let signed = verify::bce_canonical_request(&request, &["host"]);
    assert!(signed.contains(&format!("host:{}", host.replace(':', "%3A"))));
}

#[test]
fn a_signature_lasts_half_an_hour() {
    let request = sent(|client| client.list_et_dcphy());
    let authorization = request.header("authorization").unwrap();
    let date = request.header("x-bce-date").unwrap();
    let prefix = format!("bce-auth-v1/testid/{date}/1800/host;x-bce-date/");
    assert!(authorization.starts_with(&prefix), "{authorization}");
}

#[test]
fn a_temporary_key_brings_its_token_and_signs_it() {
    let server = Server::answering(Answer::json(200, "{}"));
    let key = Credentials::access_key("testid", SECRET).with_security_token("session+token/==");
    let client = builder(&server).credentials(key).build().unwrap();
    block_on(client.list_et_dcphy().send()).unwrap();
    let request = server.only_request();
    assert_signed(&request);
    assert_eq!(
        request.header("x-bce-security-token"),
        Some("session+token/==")
    );
}

#[test]
fn headers_of_the_caller_go_along_and_those_of_the_provider_are_signed() {
    let request = sent(|client| {
        client
            .list_et_dcphy()
            .with_header("x-bce-trace", "a:b c/d")
            .with_header("x-note", "hello")
    });
    assert_eq!(request.header("x-bce-trace"), Some("a:b c/d"));
    assert_eq!(request.header("x-note"), Some("hello"));
}

#[test]
fn a_write_without_a_token_gets_a_fresh_uuid_and_a_read_gets_none() {
    let token = || {
        let request = sent(|client| {
            client
                .delete_et_channel()
                .et_id("dcphy-1")
                .et_channel_id("dedicatedconn-1")
        });
        let token = request.parameters().remove("clientToken");
        token.expect("no token was made up")
    };
    let (first, second) = (token(), token());
    assert_ne!(first, second);
    assert_eq!(first.len(), 36);
    let read = sent(|client| client.get_et_channel().et_id("dcphy-1"));
    assert_call(&read, "GET", "/v1/et/dcphy-1/channel", &[]);
}

#[test]
fn undocumented_parameters_go_along() {
    let request = sent(|client| {
        client
            .update_et_dcphy()
            .dcphy_id("dcphy-1")
            .client_token(TOKEN)
            .name("et_7")
            .with_parameter("dryRun", "")
            .with_parameter("tag", "a")
            .with_parameter("tag", "b")
            .with_body_parameter("name", "et_8".into())
            .with_body_parameter("vendor", json!({ "id": 1 }))
    });
    let query = [
        ("clientToken", Some(TOKEN)),
        ("dryRun", Some("")),
        ("tag", Some("a")),
        ("tag", Some("b")),
    ];
    assert_call(&request, "PUT", "/v1/et/dcphy-1", &query);
    assert_eq!(
        request.json(),
        json!({ "name": "et_8", "vendor": { "id": 1 } })
    );
}
