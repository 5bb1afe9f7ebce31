//! The transport over hyper and Tokio's runtimes.

use std::time::Duration;

use runtime::runtime::request::Request;
use runtime::runtime::transport::Transport;
use runtime::runtime::transport::hyper::HyperTransport;

use crate::sample::rest::ListInput;
use crate::support::exchange::{client, list};
use crate::support::ready;
use crate::support::server::{Server, answer};

#[test]
fn a_client_is_made_without_a_runtime_and_says_when_it_needs_one() {
    let client = client("http://127.0.0.1:1");
    let error = ready(Request::new(&client, ListInput::default()).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "List: transport error: the hyper transport must be used within a Tokio runtime (the request was not sent)"
    );
    ready(
        HyperTransport::new()
            .unwrap()
            .sleep(Duration::from_secs(3600)),
    );
}

#[test]
fn a_client_outlives_a_runtime() {
    let server = Server::answering(vec![answer("200 OK", "{}"), answer("200 OK", "{}")]);
    let client = client(&server.endpoint());
    assert!(list(&client).is_ok());
    assert!(list(&client).is_ok());
}
