//! Waits for states, on the generated crates.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::time::Duration;

use end_to_end::server::{Answer, Server};
use end_to_end::{block_on, clients};
use serde_json::{Value, json};

/// Answers one after another, as a server gives them.
fn answering(answers: impl IntoIterator<Item = Value>) -> Server {
    let mut answers = answers.into_iter().collect::<Vec<_>>().into_iter();
    Server::responding(move |_| Answer::json(200, answers.next().unwrap()))
}

#[test]
fn a_connection_is_found_by_a_filter_on_its_id() {
    let state = |state: &str| {
        let one = json!({ "PhysicalConnectionId": "pc-1", "Status": state });
        json!({ "PhysicalConnectionSet": { "PhysicalConnectionType": [one] } })
    };
    let server = answering([state("Confirmed"), state("Enabled")]);
    let client = clients::alibaba::client(&server);
    let waiter = client
        .wait_until_physical_connection_enabled("pc-1")
        .with_interval(Duration::ZERO);
    let answer = block_on(waiter.wait()).unwrap().unwrap();
    let connections = answer.physical_connection_set.as_ref().unwrap();
    assert_eq!(connections.len(), 1);
    let requests = server.finish().requests;
    assert_eq!(requests.len(), 2);
    for request in requests {
        let parameters = request.parameters();
        assert_eq!(parameters["Action"], "DescribePhysicalConnections");
        assert_eq!(parameters["Filter.1.Key"], "PhysicalConnectionId");
        assert_eq!(parameters["Filter.1.Value.1"], "pc-1");
    }
}

#[test]
fn a_peer_that_is_not_listed_any_more_is_deleted() {
    let deleting =
        json!({ "BgpPeers": { "BgpPeer": [{ "BgpPeerId": "bgp-1", "Status": "Deleting" }] } });
    let server = answering([deleting, json!({ "BgpPeers": { "BgpPeer": [] } })]);
    let client = clients::alibaba::client(&server);
    let waiter = client
        .wait_until_bgp_peer_deleted("bgp-1")
        .with_interval(Duration::ZERO);
    assert!(block_on(waiter.wait()).unwrap().is_none());
    assert_eq!(server.finish().requests.len(), 2);
}

#[test]
fn a_channel_is_waited_for_on_its_line() {
    let channels = json!({ "etChannels": [{ "id": "dedicatedconn-1", "status": "reject" }] });
    let server = answering([channels]);
    let client = clients::baidu::client(&server);
    let waiter = client.wait_until_channel_established("dedicatedconn-1", "dcphy-1");
    let error = block_on(waiter.wait()).unwrap_err();
    assert!(error.to_string().contains("it is reject"), "{error}");
    let request = server.only_request();
    assert_eq!(request.path(), "/v1/et/dcphy-1/channel");
    assert_eq!(request.parameters()["etChannelId"], "dedicatedconn-1");
}

#[test]
fn what_stands_on_a_later_page_is_found() {
    let page = |id: &str| {
        let one = json!({ "PhysicalConnectionId": id, "Status": "Enabled" });
        let all = json!({ "PhysicalConnectionType": [one] });
        json!({ "PhysicalConnectionSet": all, "TotalCount": 2 })
    };
    let server = answering([page("pc-2"), page("pc-1")]);
    let client = clients::alibaba::client(&server);
    let waiter = client.wait_until_physical_connection_enabled("pc-1");
    assert!(block_on(waiter.wait()).unwrap().is_some());
    let requests = server.finish().requests;
    let pages: Vec<_> = requests
        .iter()
        .map(|request| request.parameters().get("PageNumber").cloned())
        .collect();
    assert_eq!(pages, [None, Some("2".to_owned())]);
}

/// Whatever is waited for in a list, the request names its id: a server that filters needs no second page.
#[test]
fn a_list_is_asked_for_one_id() {
    type Waiting = fn(&alibaba_express_connect::Client) -> Vec<String>;
    let cases: [(Waiting, &str); 4] = [
        (
            |client| error_of(client.wait_until_bgp_peer_deleted("id-1")),
            "BgpPeerId",
        ),
        (
            |client| error_of(client.wait_until_physical_connection_deleted("id-1")),
            "Filter.1.Value.1",
        ),
        (
            |client| error_of(client.wait_until_shared_connection_deleted("id-1")),
            "VirtualPhysicalConnectionIds.1",
        ),
        (
            |client| error_of(client.wait_until_virtual_border_router_deleted("id-1")),
            "Filter.1.Value.1",
        ),
    ];
    for (wait, parameter) in cases {
        let server = answering([json!({})]);
        assert_eq!(
            wait(&clients::alibaba::client(&server)),
            Vec::<String>::new()
        );
        assert_eq!(server.only_request().parameters()[parameter], "id-1");
    }
}

/// What is wrong with a wait that ends with the first answer.
fn error_of<I: alibaba_express_connect::runtime::request::Input>(
    waiter: alibaba_express_connect::runtime::waiting::Waiter<I>,
) -> Vec<String> {
    let waited = block_on(waiter.wait());
    waited.err().iter().map(ToString::to_string).collect()
}
