//! Service errors of Baidu ET.

use baidu_et::operation::get_et_channel::GetEtChannel;
use baidu_et::{Client, ErrorKind};
use end_to_end::clients::baidu::failure;
use end_to_end::server::Answer;
use serde_json::json;

fn get_channel(client: &Client) -> GetEtChannel {
    client.get_et_channel().et_id("dcphy-1")
}

#[test]
fn an_error_tells_all_that_the_service_says() {
    let body =
        json!({ "requestId": "body-id", "code": "AccessDenied", "message": "Access denied." });
    let error = failure(Answer::json(403, body), get_channel);
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.operation(), "GetEtChannel");
    assert_eq!(error.status(), Some(403));
    assert_eq!(error.code(), Some("AccessDenied"));
    assert_eq!(error.message(), "Access denied.");
    assert_eq!(error.request_id(), Some("body-id"));
    let line = error.to_string();
    for part in [
        "GetEtChannel",
        "403",
        "AccessDenied",
        "Access denied.",
        "body-id",
    ] {
        assert!(line.contains(part), "`{part}` is missing in: {line}");
    }
}

#[test]
fn the_request_id_of_the_header_wins() {
    let body = json!({ "requestId": "body-id", "code": "AccessDenied", "message": "no" });
    let answer = Answer::new(403, &[("x-bce-request-id", "header-id")], body.to_string());
    assert_eq!(failure(answer, get_channel).request_id(), Some("header-id"));
}

#[test]
fn codes_that_every_operation_shares_are_explained() {
    for (status, code) in [
        (403, "AccessDenied"),
        (400, "InappropriateJSON"),
        (500, "InternalError"),
        (403, "InvalidAccessKeyId"),
        (400, "InvalidHTTPAuthHeader"),
        (400, "InvalidHTTPRequest"),
        (400, "InvalidURI"),
        (400, "MalformedJSON"),
        (404, "InvalidVersion"),
        (403, "OptInRequired"),
        (412, "PreconditionFailed"),
        (400, "RequestExpired"),
        (403, "SignatureDoesNotMatch"),
        (400, "IdempotentParameterMismatch"),
        (403, "QualifyNotPass"),
    ] {
        let body = json!({ "requestId": "r", "code": code, "message": "…" });
        let error = failure(Answer::json(status, body), get_channel);
        let service = error.service().unwrap();
        assert!(service.meaning().is_some(), "{code}");
        assert!(service.about().is_some(), "{code}");
        let is_retryable = matches!(code, "InternalError" | "RequestExpired");
        assert_eq!(error.is_retryable(), is_retryable, "{code}");
    }
}

#[test]
fn an_error_without_a_body_has_the_status_and_the_header() {
    let answer = Answer::new(404, &[("x-bce-request-id", "header-id")], "");
    let error = failure(answer, get_channel);
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(404));
    assert_eq!(error.code(), None);
    assert_eq!(error.message(), "Not Found");
    assert_eq!(error.request_id(), Some("header-id"));
}
