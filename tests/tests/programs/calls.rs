//! Calls that succeed.

use std::str::from_utf8;

use end_to_end::program::Outcome;
use end_to_end::server::{Answer, Server};
use end_to_end::verify;
use serde_json::{Value, json};

use crate::{BAIDU, BAIDU_KEY, HUAWEI, HUAWEI_KEY, SECRET, alibaba_on};

/// What the program printed, as JSON.
fn printed(outcome: &Outcome) -> Value {
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, ""),
        "{outcome:?}"
    );
    serde_json::from_str(&outcome.stdout).expect("the output is not JSON")
}

#[test]
fn the_answer_is_printed_with_wire_names_and_bare_lists() {
    let body = json!({
        "DescribeBgpPeersResponse": {
            "TotalCount": "1",
            "Novelty": 1,
            "BgpPeers": { "BgpPeer": [{ "BgpPeerId": "bgp-1", "Hold": "30", "Status": "Novel", "Name": "中文" }] },
        },
    });
    let server = Server::answering(Answer::json(200, body));
    let outcome = alibaba_on(&server, &["DescribeBgpPeers", r#"{"PageSize":50}"#]);
    // The documented type of `Hold` is text, so that is how it is written.
    let peer = json!({ "BgpPeerId": "bgp-1", "Hold": "30", "Status": "Novel", "Name": "中文" });
    assert_eq!(
        printed(&outcome),
        json!({ "TotalCount": 1, "BgpPeers": [peer] })
    );
    let request = server.only_request();
    verify::rpc(&request, SECRET).unwrap();
    assert_eq!(request.parameters()["PageSize"], "50");
}

#[test]
fn without_json_there_are_no_parameters() {
    let server = Server::answering(Answer::json(200, "{}"));
    assert_eq!(alibaba_on(&server, &["DescribeBgpPeers"]).code, 0);
    assert_eq!(
        server.only_request().parameters()["RegionId"],
        "cn-shanghai"
    );
}

#[test]
fn options_may_stand_anywhere_and_take_an_equals_sign() {
    let server = Server::answering(Answer::json(200, "{}"));
    let endpoint = format!("--endpoint={}", server.endpoint());
    let outcome = BAIDU.run(
        &[
            "--timeout=60",
            "ListEtDcphy",
            &endpoint,
            r#"{"marker":"a b"}"#,
        ],
        &BAIDU_KEY,
    );
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let request = server.only_request();
    verify::bce(&request, SECRET).unwrap();
    assert_eq!(
        request.pairs(),
        [("marker".to_owned(), Some("a b".to_owned()))]
    );
}

#[test]
fn a_validated_limit_can_be_skipped() {
    let server = Server::answering(Answer::json(200, "{}"));
    let json = r#"{"BgpGroupId":"bgpg-1","BfdMultiHop":300}"#;
    let outcome = alibaba_on(&server, &["CreateBgpPeer", json]);
    assert_eq!(outcome.code, 2);
    let outcome = alibaba_on(&server, &["CreateBgpPeer", json, "--skip-validation"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(server.only_request().parameters()["BfdMultiHop"], "300");
}

#[test]
fn raw_is_the_body_as_it_came() {
    let body = "{ \"TotalCount\" : \"1\",\n \"Novelty\": [1, 2] }";
    let server = Server::answering(Answer::json(200, body));
    let outcome = alibaba_on(&server, &["DescribeBgpPeers", "{}", "--raw"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    assert_eq!(outcome.stdout.trim_end_matches('\n'), body);
    server.only_request();
}

#[test]
fn a_nested_body_is_given_as_the_document_shows_it() {
    let server = Server::answering(Answer::json(
        201,
        json!({ "hosted_connect": { "vlan": 441 } }),
    ));
    let json = r#"{"hosted_connect":{"name":"线","bandwidth":10,"vlan":441,
        "hosting_id":"2cfb53be-b05f-40d5-a2f8-3a59ac383836","resource_tenant_id":"0605768a3300d5762f82c01180692873"}}"#;
    let arguments = [
        "CreateHostedDirectConnect",
        json,
        "--endpoint",
        &server.endpoint(),
    ];
    let outcome = HUAWEI.run(&arguments, &HUAWEI_KEY);
    assert_eq!(
        printed(&outcome),
        json!({ "hosted_connect": { "vlan": 441 } })
    );
    let request = server.only_request();
    verify::sdk_hmac(&request, SECRET).unwrap();
    let sent: Value = serde_json::from_str(json).unwrap();
    assert_eq!(
        request.json(),
        sent,
        "{}",
        from_utf8(&request.body).unwrap()
    );
}

#[test]
fn an_answer_without_a_body_is_an_empty_object() {
    let server = Server::answering(Answer::new(200, &[], ""));
    let json = r#"{"etId":"dcphy-1","etChannelId":"dedicatedconn-1"}"#;
    let arguments = ["DeleteEtChannel", json, "--endpoint", &server.endpoint()];
    assert_eq!(printed(&BAIDU.run(&arguments, &BAIDU_KEY)), json!({}));
    server.only_request();
}
