//! The transport over hyper, against real sockets on the loopback interface.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::transport::hyper::HyperTransport;
use runtime::runtime::transport::{Transport, TransportErrorKind};

use crate::sample::rest::{AssociateInput, ListInput};
use crate::support::exchange::{LIMITS, block_on, check_quiet, client, get, list};
use crate::support::ready;
use crate::support::server::{Nowhere, Server, answer};

#[test]
fn a_request_reaches_the_wire_byte_for_byte() {
    let server = Server::answering(vec![answer("200 OK", r#"{"ok":true}"#)]);
    let input = AssociateInput {
        et_id: Some("../../x?y=%2F中文".to_owned()),
        client_token: Some("t 1".to_owned()),
        vlan: Some(5),
        ..AssociateInput::default()
    };
    let client = client(&server.endpoint());
    let response = block_on(Request::new(&client, input).send()).unwrap();
    assert_eq!(response.into_output(), serde_json::json!({ "ok": true }));

    let request = server.request();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    assert_eq!(
        lines.next(),
        Some(
            "PUT /v1/p/et/..%2F..%2Fx%3Fy%3D%252F%E4%B8%AD%E6%96%87/channel?associate&clientToken=t%201 HTTP/1.1"
        )
    );
    let mut headers: Vec<&str> = lines
        .filter(|line| !line.starts_with("authorization: "))
        .collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            format!("content-length: {}", body.len()).as_str(),
            "content-type: application/json;charset=utf-8",
            format!("host: {}", server.address()).as_str(),
            "user-agent: trunkline/0.1.0 baidu-et/0.1.0",
            "x-bce-date: 2024-07-24T07:17:24Z",
        ]
    );
    assert!(head.contains("\r\nauthorization: bce-auth-v1/testid/2024-07-24T07:17:24Z/1800/content-type;host;x-bce-date/"));
    assert_eq!(
        body,
        r#"{"channel":{"vlan":"5"},"etId":"../../x?y=%2F中文"}"#
    );
}

#[test]
fn errors_of_the_service_come_through() {
    let server = Server::answering(vec![answer(
        "404 Not Found",
        r#"{"code":"NoSuchEt","message":"gone"}"#,
    )]);
    let error = list(&client(&server.endpoint())).unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.code()),
        (ErrorKind::Service, Some(404), Some("NoSuchEt"))
    );
}

#[test]
fn redirects_are_not_followed() {
    let other = Server::answering(vec![answer("200 OK", "{}")]);
    let redirect = format!(
        "HTTP/1.1 302 Found\r\nlocation: {}/\r\ncontent-length: 0\r\n\r\n",
        other.endpoint()
    );
    let server = Server::answering(vec![redirect.into_bytes()]);
    let error = list(&client(&server.endpoint())).unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::Service, Some(302))
    );
    assert!(other.is_idle());
}

#[test]
fn a_refused_connection_was_not_sent() {
    let nowhere = Nowhere::new();
    let address = nowhere.address();
    let error = block_on(get(address, LIMITS)).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect);
    assert!(!error.may_have_been_sent());
    let source = error.source().unwrap().downcast_ref::<io::Error>().unwrap();
    assert_eq!(source.kind(), io::ErrorKind::ConnectionRefused);
    check_quiet(&error);

    let error = list(&client(&format!("http://{address}"))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable());
}

#[test]
fn an_answer_that_is_not_http_is_an_error() {
    for garbage in [
        &b"SSH-2.0-OpenSSH_9.6\r\n\r\n"[..],
        b"\0\xff\0\xff\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
    ] {
        let server = Server::answering(vec![garbage.to_vec()]);
        let error = block_on(get(server.address(), LIMITS)).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Other, "{error}");
        assert!(error.may_have_been_sent());
        check_quiet(&error);
    }
}

#[test]
fn garbage_inside_http_is_a_decode_error() {
    let server = Server::answering(vec![answer("200 OK", "<html>")]);
    let error = list(&client(&server.endpoint())).unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.path()),
        (ErrorKind::Decode, Some(200), Some("$"))
    );
    assert_eq!(error.body().unwrap(), "<html>");
}

#[test]
fn a_connection_that_breaks_is_interrupted() {
    let short = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc".to_vec();
    for beginning in [Vec::new(), b"HTTP/1.1 200 OK\r\n".to_vec(), short] {
        let server = Server::answering(vec![beginning]);
        let error = block_on(get(server.address(), LIMITS)).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Interrupted, "{error}");
        assert!(error.may_have_been_sent());
        check_quiet(&error);
    }
}

#[test]
fn a_server_that_does_not_speak_tls_is_a_tls_error() {
    // It answers the TLS greeting, which is no HTTP request, as soon as the connection stands.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("https://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        use std::io::{Read, Write};
        let (mut stream, _) = listener.accept().unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .unwrap();
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let error = list(&client(&endpoint)).unwrap_err();
    let transport = error.transport_error().unwrap();
    assert_eq!(transport.kind(), TransportErrorKind::Tls, "{error}");
    assert!(!transport.may_have_been_sent());
    assert!(!error.is_retryable());
    server.join().unwrap();
}

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
