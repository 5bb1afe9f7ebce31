//! Secrets are redacted in every output, and shown on demand.

use end_to_end::secrets::assert_hidden;
use end_to_end::server::{Answer, Server};
use serde_json::{Value, json};

use crate::{BAIDU, BAIDU_KEY, SECRET, alibaba_on};

const AUTH_KEY: &str = "!PW Z2\"d+m/o";

fn groups() -> Value {
    json!({ "BgpGroups": { "BgpGroup": [{ "Name": "a", "AuthKey": AUTH_KEY }, { "Name": "b" }] } })
}

/// What the program prints of an answer with a secret in it.
fn printed(body: impl ToString, options: &[&str]) -> String {
    let server = Server::answering(Answer::json(200, body));
    let arguments = [&["DescribeBgpGroups", "{}"], options].concat();
    let outcome = alibaba_on(&server, &arguments);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    server.only_request();
    outcome.stdout
}

#[test]
fn secrets_of_an_answer_are_redacted() {
    for options in [&[][..], &["--raw"]] {
        let printed = printed(groups(), options);
        assert_hidden(&printed, AUTH_KEY);
        assert!(printed.contains("[redacted]"), "{printed}");
    }
}

#[test]
fn secrets_of_an_answer_are_shown_on_demand() {
    let shown: Value = serde_json::from_str(&printed(groups(), &["--show-secrets"])).unwrap();
    assert_eq!(shown["BgpGroups"][0]["AuthKey"], AUTH_KEY);
    let raw: Value =
        serde_json::from_str(&printed(groups(), &["--raw", "--show-secrets"])).unwrap();
    assert_eq!(raw, groups());
}

#[test]
fn a_secret_is_redacted_however_the_server_writes_it() {
    for (written, readable) in [
        (r"!PWZ2\/demo", "demo"),
        (r"\u0021PWZ2demo", "PWZ2demo"),
        (r"!PW\u5bc6demo", "demo"),
    ] {
        let body = format!(r#"{{"BgpGroups":[{{"AuthKey":"{written}"}}]}}"#);
        let printed = printed(body, &["--raw"]);
        assert!(!printed.contains(readable), "{printed}");
    }
}

#[test]
fn secrets_of_a_request_are_redacted_unless_shown_on_demand() {
    let json = json!({ "RouterId": "vbr-1", "PeerAsn": 65515, "AuthKey": AUTH_KEY }).to_string();
    let server = Server::answering(Answer::json(200, "{}"));
    let arguments = ["CreateBgpGroup", &json, "--dry-run"];
    let hidden = alibaba_on(&server, &arguments);
    assert_eq!(hidden.code, 0);
    assert_hidden(&hidden.stdout, AUTH_KEY);
    assert_hidden(&hidden.stdout, SECRET);
    let shown = alibaba_on(&server, &[&arguments[..], &["--show-secrets"]].concat());
    let escaped = end_to_end::escape::escape(AUTH_KEY);
    assert!(
        shown.stdout.contains(&format!("AuthKey={escaped}")),
        "{}",
        shown.stdout
    );
    assert_hidden(&shown.stdout, SECRET);
    server.assert_unused();
}

#[test]
fn authorization_and_body_of_a_request_are_redacted() {
    let json = json!({ "etId": "dcphy-1", "bgpKey": AUTH_KEY }).to_string();
    let arguments = [
        "CreateEtChannel",
        &json,
        "--region",
        "bj",
        "--dry-run",
        "--skip-validation",
    ];
    let environment = [&BAIDU_KEY[..], &[("BCE_SESSION_TOKEN", "session+token/==")]].concat();
    let hidden = BAIDU.run(&arguments, &environment);
    assert_eq!(hidden.code, 0, "{hidden:?}");
    for secret in [AUTH_KEY, SECRET, "session+token/=="] {
        assert_hidden(&hidden.stdout, secret);
    }
    let authorization = hidden
        .stdout
        .lines()
        .find(|line| line.starts_with("authorization: "));
    let authorization = authorization.expect("no authorization");
    assert!(authorization.ends_with("/[redacted]"), "{authorization}");
}

#[test]
fn complaints_do_not_repeat_secrets() {
    let json = json!({ "RouterId": "vbr-1", "AuthKey": AUTH_KEY, "Name": "?" }).to_string();
    let server = Server::answering(Answer::json(200, "{}"));
    let invalid = alibaba_on(&server, &["CreateBgpGroup", &json]);
    assert_eq!(invalid.code, 2);
    assert_hidden(&invalid.stderr, AUTH_KEY);
    let wrong_type = json!({ "RouterId": "vbr-1", "AuthKey": [AUTH_KEY] }).to_string();
    let invalid = alibaba_on(&server, &["CreateBgpGroup", &wrong_type]);
    assert_eq!(invalid.code, 2);
    assert_hidden(&invalid.stderr, AUTH_KEY);
    server.assert_unused();
}

#[test]
fn an_error_that_echoes_a_secret_is_redacted_even_on_demand() {
    let server = Server::responding(|request| {
        let message = format!("got {}", request.target);
        Answer::json(
            403,
            json!({ "Code": "SignatureDoesNotMatch", "Message": message }),
        )
    });
    let json = json!({ "RouterId": "vbr-1", "PeerAsn": 65515, "AuthKey": AUTH_KEY }).to_string();
    let outcome = alibaba_on(&server, &["CreateBgpGroup", &json]);
    assert_eq!(outcome.code, 1);
    assert_hidden(&outcome.stderr, AUTH_KEY);
    let signature = server.only_request().parameters()["Signature"].clone();
    assert_hidden(&outcome.stderr, &signature);
}
