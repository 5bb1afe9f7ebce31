//! `--dry-run` prints the request and sends nothing.

use end_to_end::program::Outcome;
use end_to_end::received::Received;
use end_to_end::server::{Answer, Server};
use end_to_end::verify;
use serde_json::json;

use crate::{
    ALIBABA, ALIBABA_KEY, BAIDU, BAIDU_KEY, HUAWEI, HUAWEI_KEY, SECRET, alibaba_on, assert_invalid,
};

/// The printed request, read as a server would read it.
fn printed(outcome: &Outcome) -> Received {
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, ""),
        "{outcome:?}"
    );
    let (head, body) = outcome.stdout.split_once("\n\n").expect("no empty line");
    let mut request = Received::from_head(&head.replace('\n', "\r\n"));
    request.body = body.trim_end_matches('\n').into();
    request
}

const HOPS: &str = r#"{"BgpGroupId":"bgpg-1","EnableBfd":true,"BfdMultiHop":3}"#;

/// The words that print a call with these parameters.
fn create_bgp_peer(json: &str) -> [&str; 5] {
    [
        "CreateBgpPeer",
        json,
        "--region",
        "cn-shanghai",
        "--dry-run",
    ]
}

#[test]
fn a_valid_request_is_printed_signed() {
    let arguments = [&create_bgp_peer(HOPS)[..], &["--show-secrets"]].concat();
    let outcome = ALIBABA.run(&arguments, &ALIBABA_KEY);
    let request = printed(&outcome);
    verify::rpc(&request, SECRET).unwrap();
    assert_eq!(request.method, "GET");
    assert_eq!(request.path(), "/");
    assert_eq!(request.header("host"), Some("vpc.cn-shanghai.aliyuncs.com"));
    let parameters = request.parameters();
    assert_eq!(parameters["Action"], "CreateBgpPeer");
    assert_eq!(parameters["RegionId"], "cn-shanghai");
    assert_eq!(parameters["BfdMultiHop"], "3");
}

#[test]
fn an_invalid_request_is_not_printed() {
    let json = HOPS.replace('3', "300");
    let arguments = create_bgp_peer(&json);
    let outcome = ALIBABA.run(&arguments, &ALIBABA_KEY);
    assert_invalid(&outcome, &["BfdMultiHop", "1 to 255", "7.5"]);
    let skipping = [&arguments[..], &["--skip-validation"]].concat();
    let request = printed(&ALIBABA.run(&skipping, &ALIBABA_KEY));
    assert_eq!(request.parameters()["BfdMultiHop"], "300");
}

#[test]
fn nothing_is_sent() {
    let server = Server::answering(Answer::json(200, "{}"));
    let outcome = alibaba_on(&server, &["CreateBgpPeer", HOPS, "--dry-run"]);
    let request = printed(&outcome);
    assert_eq!(request.header("host"), Some(server.host().as_str()));
    server.assert_unused();
}

#[test]
fn what_is_printed_is_redacted_but_otherwise_whole() {
    let outcome = ALIBABA.run(&create_bgp_peer(HOPS), &ALIBABA_KEY);
    let signature = printed(&outcome).parameters()["Signature"].clone();
    assert!(signature.contains("redacted"), "{signature}");
    assert_eq!(printed(&outcome).parameters()["AccessKeyId"], "testid");
}

#[test]
fn a_baidu_request_is_printed_with_its_body() {
    let json = r#"{"etId":"dcphy-1","etChannelId":"dedicatedconn-1","extraChannelId":"专线"}"#;
    let arguments = [
        "AssociateEtChannel",
        json,
        "--region",
        "bj",
        "--dry-run",
        "--show-secrets",
    ];
    let request = printed(&BAIDU.run(&arguments, &BAIDU_KEY));
    verify::bce(&request, SECRET).unwrap();
    assert_eq!(request.method, "PUT");
    assert_eq!(request.path(), "/v1/et/dcphy-1/channel/dedicatedconn-1");
    assert!(request.raw_query().contains(&"associate"));
    assert_eq!(request.header("host"), Some("bcc.bj.baidubce.com"));
    assert_eq!(request.json(), json!({ "extraChannelId": "专线" }));
}

#[test]
fn a_huawei_request_is_printed_with_its_project() {
    let json = r#"{"direct_connect_id":"6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a","direct_connect":{"name":"a"}}"#;
    let arguments = [
        "UpdateDirectConnect",
        json,
        "--region",
        "cn-north-4",
        "--dry-run",
        "--show-secrets",
    ];
    let request = printed(&HUAWEI.run(&arguments, &HUAWEI_KEY));
    verify::sdk_hmac(&request, SECRET).unwrap();
    assert_eq!(request.segments()[1], "6fbe9263116a4b68818cf1edce16bc4f");
    assert_eq!(
        request.header("host"),
        Some("dcaas.cn-north-4.myhuaweicloud.com")
    );
    let elsewhere = [&arguments[..], &["--project-id", "another"]].concat();
    let request = printed(&HUAWEI.run(&elsewhere, &HUAWEI_KEY));
    assert_eq!(request.segments()[1], "another");
    assert_eq!(request.header("x-project-id"), Some("another"));
}
