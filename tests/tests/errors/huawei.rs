//! Service errors of Huawei Direct Connect, in all forms in which its gateways and services send them.

use end_to_end::clients::huawei::failure;
use end_to_end::server::Answer;
use huawei_direct_connect::operation::update_direct_connect::UpdateDirectConnect;
use huawei_direct_connect::{Client, ErrorKind};
use serde_json::json;

fn update(client: &Client) -> UpdateDirectConnect {
    let request = client.update_direct_connect();
    request
        .direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a")
        .name("a")
}

#[test]
fn code_and_message_are_found_in_every_envelope() {
    for body in [
        json!({ "error_code": "DC.0001", "error_msg": "no such line" }),
        json!({ "errorCode": "DC.0001", "errorMsg": "no such line" }),
        json!({ "code": "DC.0001", "message": "no such line" }),
        json!({ "error": { "code": "DC.0001", "message": "no such line" } }),
        json!({ "request_id": "ignored", "error": { "error_code": "DC.0001", "error_msg": "no such line" } }),
    ] {
        let answer = Answer::new(404, &[("X-Request-Id", "header-id")], body.to_string());
        let error = failure(answer, update);
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.operation(), "UpdateDirectConnect");
        assert_eq!(error.status(), Some(404));
        assert_eq!(error.code(), Some("DC.0001"), "{body}");
        assert_eq!(error.message(), "no such line", "{body}");
        assert_eq!(error.request_id(), Some("header-id"));
        let line = error.to_string();
        for part in [
            "UpdateDirectConnect",
            "404",
            "DC.0001",
            "no such line",
            "header-id",
        ] {
            assert!(line.contains(part), "`{part}` is missing in: {line}");
        }
    }
}

#[test]
fn the_message_of_a_neutron_error_is_found() {
    let body = json!({ "NeutronError": { "type": "Conflict", "message": "in use", "detail": "" } });
    let error = failure(Answer::json(409, body), update);
    assert_eq!(error.message(), "in use");
    assert_eq!(error.code(), None);
}

#[test]
fn the_request_id_of_the_body_stands_in_for_a_missing_header() {
    let body = json!({ "error_code": "DC.0001", "error_msg": "no", "request_id": "body-id" });
    let error = failure(Answer::json(400, body), update);
    assert_eq!(error.request_id(), Some("body-id"));
}

#[test]
fn throttling_is_worth_another_try_and_refusal_is_not() {
    let with_status = |status| {
        let body = json!({ "error_code": "APIGW.0308", "error_msg": "throttled" });
        failure(Answer::json(status, body), update)
    };
    assert!(with_status(429).is_retryable());
    assert!(!with_status(403).is_retryable());
}
