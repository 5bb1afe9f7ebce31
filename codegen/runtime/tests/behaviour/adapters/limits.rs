//! Limits on time and on the length of the answer.

use std::time::{Duration, Instant};

use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{Limits, TransportErrorKind};

use crate::sample::rest::ListInput;
use crate::support::adapters::{Adapter, LIMITS, all, check_quiet};
use crate::support::server::{Server, answer};

const MEGABYTE: usize = 1_000_000;

fn chunked(size: usize) -> Vec<u8> {
    let body = "x".repeat(size);
    format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{size:x}\r\n{body}\r\n0\r\n\r\n")
        .into_bytes()
}

#[test]
fn the_body_limit_holds_for_announced_and_streamed_bodies() {
    let sized = |size: usize| answer("200 OK", &"x".repeat(size));
    for adapter in all() {
        for exact in [sized(1000), chunked(1000)] {
            let server = Server::answering(vec![exact]);
            let response = adapter.get(&server.endpoint(), LIMITS).unwrap();
            assert_eq!(response.body().len(), 1000);
        }
        for longer in [sized(1001), chunked(1001), chunked(100_000)] {
            let server = Server::answering(vec![longer]);
            let error = adapter.get(&server.endpoint(), LIMITS).unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::BodyTooLarge);
            assert!(error.may_have_been_sent());
            assert_eq!(
                error.to_string(),
                "the answer is longer than 1000 bytes (the request may have been sent)"
            );
        }
    }
}

#[test]
fn an_announced_length_is_enough_to_refuse() {
    for adapter in all() {
        let server = Server::stalling(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000000\r\n\r\n");
        let error = adapter.get(&server.endpoint(), LIMITS).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::BodyTooLarge);
    }
}

#[test]
fn a_body_of_100_megabytes_is_not_read_to_its_end() {
    for adapter in all() {
        let server = Server::streaming(vec![b'x'; MEGABYTE], 100);
        let limits = Limits {
            max_body: 16 * MEGABYTE,
            ..LIMITS
        };
        let error = adapter.get(&server.endpoint(), limits).unwrap_err();
        assert_eq!(
            error.kind(),
            TransportErrorKind::BodyTooLarge,
            "{}",
            adapter.name
        );
        // The buffers of the system hold some of what the server still could write.
        assert!(server.pieces_written() < 60, "{}", adapter.name);
    }
}

#[test]
fn a_larger_limit_lets_a_larger_body_through() {
    for adapter in all() {
        let server = Server::streaming(vec![b'x'; MEGABYTE], 20);
        let limits = Limits {
            max_body: 20 * MEGABYTE,
            ..LIMITS
        };
        let response = adapter.get(&server.endpoint(), limits).unwrap();
        assert_eq!(response.body().len(), 20 * MEGABYTE);
    }
}

/// Sends with little time, and checks that this is all it takes.
fn check_timeout(adapter: &Adapter, server: &Server) {
    let start = Instant::now();
    let limits = Limits {
        timeout: Duration::from_millis(200),
        ..LIMITS
    };
    let error = adapter.get(&server.endpoint(), limits).unwrap_err();
    assert_eq!(
        error.kind(),
        TransportErrorKind::Timeout,
        "{}: {error}",
        adapter.name
    );
    assert_eq!(
        error.to_string(),
        "no complete answer in time (the request may have been sent)"
    );
    check_quiet(&error);
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{}",
        adapter.name
    );
    server.request();
    assert!(server.is_idle(), "{} sent it again", adapter.name);
}

#[test]
fn the_deadline_covers_waiting_for_head_and_body() {
    for adapter in all() {
        for beginning in [
            &b""[..],
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab",
        ] {
            check_timeout(&adapter, &Server::stalling(beginning));
        }
    }
}

#[test]
fn a_body_that_trickles_on_and_on_ends_at_the_deadline() {
    for adapter in all() {
        check_timeout(&adapter, &Server::trickling());
    }
}

#[test]
fn a_call_that_takes_too_long_is_a_timeout() {
    for adapter in all() {
        let server = Server::stalling(b"");
        let client = adapter.client(&server.endpoint());
        let error = Request::new(&client, ListInput::default())
            .with_timeout(Duration::from_millis(200))
            .send_blocking()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert_eq!(
            error.to_string(),
            "List: timeout: no complete answer in time (the request may have been sent)"
        );
    }
}
