//! What error answers amount to, whatever the provider calls it.

use runtime::runtime::error::ErrorClass::{
    self, AccessDenied, Conflict, NotFound, QuotaExceeded, Throttled, Unauthenticated,
};
use runtime::runtime::request::Request;

use crate::sample::rest::{ListInput, baidu, huawei};
use crate::sample::rpc::{builder, create_peer};
use crate::support::{frozen, response};

#[test]
fn the_words_of_a_code_decide() {
    for (code, class) in [
        ("InvalidVbrId.NotFound", NotFound),
        ("InvalidAccessKeyId.NotFound", Unauthenticated),
        ("InvalidSecurityToken.Expired", Unauthenticated),
        ("ResourceNotFound.VbrHa", NotFound),
        ("Abs.InstanceNotExist", NotFound),
        ("InvalidEntryRuleQuota.NotFound", NotFound),
        ("Throttling.User", Throttled),
        ("QuotaExceeded.Bgp", QuotaExceeded),
        ("LimitationExceed.InterfaceNumberOnRouter", QuotaExceeded),
        ("CountLimitExceed.HaVipRouteEntry", QuotaExceeded),
        ("EXCEED_ASSOCIATE_MAX_NUM", QuotaExceeded),
        ("Forbidden.NotAllowedInState", Conflict),
        ("IncorrectHaVipStatus", Conflict),
        ("InvalidVBRStatus", Conflict),
        ("IncorrectStatus.VbrId", Conflict),
        ("InvalidParams.AlreadyExists", Conflict),
        ("RouteConflict.AlreadyExist", Conflict),
        ("Forbidden.VBRExists", Conflict),
        ("InvalidVlanId.Used", Conflict),
        ("OperationFailed.VlanIdAlreadyInUse", Conflict),
        ("AccessDenied", AccessDenied),
        ("Forbidden.NameNotAllowedByCaller", AccessDenied),
        ("SignatureDoesNotMatch", Unauthenticated),
        ("InvalidAccessKeyId", Unauthenticated),
        ("InvalidHTTPAuthHeader", Unauthenticated),
    ] {
        assert_eq!(ErrorClass::of(Some(code), 400), Some(class), "{code}");
    }
    for code in [
        "Foundation",
        "NotFoundation",
        "Unused",
        "InvalidBandwidth",
        "Forbbiden",
        "",
        "...",
    ] {
        assert_eq!(ErrorClass::of(Some(code), 400), None, "{code}");
    }
}

#[test]
fn the_status_decides_where_the_code_says_nothing() {
    for (status, class) in [
        (400, None),
        (401, Some(Unauthenticated)),
        (403, Some(AccessDenied)),
        (404, Some(NotFound)),
        (409, Some(Conflict)),
        (412, Some(Conflict)),
        (429, Some(Throttled)),
        (500, None),
    ] {
        assert_eq!(ErrorClass::of(None, status), class, "{status}");
        assert_eq!(ErrorClass::of(Some("Odd"), status), class, "{status}");
    }
    assert_eq!(
        ErrorClass::of(Some("InvalidVbrId.NotFound"), 403),
        Some(NotFound)
    );
}

#[test]
fn envelopes_of_all_providers_are_told_apart() {
    let alibaba = frozen(builder()).region("cn-shanghai").build().unwrap();
    let body = r#"{"RequestId":"r","HostId":"h","Code":"InvalidVbrId.NotFound","Message":"m","Recommend":"u"}"#;
    let error = create_peer(&alibaba)
        .decode_response(response(400, body))
        .unwrap_err();
    assert!(error.is_not_found() && !error.is_conflict());
    assert_eq!(
        (error.request_id(), error.body().unwrap().len()),
        (Some("r"), body.len())
    );

    let mut throttled = response(400, "{}");
    throttled
        .headers_mut()
        .insert("x-acs-retry-after", "1".parse().unwrap());
    let error = create_peer(&alibaba)
        .decode_response(throttled)
        .unwrap_err();
    assert!(error.is_throttled() && error.is_retryable());

    let baidu = frozen(baidu()).region("bj").build().unwrap();
    let mut answer = response(
        403,
        r#"{"requestId":"body","code":"AccessDenied","message":"m"}"#,
    );
    answer
        .headers_mut()
        .insert("x-bce-request-id", "header".parse().unwrap());
    let error = Request::new(&baidu, ListInput::default())
        .decode_response(answer)
        .unwrap_err();
    assert!(error.is_access_denied() && !error.is_unauthenticated());
    assert_eq!(error.request_id(), Some("header"));
    let error = Request::new(&baidu, ListInput::default())
        .decode_response(response(
            400,
            r#"{"requestId":"body","code":"QuotaExceeded"}"#,
        ))
        .unwrap_err();
    assert!(error.is_quota_exceeded());
    assert_eq!(error.request_id(), Some("body"));

    let huawei = frozen(huawei()).region("cn-north-4").build().unwrap();
    for (status, body, code) in [
        (
            409,
            r#"{"error_code":"DC.1","error_msg":"m","request_id":"r"}"#,
            Some("DC.1"),
        ),
        (
            409,
            r#"{"request_id":"r","error":{"code":"DC.2","message":"m"}}"#,
            Some("DC.2"),
        ),
        (
            409,
            r#"{"request_id":"r","NeutronError":{"type":"T","message":"m"}}"#,
            None,
        ),
    ] {
        let error = Request::new(&huawei, ListInput::default())
            .decode_response(response(status, body))
            .unwrap_err();
        assert!(error.is_conflict(), "{body}");
        assert_eq!((error.code(), error.message().as_str()), (code, "m"));
        assert_eq!(error.request_id(), Some("r"));
    }
}
