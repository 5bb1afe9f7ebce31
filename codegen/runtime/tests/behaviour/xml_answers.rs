//! Answers in XML: which bodies are read as such, and what becomes of them.

use http::header::CONTENT_TYPE;
use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::response::Response;

use crate::sample::rpc::{CreatePeerInput, CreatePeerOutput, builder, create_peer};
use crate::support::{frozen, query_of, response, value_of};

const ANSWER: &str = "<CreatePeerResponse><RequestId>r-1</RequestId><Total>2</Total><Peers><Id>a</Id></Peers><Peers><Id>b</Id></Peers></CreatePeerResponse>";

const REFUSAL: &str = "<?xml version='1.0' encoding='UTF-8'?>\n<Error><RequestId>r-2</RequestId><HostId>h</HostId><Code>QuotaExceeded.Bgp</Code><Message>No &lt;room&gt;.</Message></Error>";

fn answer(
    status: u16,
    content_type: Option<&str>,
    body: &str,
) -> Result<Response<CreatePeerOutput>, Error> {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    let mut answer = response(status, body);
    if let Some(content_type) = content_type {
        let value = content_type.parse().unwrap();
        answer.headers_mut().insert(CONTENT_TYPE, value);
    }
    create_peer(&client).decode_response(answer)
}

#[test]
fn the_format_is_asked_for() {
    let mut asking = frozen(builder()).region("cn-shanghai");
    let format = |builder: runtime::runtime::client::ClientBuilder| {
        let client = builder.build().unwrap();
        let mut request = create_peer(&client);
        request.input_mut().group_id = Some("g".to_owned());
        let uri = request.build_request().unwrap().into_http().uri().clone();
        value_of(&query_of(&uri), "Format").map(str::to_owned)
    };
    assert_eq!(
        format(frozen(builder()).region("cn-shanghai")).as_deref(),
        Some("JSON")
    );
    asking.set_rpc_format_xml();
    assert_eq!(format(asking).as_deref(), Some("XML"));
}

#[test]
fn an_answer_is_recognised() {
    let types = [
        None,
        Some("text/xml"),
        Some("text/xml;charset=utf-8"),
        Some("Application/XML ; charset=UTF-8"),
        Some("application/vnd.acme+xml"),
        Some("text/plain"),
        Some("application/octet-stream"),
        Some("nonsense"),
    ];
    for content_type in types {
        for body in [
            ANSWER.to_owned(),
            format!("\u{feff}{ANSWER}"),
            format!(" \r\n{ANSWER}\n"),
        ] {
            let answer = answer(200, content_type, &body).unwrap();
            assert_eq!(answer.request_id(), Some("r-1"), "{content_type:?}");
            assert_eq!(answer.total, Some(2));
            assert_eq!(answer.peers.as_ref().map(Vec::len), Some(2));
            assert_eq!(answer.body(), body.as_bytes());
        }
    }
}

#[test]
fn the_name_of_the_root_does_not_matter() {
    for root in ["ModifyPeerResponse", "Response", "n:CreatePeerResponse"] {
        let body = format!("<{root}><Total>3</Total></{root}>");
        assert_eq!(answer(200, None, &body).unwrap().total, Some(3), "{root}");
    }
    for body in [
        "<CreatePeerResponse/>",
        "<CreatePeerResponse>\n</CreatePeerResponse>",
    ] {
        let output = answer(200, None, body).unwrap().into_output();
        assert_eq!(output, CreatePeerOutput::default());
    }
    let error = answer(200, None, "<CreatePeerResponse>busy</CreatePeerResponse>").unwrap_err();
    assert_eq!(error.message(), "$: expected an object, found a string");
}

