//! Calls that fail.

use end_to_end::server::{Answer, Server};
use serde_json::json;

use crate::{BAIDU, BAIDU_KEY, alibaba, alibaba_on, assert_failed};

#[test]
fn an_error_of_the_service_is_told_on_one_line() {
    let body =
        json!({ "Code": "QuotaExceeded.Bgp", "Message": "quota\nexceed", "RequestId": "r-1" });
    let server = Server::answering(Answer::json(400, body));
    let outcome = alibaba_on(&server, &["DescribeBgpPeers"]);
    assert_failed(
        &outcome,
        &[
            "alibaba-call: DescribeBgpPeers",
            "400",
            "QuotaExceeded.Bgp",
            "r-1",
        ],
    );
    server.only_request();
}

#[test]
fn an_answer_that_cannot_be_understood_is_a_failure() {
    let server = Server::answering(Answer::new(200, &[], "<html>"));
    let outcome = alibaba_on(&server, &["DescribeBgpPeers"]);
    assert_failed(&outcome, &["DescribeBgpPeers", "200"]);
    server.only_request();
}

#[test]
fn a_redirect_is_a_failure() {
    let elsewhere = Server::answering(Answer::json(200, "{}"));
    let location = elsewhere.endpoint();
    let server = Server::answering(Answer::new(302, &[("Location", &location)], ""));
    assert_failed(&alibaba_on(&server, &["DescribeBgpPeers"]), &["302"]);
    server.only_request();
    elsewhere.assert_unused();
}

#[test]
fn a_server_that_never_answers_runs_into_the_deadline() {
    let server = Server::answering(Answer::Silence);
    let outcome = alibaba_on(&server, &["DescribeBgpPeers", "{}", "--timeout", "0.2"]);
    assert_failed(&outcome, &["DescribeBgpPeers", "timeout"]);
    for request in server.finish().requests {
        assert!(!outcome.stderr.contains(&request.parameters()["Signature"]));
    }
}

#[test]
fn nobody_at_the_endpoint_is_a_failure() {
    let server = Server::answering(Answer::Bytes(Vec::new()));
    let outcome = alibaba_on(&server, &["DescribeBgpPeers", "{}", "--timeout", "5"]);
    assert_failed(&outcome, &["DescribeBgpPeers"]);
    assert!(!outcome.stderr.contains("Signature"));
    assert!(!server.finish().requests.is_empty());
}

#[test]
fn an_endpoint_that_is_none_is_a_failure_and_not_repeated() {
    let arguments = [
        "DescribeBgpPeers",
        "{}",
        "--endpoint",
        "https://user:hunter2@host",
    ];
    let outcome = alibaba(&arguments);
    assert_failed(&outcome, &["endpoint"]);
    assert!(!outcome.stderr.contains("hunter2"));
}

#[test]
fn a_path_value_that_would_lead_elsewhere_is_refused_whatever_is_skipped() {
    for value in ["", ".", ".."] {
        let server = Server::answering(Answer::json(200, "{}"));
        let json = json!({ "dcphyId": value }).to_string();
        let endpoint = server.endpoint();
        let arguments = [
            "ListEtDcphyDetail",
            &json,
            "--skip-validation",
            "--endpoint",
            &endpoint,
        ];
        let outcome = BAIDU.run(&arguments, &BAIDU_KEY);
        assert_ne!(outcome.code, 0);
        assert_eq!(outcome.stdout, "");
        assert!(outcome.stderr.contains("dcphyId"), "{outcome:?}");
        server.assert_unused();
    }
}
