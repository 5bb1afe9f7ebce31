//! Exchanges that break.

use std::error::Error as _;
use std::io;

use runtime::runtime::error::ErrorKind;
use runtime::runtime::transport::{TransportError, TransportErrorKind};

use crate::support::adapters::{Adapter, LIMITS, all, check_quiet};
use crate::support::server::{Nowhere, Server};

/// The error of a request that never left.
fn unreached(adapter: &Adapter, origin: &str) -> TransportError {
    let error = adapter.get(origin, LIMITS).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect, "{error}");
    assert!(!error.may_have_been_sent(), "{}", adapter.name);
    check_quiet(&error);
    error
}

/// The error of an exchange that breaks after the request was sent.
fn broken(adapter: &Adapter, server: &Server, kind: TransportErrorKind) -> TransportError {
    let error = adapter.get(&server.endpoint(), LIMITS).unwrap_err();
    assert_eq!(error.kind(), kind, "{}: {error}", adapter.name);
    assert!(error.may_have_been_sent());
    check_quiet(&error);
    error
}

#[test]
fn a_refused_connection_was_not_sent() {
    for adapter in all() {
        let nowhere = Nowhere::new();
        let origin = format!("http://{}", nowhere.address());
        let error = unreached(&adapter, &origin);
        let source = error.source().unwrap().downcast_ref::<io::Error>().unwrap();
        assert_eq!(source.kind(), io::ErrorKind::ConnectionRefused);

        let error = adapter.list(&origin).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(error.is_retryable());
    }
}

#[test]
fn a_request_to_an_unknown_host_was_not_sent() {
    for adapter in all() {
        unreached(&adapter, "http://service.invalid");
    }
}

#[test]
fn an_answer_that_is_not_http_is_an_error() {
    for adapter in all() {
        for garbage in [
            &b"SSH-2.0-OpenSSH_9.6\r\n\r\n"[..],
            b"\0\xff\0\xff\r\n\r\n",
            b"HTTP/1.1 abc OK\r\n\r\n",
        ] {
            let server = Server::answering(vec![garbage.to_vec()]);
            let error = broken(&adapter, &server, TransportErrorKind::Other);
            assert!(error.to_string().starts_with("the answer is not HTTP: "));
            server.request();
            assert!(server.is_idle(), "{} sent it again", adapter.name);
        }
    }
}

#[test]
fn a_connection_that_ends_early_is_interrupted() {
    for adapter in all() {
        let short = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc".to_vec();
        let chunk = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na\r\nabc".to_vec();
        for beginning in [Vec::new(), b"HTTP/1.1 200 OK\r\n".to_vec(), short, chunk] {
            let server = Server::answering(vec![beginning]);
            broken(&adapter, &server, TransportErrorKind::Interrupted);
            server.request();
            assert!(server.is_idle(), "{} sent it again", adapter.name);
        }
    }
}

#[test]
fn a_connection_that_is_reset_is_interrupted() {
    for adapter in all() {
        let server =
            Server::resetting(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"beginning\":");
        broken(&adapter, &server, TransportErrorKind::Interrupted);
    }
}
