//! Operations that the crate does not know.

use runtime::runtime::client::Client;
use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::json::Value;
use serde_json::json;

use crate::sample::rest::{baidu, huawei};
use crate::sample::rpc::builder;
use crate::support::{Recorder, query_of, ready, recorded, response, value_of};

fn rpc(recorder: &Recorder) -> Client {
    recorded(builder(), recorder)
        .region("cn-shanghai")
        .build()
        .unwrap()
}

fn rest(recorder: &Recorder) -> Client {
    recorded(baidu(), recorder).region("bj").build().unwrap()
}

fn unbuildable(operation: &str, parameters: Value) -> Error {
    let client = rest(&Recorder::default());
    let error = client
        .call_raw(operation, parameters)
        .build_request()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build, "{operation}");
    error
}

#[test]
fn an_rpc_action_is_signed_like_the_others_and_answers_with_json() {
    let body = r#"{"DescribeRegionsResponse":{"RequestId":"r","Regions":[1]}}"#;
    let recorder = Recorder::answering(200, body);
    let parameters = json!({ "Filter": [{ "Key": "a", "Value": ["b"] }], "Page": 1 });
    let request = rpc(&recorder)
        .call_raw("DescribeRegions", parameters)
        .with_parameter("Language", "en")
        .with_header("x-reason", "test");
    let answer = ready(request.send()).unwrap();
    assert_eq!(answer.request_id(), Some("r"));
    assert_eq!(answer.into_output()["Regions"], json!([1]));
    let query = query_of(recorder.request().uri());
    for (name, value) in [
        ("Action", "DescribeRegions"),
        ("Filter.1.Key", "a"),
        ("Filter.1.Value.1", "b"),
        ("Page", "1"),
        ("Language", "en"),
        ("SignatureMethod", "HMAC-SHA1"),
    ] {
        assert_eq!(value_of(&query, name), Some(value), "{name}");
    }
    assert!(value_of(&query, "Signature").is_some());
    assert_eq!(recorder.request().headers()["x-reason"], "test");
}

#[test]
fn common_parameters_cannot_be_smuggled_in() {
    let client = rpc(&Recorder::default());
    let request = client.call_raw("A", json!({ "accesskeyid": "x" }));
    let error = request.build_request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "A: cannot build the request: parameter `AccessKeyId` is set by the client"
    );
    assert_eq!(
        client
            .call_raw("A", json!([]))
            .build_request()
            .unwrap_err()
            .kind(),
        ErrorKind::Build
    );
}

#[test]
fn rest_parameters_go_where_the_method_wants_them() {
    let recorder = Recorder::default();
    recorder.push(Ok(response(200, r#"{"a":1}"#)));
    recorder.push(Ok(response(200, "")));
    let client = rest(&recorder);
    let list = client.call_raw("GET /v1/et/a%2Fb?x=%20y&flag", json!({ "n": [1, "z"] }));
    assert_eq!(
        list.send_blocking().unwrap().into_output(),
        json!({ "a": 1 })
    );
    let uri = recorder.request().uri().to_string();
    assert!(uri.ends_with("/v1/et/a%2Fb?x=%20y&flag=&n=1&n=z"), "{uri}");
    assert!(recorder.request().headers().contains_key("authorization"));

    let write = client
        .call_raw("PUT /v1/et", json!({ "n": [1] }))
        .with_body_parameter("m", json!(2));
    write.send_blocking().unwrap();
    let request = recorder.request();
    assert_eq!(request.body(), r#"{"m":2,"n":[1]}"#);
    assert_eq!(
        request.headers()["content-type"],
        "application/json;charset=utf-8"
    );
}

#[test]
fn other_signatures_know_raw_requests_too() {
    let recorder = Recorder::answering(200, "{}");
    let client = recorded(huawei(), &recorder)
        .region("cn-north-4")
        .build()
        .unwrap();
    ready(client.call_raw("GET /v3/p/dcaas", json!({})).send()).unwrap();
    let authorization = recorder.request().headers()["authorization"].clone();
    assert!(
        authorization
            .to_str()
            .unwrap()
            .starts_with("SDK-HMAC-SHA256 ")
    );
}

#[test]
fn what_is_no_request_is_refused() {
    for operation in [
        "",
        "GET",
        "/v1/et",
        "GET v1/et",
        "GET http://elsewhere/v1",
        "GET //elsewhere/v1",
        "GET /v1/../x",
        "GET /v1/%2e%2E/x",
        "GET /v1/./x",
        "GET /v1//x",
        "GET /v1/x/",
        "GET /v1/x y",
        "G@T /v1",
        "GET /v1\r\nx: y",
        "GET /v1?a=%ff",
    ] {
        unbuildable(operation, json!({}));
    }
    unbuildable("GET /v1", json!({ "": 1 }));
    unbuildable("GET /v1", json!({ "a": { "b": 1 } }));
    unbuildable("GET /v1", json!(1));
}

#[test]
fn errors_name_the_operation() {
    let recorder = Recorder::answering(404, r#"{"code":"NoSuchObject","message":"m"}"#);
    let error = ready(
        rest(&recorder)
            .call_raw("DELETE /v1/et/a", json!({}))
            .send(),
    )
    .unwrap_err();
    assert_eq!(error.operation(), "DELETE /v1/et/a");
    assert!(error.is_not_found());
}

#[test]
fn only_what_is_repeatable_is_repeated() {
    for (operation, repeatable, attempts) in [
        ("GET /v1", false, 4),
        ("POST /v1", false, 1),
        ("POST /v1", true, 4),
    ] {
        let recorder = Recorder::scripted((0..4).map(|_| Ok(response(503, "{}"))));
        let mut request = rest(&recorder).call_raw(operation, json!({}));
        if repeatable {
            request = request.repeatable();
        }
        assert_eq!(ready(request.send()).unwrap_err().attempts(), attempts);
    }
}

#[test]
fn debug_shows_names_only() {
    let request = rpc(&Recorder::default()).call_raw("A", json!({ "Key": "s3cret" }));
    let shown = format!("{request:?}");
    assert!(
        shown.contains("Key") && !shown.contains("s3cret"),
        "{shown}"
    );
}
