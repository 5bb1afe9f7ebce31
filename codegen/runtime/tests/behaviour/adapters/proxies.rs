//! Proxies of the environment.

use runtime::runtime::transport::{Proxies, TransportErrorKind};

use crate::support::adapters::{Adapter, LIMITS, check_quiet, with_proxies};
use crate::support::authority::Authority;
use crate::support::server::{Nowhere, Server, answer};

/// A name that only the proxy knows, so that nobody gets anywhere without it.
const ORIGIN: &str = "https://service.invalid:8443";

fn adapters(variable: &str, proxy: &Server, root: &[u8]) -> Vec<Adapter> {
    let value = format!("http://us%65r:pass%40word@{}/", proxy.address());
    with_proxies(&[(variable, value)], root)
}

#[test]
fn https_goes_through_a_tunnel() {
    let authority = Authority::for_host("service.invalid");
    for variable in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        let count = adapters(variable, &Server::answering(Vec::new()), &authority.root()).len();
        for index in 0..count {
            let server = Server::tunnel(&authority, vec![answer("200 OK", r#"{"ok":true}"#)]);
            let adapter = adapters(variable, &server, &authority.root()).remove(index);
            adapter.list(ORIGIN).unwrap();
            let connect = server.request();
            assert!(
                connect.starts_with("CONNECT service.invalid:8443 HTTP/1.1\r\n"),
                "{connect}"
            );
            // "user:pass@word"
            let connect = connect.to_ascii_lowercase();
            assert!(
                connect.contains("proxy-authorization: basic dxnlcjpwyxnzqhdvcmq=\r\n"),
                "{connect}"
            );
            assert!(!connect.contains("\r\nauthorization"), "{connect}");
            let request = server.request();
            assert!(request.starts_with("GET /v1/"), "{request}");
            assert!(!request.to_ascii_lowercase().contains("proxy-"));
        }
    }
}

#[test]
fn a_tunnel_that_is_refused_was_not_sent() {
    let authority = Authority::new();
    for refusal in ["407 Proxy Authentication Required", "403 Forbidden"] {
        let count = adapters(
            "https_proxy",
            &Server::answering(Vec::new()),
            &authority.root(),
        )
        .len();
        for index in 0..count {
            let server = Server::answering(vec![answer(refusal, "")]);
            let adapter = adapters("https_proxy", &server, &authority.root()).remove(index);
            let error = adapter.get(ORIGIN, LIMITS).unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::Connect, "{error}");
            assert!(!error.may_have_been_sent());
            check_quiet(&error);
            assert!(!format!("{error} {error:?}").contains("word"));
            assert!(server.request().starts_with("CONNECT "));
        }
    }
}

#[cfg(feature = "hyper")]
#[test]
fn http_is_passed_on_by_the_proxy() {
    let root = Authority::new().root();
    let server = Server::answering(vec![answer("200 OK", r#"{"ok":true}"#)]);
    let adapters = adapters("http_proxy", &server, &root);
    let adapter = adapters.iter().find(|adapter| adapter.name == "hyper");
    adapter.unwrap().list("http://service.invalid").unwrap();
    let request = server.request();
    assert!(
        request.starts_with("GET http://service.invalid/v1/"),
        "{request}"
    );
    assert!(
        request.contains("\r\nproxy-authorization: Basic dXNlcjpwYXNzQHdvcmQ=\r\n"),
        "{request}"
    );
    assert!(request.contains("\r\nhost: service.invalid\r\n"));
}

#[test]
fn this_machine_is_reached_directly() {
    let root = Authority::new().root();
    let nowhere = Nowhere::new();
    let proxy = format!("http://{}", nowhere.address());
    for adapter in with_proxies(&[("all_proxy", proxy)], &root) {
        let server = Server::answering(vec![answer("200 OK", "{}")]);
        adapter.list(&server.endpoint()).unwrap();
    }
}

#[test]
fn a_proxy_that_cannot_be_used_is_an_error_and_not_passed_by() {
    let root = Authority::new().root();
    for value in ["socks5://127.0.0.1:1080", "http://", "http://a b"] {
        let variables = [("HTTPS_PROXY", value.to_owned())];
        for adapter in with_proxies(&variables, &root) {
            let error = adapter.get(ORIGIN, LIMITS).unwrap_err();
            assert_eq!(
                error.to_string(),
                "the variable `HTTPS_PROXY` names no proxy that starts with http:// or https:// (the request was not sent)"
            );
        }
    }
}

/// The proxy for `destination` with these variables.
fn proxy_of(variables: &[(&str, &str)], destination: &str) -> Option<String> {
    let proxies = Proxies::from_lookup(&|name| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| (*value).to_owned())
    });
    let proxy = proxies.of(&destination.parse().unwrap()).unwrap();
    proxy.map(|proxy| format!("{proxy:?}"))
}

#[test]
fn each_scheme_has_its_variables() {
    let variables = [
        ("http_proxy", "plain:1"),
        ("HTTPS_PROXY", "https://u:p@safe:2/"),
        ("https_proxy", ""),
        ("ALL_PROXY", "http://rest:3"),
    ];
    assert_eq!(proxy_of(&variables, "http://h").unwrap(), "http://plain:1");
    assert_eq!(proxy_of(&variables, "https://h").unwrap(), "https://safe:2");
    let rest = proxy_of(&variables[3..], "http://h").unwrap();
    assert_eq!(rest, "http://rest:3");
    assert_eq!(proxy_of(&variables[..1], "https://h"), None);
    assert_eq!(proxy_of(&[], "https://h"), None);
}

/// There, the variable is a header of a stranger's request.
#[test]
fn a_cgi_program_does_not_believe_http_proxy() {
    let variables = [("HTTP_PROXY", "evil:1"), ("REQUEST_METHOD", "GET")];
    assert_eq!(proxy_of(&variables, "http://h"), None);
    assert!(proxy_of(&variables[..1], "http://h").is_some());
}

#[test]
fn exceptions_are_hosts_domains_and_networks() {
    let is_direct = |exceptions: &str, host: &str| {
        let variables = [("https_proxy", "p:1"), ("NO_PROXY", exceptions)];
        proxy_of(&variables, &format!("https://{host}/")).is_none()
    };
    for (exceptions, host) in [
        ("example.com", "example.com"),
        ("example.com", "EXAMPLE.com:8443"),
        (" a.b , .example.com", "vpc.example.com"),
        ("example.com", "vpc.example.com"),
        ("*", "anything"),
        ("10.0.0.0/8", "10.1.2.3"),
        ("10.1.2.3", "10.1.2.3:99"),
        ("2001:db8::/32", "[2001:db8::1]:443"),
        ("", "localhost"),
        ("", "127.0.0.2"),
        ("", "[::1]"),
    ] {
        assert!(is_direct(exceptions, host), "{exceptions}: {host}");
    }
    for (exceptions, host) in [
        ("", "example.com"),
        ("example.com", "notexample.com"),
        ("example.com", "example.com.evil"),
        ("10.0.0.0/8", "11.1.2.3"),
        ("10.0.0.0/8", "10.example.com"),
    ] {
        assert!(!is_direct(exceptions, host), "{exceptions}: {host}");
    }
}
