//! Successful answers.

use runtime::runtime::error::ErrorKind;
use runtime::runtime::json::Value;
use runtime::runtime::request::Request;
use runtime::runtime::response::Response;
use serde_json::json;

use crate::sample::rest::{ListInput, baidu};
use crate::sample::rpc::{CreatePeerOutput, builder, create_peer};
use crate::support::{frozen, response};

type Outcome<T> = Result<Response<T>, runtime::runtime::error::Error>;

fn rpc(status: u16, body: &str) -> Outcome<CreatePeerOutput> {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    create_peer(&client).decode_response(response(status, body))
}

fn rest(response: http::Response<bytes::Bytes>) -> Outcome<Value> {
    let client = frozen(baidu()).region("bj").build().unwrap();
    Request::new(&client, ListInput::default()).decode_response(response)
}

#[test]
fn an_answer_carries_output_status_request_id_and_body() {
    let body = r#"{"RequestId":"r-1","Total":2,"Peers":{"Peer":[{"Id":"a"},{"Id":"b"}]}}"#;
    let response = rpc(200, body).unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.request_id(), Some("r-1"));
    assert_eq!(response.body(), body.as_bytes());
    assert_eq!(response.total, Some(2), "the output is a dereference away");
    assert_eq!(
        response.into_output().peers.unwrap()[1].id.as_deref(),
        Some("b")
    );
}

#[test]
fn the_request_id_header_wins() {
    let mut answer = response(201, "{}");
    answer
        .headers_mut()
        .insert("x-bce-request-id", "r-2".parse().unwrap());
    let answer = rest(answer).unwrap();
    assert_eq!(answer.request_id(), Some("r-2"));
    assert_eq!(answer.headers()["x-bce-request-id"], "r-2");
    assert_eq!(answer.status(), 201);
}

#[test]
fn an_empty_body_is_an_empty_object() {
    for body in ["", " \r\n"] {
        assert_eq!(
            rpc(204, body).unwrap().into_output(),
            CreatePeerOutput::default()
        );
    }
}

#[test]
fn the_response_wrapper_is_optional() {
    let response = rpc(200, r#"{"CreatePeerResponse":{"RequestId":"r","Total":1}}"#).unwrap();
    assert_eq!(
        (response.total, response.request_id()),
        (Some(1), Some("r"))
    );
    // With company it is a member like any other.
    let response = rpc(200, r#"{"CreatePeerResponse":{"Total":1},"Total":7}"#).unwrap();
    assert_eq!(response.total, Some(7));
    // Services without wrappers keep theirs.
    let body = json!({ "ListResponse": { "a": 1 } });
    assert_eq!(rest(response_of(&body)).unwrap().into_output(), body);
}

fn response_of(body: &Value) -> http::Response<bytes::Bytes> {
    response(200, &body.to_string())
}

#[test]
fn garbage_is_a_decode_error_with_operation_status_and_path() {
    for garbage in [
        "<html>busy</html>",
        "{\"Total\": 1",
        "{} trailing",
        "\u{feff}{}",
    ] {
        let error = rpc(200, garbage).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(
            (error.operation(), error.status(), error.path()),
            ("CreatePeer", Some(200), Some("$"))
        );
        assert_eq!(error.body().unwrap(), garbage.as_bytes());
        let shown = format!(
            "CreatePeer: decode error: status 200, $: expected JSON, found {} bytes that are not",
            garbage.len()
        );
        assert_eq!(error.to_string(), shown);
        assert!(!format!("{error:?}").contains("busy"));
    }
}

#[cfg(not(feature = "xml"))]
#[test]
fn an_answer_in_xml_names_the_feature_that_reads_it() {
    let body = "<CreatePeerResponse><Total>1</Total></CreatePeerResponse>";
    let error = rpc(200, body).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.message(),
        "$: expected JSON, found XML, which takes the feature `xml`"
    );
    let error = rpc(500, body).unwrap_err();
    let message = format!("the body is not JSON ({} bytes)", body.len());
    assert_eq!(error.message(), message);
}

#[test]
fn json_that_does_not_fit_is_a_decode_error_with_the_request_id() {
    let error = rpc(
        200,
        r#"{"RequestId":"r-3","Peers":[{"Id":"a"},{"Asn":"s3cret"}]}"#,
    )
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.path(), Some("Peers[1].Asn"));
    assert_eq!(
        error.to_string(),
        "CreatePeer: decode error: status 200, Peers[1].Asn: expected an integer, found a string that is not one (request id r-3)"
    );
    assert!(!format!("{error:?}").contains("s3cret"));
    assert!(!error.is_retryable());

    let error = rpc(200, "[1]").unwrap_err();
    assert_eq!(error.message(), "$: expected an object, found a list");
}

#[test]
fn debug_shows_no_body() {
    let response = rpc(
        200,
        r#"{"Total":1,"Unknown":"s3cret","Peers":[{"AuthKey":"k3y"}]}"#,
    )
    .unwrap();
    let shown = format!("{response:?}");
    assert!(shown.contains("total: Some(1)"), "{shown}");
    assert!(
        !shown.contains("s3cret") && !shown.contains("k3y"),
        "{shown}"
    );
}
