//! Service errors of Express Connect.

use alibaba_express_connect::operation::create_bgp_peer::{
    CreateBgpPeer, CreateBgpPeerErrorCode as Code,
};
use alibaba_express_connect::runtime::operation::Retry;
use alibaba_express_connect::{Client, Error, ErrorKind};
use end_to_end::clients::alibaba::failure;
use end_to_end::server::Answer;
use serde_json::{Value, json};

fn create_peer(client: &Client) -> CreateBgpPeer {
    client.create_bgp_peer().bgp_group_id("bgpg-1")
}

fn refusal(status: u16, body: Value) -> Error {
    failure(Answer::json(status, body), create_peer)
}

#[test]
fn an_error_tells_all_that_the_service_says() {
    let error = refusal(
        400,
        json!({
            "RequestId": "8906582E-6722-409A-A6C4-0E7863B733A5",
            "HostId": "vpc.aliyuncs.com",
            "Code": "QuotaExceeded.Bgp",
            "Message": "bgp peer count per vbr quota exceed.",
            "Recommend": "https://error-center.aliyun.com",
        }),
    );
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.operation(), "CreateBgpPeer");
    assert_eq!(error.status(), Some(400));
    assert_eq!(error.code(), Some("QuotaExceeded.Bgp"));
    assert_eq!(error.message(), "bgp peer count per vbr quota exceed.");
    assert_eq!(
        error.request_id(),
        Some("8906582E-6722-409A-A6C4-0E7863B733A5")
    );
    let line = error.to_string();
    for part in [
        "CreateBgpPeer",
        "400",
        "QuotaExceeded.Bgp",
        "bgp peer count per vbr quota exceed.",
        "8906582E-6722-409A-A6C4-0E7863B733A5",
    ] {
        assert!(line.contains(part), "`{part}` is missing in: {line}");
    }
}

/// The error table of section 7.5.
#[test]
fn every_documented_code_is_known_and_explained() {
    let table = [
        (400, "QuotaExceeded.Bgp", Code::QuotaExceededBgp),
        (400, "QuotaExceeded.Nqa", Code::QuotaExceededNqa),
        (
            400,
            "QuotaExceeded.BgpNetwork",
            Code::QuotaExceededBgpNetwork,
        ),
        (400, "InvalidPeerIpAddress", Code::InvalidPeerIpAddress),
        (400, "InvalidVbrNetwork", Code::InvalidVbrNetwork),
        (400, "InvalidBgpGroup", Code::InvalidBgpGroup),
        (
            400,
            "InvalidBgpName.Malformed",
            Code::InvalidBgpNameMalformed,
        ),
        (
            400,
            "InvalidBgpDiscription.Malformed",
            Code::InvalidBgpDiscriptionMalformed,
        ),
        (
            400,
            "InvalidBgpAuthkey.Malformed",
            Code::InvalidBgpAuthkeyMalformed,
        ),
        (400, "InvalidIP.Malformed", Code::InvalidIpMalformed),
        (
            400,
            "InvalidPeerAsn.Malformed",
            Code::InvalidPeerAsnMalformed,
        ),
        (400, "InvalidParams.NotNull", Code::InvalidParamsNotNull),
        (400, "InvalidParams.NotFound", Code::InvalidParamsNotFound),
        (
            400,
            "InvalidParams.AlreadyExists",
            Code::InvalidParamsAlreadyExists,
        ),
        (
            400,
            "InvalidStatus.CannotOperate",
            Code::InvalidStatusCannotOperate,
        ),
        (
            400,
            "OperationFailed.PconnTrafficNotEnable",
            Code::OperationFailedPconnTrafficNotEnable,
        ),
        (
            404,
            "InvalidRegionId.NotFound",
            Code::InvalidRegionIdNotFound,
        ),
    ];
    for (status, code, expected) in table {
        let error = refusal(status, json!({ "Code": code, "Message": "…" }));
        assert_eq!(error.code_as::<Code>(), Some(expected));
        let service = error.service().unwrap();
        let meaning = service.meaning().expect("no meaning is documented");
        assert!(meaning.len() > 10, "{code}: {meaning}");
        assert!(service.about().is_some(), "{code}");
    }
}

#[test]
fn the_correct_spelling_of_a_misspelt_code_means_the_same() {
    let error = refusal(400, json!({ "Code": "InvalidBgpDescription.Malformed" }));
    assert_eq!(error.code(), Some("InvalidBgpDescription.Malformed"));
    let code = error.code_as::<Code>();
    assert_eq!(code, Some(Code::InvalidBgpDiscriptionMalformed));
    assert!(error.service().unwrap().meaning().is_some());
}

#[test]
fn a_code_with_two_meanings_has_both() {
    let error = refusal(400, json!({ "Code": "InvalidParams.NotFound" }));
    let rows: Vec<_> = error.service().unwrap().documented().collect();
    assert_eq!(rows.len(), 2);
    assert_ne!(rows[0].meaning, rows[1].meaning);
}

#[test]
fn a_documented_code_under_another_status_is_known_but_not_explained() {
    let error = refusal(409, json!({ "Code": "QuotaExceeded.Bgp" }));
    assert_eq!(error.code_as::<Code>(), Some(Code::QuotaExceededBgp));
    assert_eq!(error.service().unwrap().meaning(), None);
}

#[test]
fn an_undocumented_code_keeps_its_text() {
    let error = refusal(400, json!({ "Code": "Novel.Problem", "Message": "new" }));
    let code = error.code_as::<Code>().unwrap();
    assert!(matches!(code, Code::Unknown(_)));
    assert_eq!(code.as_str(), "Novel.Problem");
    assert_eq!(error.service().unwrap().meaning(), None);
}

#[test]
fn the_camel_case_envelope_is_read_too() {
    let error = refusal(
        503,
        json!({ "code": "ServiceUnavailable", "message": "busy", "requestId": "r-1" }),
    );
    assert_eq!(error.code(), Some("ServiceUnavailable"));
    assert_eq!(error.message(), "busy");
    assert_eq!(error.request_id(), Some("r-1"));
}

#[test]
fn a_retry_helps_where_the_document_or_the_status_says_so() {
    let documented = failure(
        Answer::json(500, json!({ "Code": "InternalError" })),
        |client| client.describe_bgp_peers(),
    );
    assert_eq!(documented.service().unwrap().retry(), Retry::Later);
    assert!(documented.is_retryable());
    for (status, is_retryable) in [(429, true), (503, true), (400, false), (404, false)] {
        let error = refusal(status, json!({ "Code": "Novel.Problem" }));
        assert_eq!(error.service().unwrap().retry(), Retry::Unknown);
        assert_eq!(error.is_retryable(), is_retryable, "{status}");
    }
    let quota = refusal(400, json!({ "Code": "QuotaExceeded.Bgp" }));
    assert!(!quota.is_retryable());
}