/// The feature must not make anything unreadable that can be read without it.
#[test]
fn json_stays_json() {
    let types = [
        None,
        Some("application/json"),
        Some("text/xml"),
        Some("text/plain"),
    ];
    for content_type in types {
        for body in [r#"{"Total":4}"#, "\n {\"Total\":4}"] {
            let answer = answer(200, content_type, body).unwrap();
            assert_eq!(answer.total, Some(4), "{content_type:?}");
        }
        let output = answer(200, content_type, "").unwrap().into_output();
        assert_eq!(output, CreatePeerOutput::default(), "{content_type:?}");
    }
}

#[test]
fn a_refusal_is_explained() {
    for content_type in [None, Some("text/xml;charset=utf-8")] {
        let error = answer(400, content_type, REFUSAL).unwrap_err();
        assert_eq!(
            error.to_string(),
            "CreatePeer: service error: status 400, code QuotaExceeded.Bgp: No <room>. (request id r-2)"
        );
        let service = error.service().unwrap();
        assert_eq!(service.about(), Some("GroupId"));
        assert_eq!(service.body(), REFUSAL.as_bytes());
    }
    let empty = answer(500, None, "<Error><Code/><Message> </Message></Error>").unwrap_err();
    assert_eq!(empty.code(), None);
    assert_eq!(empty.message(), "the body holds no message");
}

/// JSON cannot tell, but XML says in its root that it is an error.
#[test]
fn a_refusal_with_a_good_status_is_no_answer() {
    let error = answer(200, None, REFUSAL).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(
        (error.status(), error.code()),
        (Some(200), Some("QuotaExceeded.Bgp"))
    );
}

#[test]
fn pages_of_a_proxy_are_errors_with_their_status() {
    let pages = [
        (None, "<html><body>busy</body></html>"),
        (None, "<HTML><head><title>busy</title></HEAD>"),
        (None, "\n<!DOCTYPE html><html><p>busy</html>"),
        (
            None,
            "<?xml version='1.0'?><html xmlns='x'><p>busy</p></html>",
        ),
        (None, "<h1>busy</h1>"),
        (Some("text/html"), "<html><body>busy</body></html>"),
        (Some("text/html; charset=utf-8"), "<p><b>busy</b></p>"),
        (Some("application/xhtml+xml"), "<p><b>busy</b></p>"),
        (Some("text/xml"), "<html><body>busy</body></html>"),
        (Some("application/json"), "<html><body>busy</body></html>"),
    ];
    for (content_type, page) in pages {
        let error = answer(200, content_type, page).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{page}");
        assert_eq!(error.status(), Some(200), "{page}");
        assert_eq!(error.body().unwrap(), page.as_bytes());
        assert!(!error.to_string().contains("busy"), "{error}");

        let error = answer(502, content_type, page).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service, "{page}");
        assert_eq!(error.status(), Some(502), "{page}");
        assert!(!error.to_string().contains("busy"), "{error}");
    }
}

#[test]
fn xml_that_cannot_be_read_is_named_by_its_place() {
    let error = answer(200, None, "<CreatePeerResponse>\n<Total>1</Total>").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "CreatePeer: decode error: status 200, $: expected XML, found the end before all elements are closed on line 2 (byte 37)"
    );
    let error = answer(503, Some("text/xml"), "<Error>").unwrap_err();
    assert_eq!(error.message(), "the body is not XML (7 bytes)");
    assert!(error.is_retryable());
    let error = answer(200, Some("application/json"), ANSWER).unwrap_err();
    let found = format!(
        "$: expected JSON, found {} bytes that are not",
        ANSWER.len()
    );
    assert_eq!(error.message(), found);
}

#[test]
fn echoed_secrets_are_removed() {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    let mut request = create_peer(&client);
    *request.input_mut() = CreatePeerInput {
        auth_key: Some("k<e>y".into()),
        ..CreatePeerInput::default()
    };
    let body = "<Error><Code>Odd</Code><Message>AuthKey k&lt;e&#62;y or &amp;lt;k&lt;e>y</Message></Error>";
    let error = request.decode_response(response(400, body)).unwrap_err();
    assert_eq!(error.message(), "AuthKey [redacted] or &lt;[redacted]");
}
