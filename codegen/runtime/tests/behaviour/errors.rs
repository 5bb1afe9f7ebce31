//! Answers that are errors.

use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::operation::Retry;
use runtime::runtime::request::Request;

use crate::sample::rest::{ListInput, huawei};
use crate::sample::rpc::{CreatePeerInput, builder, create_peer};
use crate::support::{frozen, response};

fn rpc(status: u16, body: &str) -> Error {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    create_peer(&client)
        .decode_response(response(status, body))
        .unwrap_err()
}

fn rest(status: u16, body: &str) -> Error {
    let client = frozen(huawei()).region("cn-north-4").build().unwrap();
    Request::new(&client, ListInput::default())
        .decode_response(response(status, body))
        .unwrap_err()
}

#[test]
fn a_service_error_says_everything_on_one_line() {
    let body = r#"{"RequestId":"r-1","HostId":"h","Code":"QuotaExceeded.Bgp","Message":"No\nroom.","Recommend":"u"}"#;
    let error = rpc(400, body);
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.operation(), "CreatePeer");
    assert_eq!(error.status(), Some(400));
    assert_eq!(error.code(), Some("QuotaExceeded.Bgp"));
    assert_eq!(error.message(), "No\nroom.");
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.body().unwrap(), body.as_bytes());
    assert_eq!(
        error.to_string(),
        r"CreatePeer: service error: status 400, code QuotaExceeded.Bgp: No\nroom. (request id r-1)"
    );
}

#[test]
fn documented_rows_explain_a_code() {
    let error = rpc(400, r#"{"Code":"QuotaExceeded.BGP"}"#);
    let service = error.service().unwrap();
    assert_eq!(
        service.meaning(),
        Some("There is no room for another peer."),
        "by its alias"
    );
    assert_eq!(service.about(), Some("GroupId"));
    assert_eq!(service.retry(), Retry::AfterStateChange);
    assert!(!error.is_retryable());
    assert_eq!(
        rpc(404, r#"{"Code":"QuotaExceeded.Bgp"}"#)
            .service()
            .unwrap()
            .documented()
            .count(),
        0
    );

    let error = rpc(400, r#"{"Code":"Throttling"}"#);
    let service = error.service().unwrap();
    assert_eq!(
        service.documented().count(),
        2,
        "two meanings of one code stay two rows"
    );
    assert_eq!(service.about(), None);
    assert!(error.is_retryable());

    let error = rpc(503, r#"{"Code":"ServiceUnavailable"}"#);
    assert_eq!(
        error.service().unwrap().meaning(),
        Some("The service is overloaded.")
    );
    assert!(error.is_retryable());
}

#[test]
fn an_undocumented_code_is_retried_by_its_status() {
    for (status, retryable) in [
        (400, false),
        (404, false),
        (429, true),
        (500, true),
        (501, false),
        (504, true),
    ] {
        let error = rpc(status, r#"{"Code":"Odd"}"#);
        assert_eq!(error.service().unwrap().retry(), Retry::Unknown);
        assert_eq!(error.is_retryable(), retryable, "{status}");
    }
}

#[test]
fn a_code_converts_into_an_enum() {
    #[derive(Debug, PartialEq)]
    struct Code(String);
    impl From<&str> for Code {
        fn from(text: &str) -> Self {
            Self(text.to_owned())
        }
    }
    assert_eq!(
        rpc(400, r#"{"Code":"Odd"}"#).code_as::<Code>(),
        Some(Code("Odd".to_owned()))
    );
    assert_eq!(rpc(400, "{}").code_as::<Code>(), None);
}

#[test]
fn envelopes_are_searched_in_order() {
    let cases = [
        (
            r#"{"error_code":"a","error_msg":"b","code":"c","message":"d"}"#,
            Some("a"),
            "b",
        ),
        (r#"{"errorCode":"a","errorMsg":"b"}"#, Some("a"), "b"),
        (r#"{"code":400,"message":"b"}"#, Some("400"), "b"),
        (r#"{"error":{"code":"a","message":"b"}}"#, Some("a"), "b"),
        (r#"{"other":{"x":1},"wrapped":{"message":"b"}}"#, None, "b"),
        (r#"{"code":"","message":"b"}"#, None, "b"),
        (
            r#"{"code":null,"message":{"x":1}}"#,
            None,
            "the body holds no message",
        ),
        (
            r#"{"a":{"b":{"code":"too deep"}}}"#,
            None,
            "the body holds no message",
        ),
        ("[]", None, "the body holds no message"),
        ("<html>", None, "the body is not JSON (6 bytes)"),
        ("", None, "Bad Request"),
    ];
    for (body, code, message) in cases {
        let error = rest(400, body);
        assert_eq!(error.kind(), ErrorKind::Service, "{body}");
        assert_eq!(error.code(), code, "{body}");
        assert_eq!(error.message(), message, "{body}");
        assert_eq!(error.body().unwrap(), body.as_bytes());
    }
    let nested = rest(
        400,
        r#"{"request_id":"r","error":{"code":"a","request_id":"inner"}}"#,
    );
    assert_eq!(nested.request_id(), Some("r"));
    // Only where the service is known to nest.
    assert_eq!(rpc(400, r#"{"Error":{"Code":"a"}}"#).code(), None);
}

#[test]
fn redirects_are_errors() {
    let error = rpc(302, "");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(
        error.to_string(),
        "CreatePeer: service error: status 302: the service redirects, which is not followed"
    );
}

#[test]
fn long_and_hostile_messages_are_tamed() {
    let body = serde_json::json!({ "Code": "A\r\nB", "Message": format!("\u{1b}[31m\u{202e}{}", "x".repeat(2000)), "RequestId": "r\n1" });
    let error = rpc(400, &body.to_string());
    let line = error.to_string();
    assert_eq!(line.lines().count(), 1);
    assert!(!line.chars().any(char::is_control));
    assert!(
        line.contains(r"code A\r\nB: \u{1b}[31m\u{202e}xxx"),
        "{line}"
    );
    assert!(line.ends_with(r"… (request id r\n1)"), "{line}");
    assert!(line.chars().count() < 700);
}

#[test]
fn secrets_that_a_server_echoes_are_removed() {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    let input = CreatePeerInput {
        auth_key: Some("k e/y".into()),
        ..CreatePeerInput::default()
    };
    let body = r#"{"Code":"k e/y","Message":"raw k e/y once k%20e%2Fy twice k%2520e%252Fy testsecret","RequestId":"k e/y"}"#;
    let error = Request::new(&client, input)
        .decode_response(response(400, body))
        .unwrap_err();
    assert_eq!(error.code(), Some("[redacted]"));
    assert_eq!(
        error.message(),
        "raw [redacted] once [redacted] twice [redacted] [redacted]"
    );
    for text in [
        error.to_string(),
        format!("{error:?}"),
        format!("{:?}", error.service()),
    ] {
        assert!(
            !text.contains("k e/y") && !text.contains("testsecret"),
            "{text}"
        );
    }
}

#[test]
fn sources_lead_to_the_cause() {
    use std::error::Error as _;
    assert!(
        rpc(400, "{}")
            .source()
            .unwrap()
            .to_string()
            .starts_with("status 400")
    );
    assert!(
        rpc(200, "[]")
            .source()
            .unwrap()
            .to_string()
            .starts_with("$: ")
    );
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    let error = create_peer(&client).build_request().unwrap_err();
    assert!(
        error
            .source()
            .unwrap()
            .to_string()
            .contains("GroupId is required")
    );
}
