//! Answers that arrive whole and are not what they should be.

use runtime::runtime::error::{Error, ErrorKind};

use crate::support::adapters::{Adapter, all};
use crate::support::server::{Server, answer};

/// `{"a":1}` by gzip.
const GZIP: [u8; 27] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 74, 84, 178, 50, 172, 5, 0, 175, 172, 27, 86, 7, 0,
    0, 0,
];

fn respond(adapter: &Adapter, headers: &str, body: &[u8]) -> Result<serde_json::Value, Error> {
    let mut bytes = format!(
        "HTTP/1.1 200 OK\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend(body);
    let server = Server::answering(vec![bytes]);
    let outcome = adapter.list(&server.endpoint());
    let request = server.request();
    assert!(!request.contains("accept-encoding"), "{request}");
    assert!(server.is_idle(), "{} sent it again", adapter.name);
    outcome
}

fn check_undecodable(adapter: &Adapter, headers: &str, body: &[u8], message: &str) {
    let error = respond(adapter, headers, body).unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.path()),
        (ErrorKind::Decode, Some(200), Some("$")),
        "{}: {error}",
        adapter.name
    );
    assert_eq!(error.body().unwrap(), body);
    assert_eq!(error.message(), message, "{}", adapter.name);
    assert!(!error.is_retryable());
}

#[test]
fn what_is_not_json_is_a_decode_error() {
    for adapter in all() {
        let check = |headers, body: &[u8]| {
            let message = format!("$: expected JSON, found {} bytes that are not", body.len());
            check_undecodable(&adapter, headers, body, &message);
        };
        check("content-type: text/html\r\n", b"<html>proxy</html>");
        check("", br#"{"ets":[{"id":"dcphy-1","#);
        check("", b"{\"name\":\"\xff\xfe\"}");
        check("", b"{} {}");
    }
}

#[test]
fn a_compressed_answer_is_an_error_that_says_so() {
    for adapter in all() {
        check_undecodable(
            &adapter,
            "content-encoding: gzip\r\n",
            &GZIP,
            "$: expected JSON, found 27 bytes compressed with gzip, which was not asked for",
        );
        assert!(respond(&adapter, "content-encoding: identity\r\n", b"{}").is_ok());
    }
}

#[test]
fn a_compressed_error_is_one_of_the_service_that_says_so() {
    for adapter in all() {
        for (coding, name) in [("gzip", "gzip"), ("GZIP, br", "an unknown coding")] {
            let head = format!(
                "HTTP/1.1 503 Busy\r\ncontent-encoding: {coding}\r\ncontent-length: {}\r\n\r\n",
                GZIP.len()
            );
            let server = Server::answering(vec![[head.as_bytes(), &GZIP].concat()]);
            let error = adapter.list(&server.endpoint()).unwrap_err();
            assert_eq!(
                (error.kind(), error.status(), error.body().unwrap().as_ref()),
                (ErrorKind::Service, Some(503), &GZIP[..])
            );
            assert_eq!(
                error.message(),
                format!("the body is 27 bytes compressed with {name}, which was not asked for")
            );
        }
    }
}

#[test]
fn the_content_type_does_not_matter_if_the_body_is_json() {
    for adapter in all() {
        let output = respond(&adapter, "content-type: text/plain\r\n", br#"{"a":1}"#).unwrap();
        assert_eq!(output, serde_json::json!({ "a": 1 }));
    }
}

#[test]
fn of_duplicate_keys_the_last_one_counts() {
    for adapter in all() {
        let output = respond(&adapter, "", br#"{"a":1,"a":2}"#).unwrap();
        assert_eq!(output, serde_json::json!({ "a": 2 }));
    }
}

#[test]
fn errors_of_the_service_come_through() {
    for adapter in all() {
        let body = r#"{"code":"NoSuchEt","message":"gone"}"#;
        let server = Server::answering(vec![answer("404 Not Found", body)]);
        let error = adapter.list(&server.endpoint()).unwrap_err();
        assert_eq!(
            (error.kind(), error.status(), error.code()),
            (ErrorKind::Service, Some(404), Some("NoSuchEt"))
        );
    }
}
