//! What is particular to the transport over reqwest.

use ::reqwest::redirect::Policy;
use bytes::Bytes;
use runtime::runtime::transport::TransportErrorKind;
use runtime::runtime::transport::reqwest::ReqwestTransport;

use crate::support::adapters::reqwest::{builder, over};
use crate::support::adapters::{LIMITS, all, check_quiet};
use crate::support::ready;
use crate::support::server::{Server, answer};

#[test]
fn a_redirect_that_the_client_followed_is_an_error() {
    let client = builder(None).redirect(Policy::limited(3)).build().unwrap();
    let other = Server::answering(vec![answer("200 OK", "{}")]);
    let redirect = format!(
        "HTTP/1.1 302 Found\r\nlocation: {}/\r\ncontent-length: 0\r\n\r\n",
        other.endpoint()
    );
    let server = Server::answering(vec![redirect.into_bytes()]);
    let error = over(client).get(&server.endpoint(), LIMITS).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Other);
    assert_eq!(
        error.to_string(),
        "the reqwest client followed a redirect, which is refused; build it with `redirect(Policy::none())` (the request may have been sent)"
    );
    check_quiet(&error);
}

#[test]
fn a_redirect_that_the_client_refused_is_an_error_without_url() {
    let refusing = Policy::custom(|attempt| attempt.error("no further"));
    let client = builder(None).redirect(refusing).build().unwrap();
    let redirect =
        b"HTTP/1.1 302 Found\r\nlocation: /path?Signature=s3cret2\r\ncontent-length: 0\r\n\r\n";
    let server = Server::answering(vec![redirect.to_vec()]);
    let error = over(client).get(&server.endpoint(), LIMITS).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Other, "{error}");
    check_quiet(&error);
}

#[test]
fn a_path_that_the_url_library_would_rewrite_is_refused() {
    let adapters = all();
    let adapter = adapters.iter().find(|adapter| adapter.name == "reqwest");
    for target in ["/a/../b", "/a/./b", "/a/%2e%2E/b", "/a?b='"] {
        let server = Server::answering(vec![answer("200 OK", "{}")]);
        let uri = format!("{}{target}", server.endpoint());
        let request = http::Request::get(uri).body(Bytes::new()).unwrap();
        let error = adapter
            .unwrap()
            .transport
            .send(request, LIMITS)
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the reqwest transport would rewrite the path or the query, which breaks the signature (the request was not sent)"
        );
        assert!(server.is_idle());
    }
}

#[test]
fn without_a_tokio_runtime_it_says_that_it_needs_one() {
    use runtime::runtime::transport::Transport;

    let transport = ReqwestTransport::from_builder(builder(None)).unwrap();
    let request = http::Request::get("http://127.0.0.1:1/").body(Bytes::new());
    let error = ready(transport.send(request.unwrap(), LIMITS)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the reqwest transport must be used within a Tokio runtime (the request was not sent)"
    );
    ready(transport.sleep(std::time::Duration::from_secs(3600)));
}
