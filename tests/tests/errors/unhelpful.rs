//! Error answers that say little: what can be told is told, on one line.

use alibaba_express_connect::{Error, ErrorKind};
use end_to_end::clients::alibaba::failure;
use end_to_end::secrets::texts_of;
use end_to_end::server::{Answer, Server};
use serde_json::json;

fn refusal(answer: Answer) -> Error {
    failure(answer, |client| client.describe_bgp_peers())
}

#[test]
fn a_body_that_explains_nothing_still_gives_a_service_error() {
    let bodies: [&[u8]; 10] = [
        b"",
        b"  \r\n",
        b"<html><body><h1>502 Bad Gateway</h1></body></html>",
        b"upstream connect error",
        br#"{"Code":"QuotaExcee"#,
        br#"{"Code":null,"Message":""}"#,
        b"[]",
        b"null",
        br#""text""#,
        b"\xff\xfe\x00",
    ];
    for body in bodies {
        let error = refusal(Answer::new(502, &[("Content-Type", "text/html")], body));
        let shown = String::from_utf8_lossy(body);
        assert_eq!(error.kind(), ErrorKind::Service, "{shown}");
        assert_eq!(error.status(), Some(502));
        assert_eq!(error.code(), None);
        assert!(error.is_retryable());
        assert!(!error.message().is_empty(), "{shown}");
        assert_eq!(error.body().unwrap(), body);
        let line = error.to_string();
        assert!(line.contains("DescribeBgpPeers"), "{line}");
        assert!(line.contains("502"), "{line}");
        assert!(!line.contains("<h1>"), "{line}");
    }
}

#[test]
fn foreign_text_stays_on_one_line_of_bounded_length() {
    let message = format!(
        "first\nsecond\r\n\u{1b}[31mred\u{202e}{}",
        "x".repeat(100_000)
    );
    let error = refusal(Answer::json(
        400,
        json!({ "Code": "a\nb", "Message": message, "RequestId": "c\nd" }),
    ));
    let line = error.to_string();
    assert!(line.contains("first"));
    assert!(line.len() < 5_000, "{} bytes", line.len());
    assert!(!line.contains(|character: char| character.is_control() || character == '\u{202e}'));
    let debug = format!("{error:?}");
    assert!(!debug.contains(['\n', '\u{1b}', '\u{202e}']));
    assert!(debug.len() < 5_000, "{} bytes", debug.len());
}

#[test]
fn a_redirect_is_refused_and_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::answering(Answer::json(200, "{}"));
        let location = format!("{}/?Signature=stolen", elsewhere.endpoint());
        let error = refusal(Answer::new(status, &[("Location", &location)], ""));
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status(), Some(status));
        assert!(error.message().contains("redirect"), "{}", error.message());
        assert!(!texts_of(&error).contains("stolen"));
        elsewhere.assert_unused();
    }
}
