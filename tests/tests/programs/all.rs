//! Lists that are followed to their end.

use end_to_end::server::{Answer, Server};
use serde_json::json;

use crate::{ALIBABA, alibaba_on, assert_invalid};

#[test]
fn all_prints_one_item_per_line_without_secrets() {
    let server = Server::responding(|request| {
        let first = request.parameters()["PageNumber"] == "1";
        let ids = if first {
            ["bgpg-1", "bgpg-2"]
        } else {
            ["bgpg-3", "bgpg-4"]
        };
        let groups = ids.map(|id| json!({ "BgpGroupId": id, "AuthKey": "s3cret-key" }));
        Answer::json(
            200,
            json!({ "TotalCount": 4, "BgpGroups": { "BgpGroup": groups } }),
        )
    });
    let parameters = r#"{"PageNumber":1,"PageSize":2}"#;
    let outcome = alibaba_on(&server, &["DescribeBgpGroups", parameters, "--all"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let lines: Vec<_> = outcome.stdout.lines().collect();
    assert_eq!(lines.len(), 4);
    for (line, id) in lines.iter().zip(["bgpg-1", "bgpg-2", "bgpg-3", "bgpg-4"]) {
        let group: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(group["BgpGroupId"], id);
        assert_eq!(group["AuthKey"], "[redacted]");
    }
    assert_eq!(server.finish().requests.len(), 2);
}

#[test]
fn what_was_there_before_an_error_is_printed() {
    let server = Server::answering(Answer::json(
        200,
        json!({ "TotalCount": 9, "BgpPeers": { "BgpPeer": [{ "BgpPeerId": "bgp-1" }] } }),
    ));
    let outcome = alibaba_on(&server, &["DescribeBgpPeers", "--all"]);
    assert_eq!(outcome.code, 1);
    assert_eq!(outcome.stdout.lines().count(), 2);
    assert!(
        outcome.stderr.contains("repeats a page"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn only_lists_have_pages() {
    assert_invalid(
        &ALIBABA.run(&["CreateBgpPeer", "{}", "--all"], &[]),
        &["CreateBgpPeer", "--all"],
    );
}
