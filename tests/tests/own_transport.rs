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

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

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
fn a_body_without_a_length_ends_with_the_connection() {
    let head = "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";
    let found = answered(&format!(r#"{head}{{"BgpPeers":{{"BgpPeer":[]}}}}"#));
    assert_eq!(found.unwrap(), [""; 0]);
}

#[test]
fn what_it_does_not_understand_is_an_error_and_no_empty_answer() {
    for (answer, expected) in [
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
            "chunked",
        ),
        (
            "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{}",
            "end of file",
        ),
        ("HTTP/1.1 200 OK\r\ncontent-length: 5", "end of file"),
        (
            "HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n",
            "too large",
        ),
        ("nonsense\r\n\r\n", "status"),
    ] {
        let error = answered(answer).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{answer}");
        assert!(error.to_string().contains(expected), "{error}");
    }
}

/// What becomes of an answer that is sent as often as it is asked for.
fn answered(answer: &str) -> Result<Vec<String>, alibaba_express_connect::Error> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let answer = answer.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = BufReader::new(stream.try_clone().unwrap()).lines();
            while !request.next().unwrap().unwrap().is_empty() {}
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    own_transport::peers(&endpoint, credentials())
}

#[test]
fn what_it_cannot_reach_is_an_error_of_the_transport() {
    let error = own_transport::peers("http://127.0.0.1:1", credentials()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
}
