//! The example of a transport of one's own, over a real socket.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[allow(dead_code, reason = "its main function is run by hand")]
#[path = "../examples/own_transport.rs"]
mod own_transport;

use alibaba_express_connect::{Credentials, ErrorKind};
use end_to_end::server::{Answer, Server};

fn credentials() -> Credentials {
    Credentials::access_key("id", "secret")
}

#[test]
fn a_transport_of_ones_own_makes_calls() {
    let body = r#"{"BgpPeers":{"BgpPeer":[{"BgpPeerId":"bgp-1"},{"BgpPeerId":"bgp-专线"}]}}"#;
    let server = Server::answering(Answer::json(200, body));
    let found = own_transport::peers(&server.endpoint(), credentials()).unwrap();
    assert_eq!(found, ["bgp-1", "bgp-专线"]);
    let request = server.only_request();
    assert_eq!(request.parameters()["Action"], "DescribeBgpPeers");
}

#[test]
fn what_it_cannot_reach_is_an_error_of_the_transport() {
    let error = own_transport::peers("http://127.0.0.1:1", credentials()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
}
