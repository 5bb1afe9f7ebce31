//! Time limits of the transport over hyper.
//!
//! The clock of Tokio stands still here and jumps to a limit once nothing else can happen, so no outcome depends on how
//! fast the machine is.

use std::time::Duration;

use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::transport::hyper::HyperTransport;
use runtime::runtime::transport::{Transport, TransportErrorKind};

use crate::sample::rest::ListInput;
use crate::support::adapters::{LIMITS, check_quiet};
use crate::support::exchange::{block_on, client, configured, get};
use crate::support::server::Server;

/// Runs `future` with a clock that stands still until the server has read a request.
fn block_on_stalled<T>(server: Server, future: impl Future<Output = T>) -> T {
    block_on(async {
        tokio::time::pause();
        // A task on another thread keeps the clock from jumping.
        let arrived = tokio::task::spawn_blocking(move || {
            let requests = server.into_requests();
            requests.recv().unwrap();
            requests
        });
        let outcome = future.await;
        drop(arrived.await);
        outcome
    })
}

#[test]
fn the_deadline_covers_waiting_for_head_and_body() {
    for beginning in [
        &b""[..],
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab",
    ] {
        let server = Server::stalling(beginning);
        let exchange = get(server.address(), LIMITS);
        let error = block_on_stalled(server, exchange).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Timeout);
        assert!(error.may_have_been_sent(), "the server has read it");
        check_quiet(&error);
    }
}

#[test]
fn a_call_that_takes_too_long_is_a_timeout() {
    let server = Server::stalling(b"");
    let client = client(&server.endpoint());
    let request =
        Request::new(&client, ListInput::default()).with_timeout(Duration::from_secs(100));
    let error = block_on_stalled(server, request.send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        error.to_string(),
        "List: timeout: no complete answer in time (the request may have been sent)"
    );
}

/// TLS is part of connecting: a server that accepts and then says nothing has not been connected to.
#[test]
fn the_limit_on_connecting_covers_tls() {
    let server = Server::mute();
    let endpoint = format!("https://{}", server.address());
    let client = configured(&endpoint, |builder| {
        builder.connect_timeout(Duration::from_secs(1))
    });
    let error = block_on(async {
        tokio::time::pause();
        Request::new(&client, ListInput::default()).send().await
    })
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        error.to_string(),
        "List: timeout: no connection in time (the request was not sent)"
    );
}

#[test]
fn sleeping_takes_the_time_it_should() {
    block_on(async {
        tokio::time::pause();
        let start = tokio::time::Instant::now();
        HyperTransport::new()
            .unwrap()
            .sleep(Duration::from_secs(3600))
            .await;
        assert!(start.elapsed() >= Duration::from_secs(3600));
    });
}
