//! Tokens of Huawei's IAM.

use std::sync::Arc;

use bytes::Bytes;
use runtime::runtime::client::Client;
use runtime::runtime::credentials::iam_token::IamTokenProvider;
use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{TransportError, TransportErrorKind};

use crate::sample::rest::{ListInput, huawei};
use crate::support::{CountingEntropy, FrozenClock, Recorder, ready, response};

const BODY: &str =
    r#"{"token":{"expires_at":"2024-07-25T07:17:24.701000Z","project":{"id":"p1"}}}"#;

fn provider() -> IamTokenProvider {
    IamTokenProvider::new("eu-west-0", "domain", "user", "p4ss\"word").unwrap()
}

fn client(provider: IamTokenProvider, recorder: &Recorder) -> Client {
    huawei()
        .region("eu-west-0")
        .clock(FrozenClock)
        .entropy(CountingEntropy::default())
        .transport(Arc::new(recorder.clone()))
        .credentials_provider(provider)
        .build()
        .unwrap()
}

fn token(body: &str) -> http::Response<Bytes> {
    let mut response = response(201, body);
    let headers = response.headers_mut();
    headers.insert("x-subject-token", http::HeaderValue::from_static("MIIE"));
    response
}

#[test]
fn a_token_is_asked_for_once_and_sent_with_every_request() {
    let recorder = Recorder::default();
    let client = client(provider(), &recorder);
    recorder.push(Ok(token(BODY)));
    for _ in 0..2 {
        recorder.push(Ok(response(200, "{}")));
        ready(Request::new(&client, ListInput::default()).send()).unwrap();
    }
    let sent = recorder.sent.lock().unwrap();
    let targets: Vec<String> = sent
        .iter()
        .map(|(request, _)| format!("{} {}", request.method(), request.uri()))
        .collect();
    assert_eq!(targets.len(), 3, "{targets:?}");
    assert_eq!(
        targets[0],
        "POST https://iam.eu-west-0.myhuaweicloud.com/v3/auth/tokens"
    );
    let body: serde_json::Value = serde_json::from_slice(sent[0].0.body()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({ "auth": {
            "identity": { "methods": ["password"], "password": { "user": {
                "domain": { "name": "domain" }, "name": "user", "password": "p4ss\"word",
            } } },
            "scope": { "project": { "name": "eu-west-0" } },
        } })
    );
    for (request, _) in &sent[1..] {
        assert_eq!(request.headers()["x-auth-token"], "MIIE");
        assert!(!request.headers().contains_key("authorization"));
    }
}

#[test]
fn project_and_endpoint_can_be_others() {
    let recorder = Recorder::default();
    let provider = provider().project_id("p9").endpoint("http://127.0.0.1:9");
    let client = client(provider.unwrap(), &recorder);
    recorder.push(Ok(token(BODY)));
    recorder.push(Ok(response(200, "{}")));
    ready(Request::new(&client, ListInput::default()).send()).unwrap();
    let sent = recorder.sent.lock().unwrap();
    assert_eq!(sent[0].0.uri(), "http://127.0.0.1:9/v3/auth/tokens");
    let body = String::from_utf8(sent[0].0.body().to_vec()).unwrap();
    assert!(
        body.ends_with(r#""scope":{"project":{"id":"p9"}}}}"#),
        "{body}"
    );
}

#[test]
fn what_iam_refuses_is_an_error_without_the_password() {
    let echo = r#"{"error":{"code":401,"message":"Wrong password p4ss\"word.\nSorry"}}"#;
    let broken = TransportError::new(TransportErrorKind::Connect, "refused").not_sent();
    for (answer, message) in [
        (
            Ok(response(401, echo)),
            r"status 401: Wrong password [redacted].\nSorry",
        ),
        (Ok(response(500, "<html>")), "status 500: no message"),
        (Ok(response(302, "")), "status 302: no message"),
        (
            Ok(response(201, BODY)),
            "the answer has no header x-subject-token",
        ),
        (
            Ok(token("{}")),
            "the answer does not say when the token expires",
        ),
        (Err(broken), "refused (the request was not sent)"),
    ] {
        let recorder = Recorder::default();
        recorder.push(answer);
        let client = client(provider(), &recorder);
        let error = ready(Request::new(&client, ListInput::default()).send()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert_eq!(
            error.to_string(),
            format!("List: credentials error: no token from IAM: {message}")
        );
        assert!(!format!("{error:?} {client:?}").contains("p4ss"));
        assert_eq!(recorder.sent.lock().unwrap().len(), 1);
    }
    assert!(!format!("{:?}", provider()).contains("p4ss"));
}

#[test]
fn a_region_or_endpoint_that_would_move_the_host_is_refused() {
    for region in ["evil.example/", "a.b", ""] {
        assert!(IamTokenProvider::new(region, "d", "u", "p").is_err());
    }
    assert!(provider().endpoint("https://user:pw@host").is_err());
}
