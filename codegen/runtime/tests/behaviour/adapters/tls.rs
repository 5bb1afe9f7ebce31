//! TLS against a local server with a certificate authority of its own.

use runtime::runtime::transport::TransportErrorKind;

use crate::support::adapters::{LIMITS, all, check_quiet, trusting};
use crate::support::authority::Authority;
use crate::support::server::{Server, answer};

#[test]
fn a_server_with_a_trusted_certificate_is_spoken_to() {
    let authority = Authority::new();
    for adapter in trusting(&authority.root()) {
        let server = Server::with_tls(&authority, vec![answer("200 OK", r#"{"ok":true}"#)]);
        let output = adapter.list(&server.tls_endpoint()).unwrap();
        assert_eq!(
            output,
            serde_json::json!({ "ok": true }),
            "{}",
            adapter.name
        );
        assert!(server.request().starts_with("GET /v1/"));
    }
}

#[test]
fn a_server_with_another_certificate_gets_nothing() {
    let authority = Authority::new();
    let stranger = Authority::new();
    for adapter in trusting(&stranger.root()).into_iter().chain(all()) {
        let server = Server::with_tls(&authority, vec![answer("200 OK", "{}")]);
        let error = adapter.get(&server.tls_endpoint(), LIMITS).unwrap_err();
        assert_eq!(
            error.kind(),
            TransportErrorKind::Tls,
            "{}: {error}",
            adapter.name
        );
        assert!(!error.may_have_been_sent(), "{}", adapter.name);
        assert!(
            error.to_string().contains("invalid peer certificate: "),
            "{error}"
        );
        check_quiet(&error);
        assert!(server.is_idle());
        let error = adapter.list(&server.tls_endpoint()).unwrap_err();
        assert!(!error.is_retryable());
    }
}

#[test]
fn a_certificate_for_another_host_is_refused() {
    let authority = Authority::new();
    for adapter in trusting(&authority.root()) {
        let server = Server::with_tls(&authority, vec![answer("200 OK", "{}")]);
        let origin = server.tls_endpoint().replace("localhost", "127.0.0.1");
        let error = adapter.get(&origin, LIMITS).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Tls, "{}", adapter.name);
        assert!(!error.may_have_been_sent(), "{}", adapter.name);
    }
}

#[test]
fn a_server_that_does_not_speak_tls_is_a_tls_error() {
    for adapter in all() {
        let server = Server::greeting(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        let error = adapter.list(&server.tls_endpoint()).unwrap_err();
        let transport = error.transport_error().unwrap();
        assert_eq!(
            transport.kind(),
            TransportErrorKind::Tls,
            "{}: {error}",
            adapter.name
        );
        assert!(!error.is_retryable());
    }
}
