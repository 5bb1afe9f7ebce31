//! No answer, or half of one.

use std::net::SocketAddr;
use std::time::Duration;

use alibaba_express_connect::transport::TransportErrorKind;
use alibaba_express_connect::{Client, ClientBuilder, Credentials, Error, ErrorKind};
use end_to_end::block_on;
use end_to_end::clients::SECRET;
use end_to_end::clients::alibaba::builder;
use end_to_end::received::Received;
use end_to_end::secrets::{assert_hidden, texts_of};
use end_to_end::server::{Answer, Server};
use tokio::net::TcpSocket;

/// The error of a call by a client that `configure` has had its hands on.
///
/// It shows the signature of none of the requests that the server saw; and if it saw one, the error does not claim that
/// nothing was sent.
fn failure(answer: Answer, configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Error {
    let server = Server::answering(answer);
    let client = configure(builder(&server)).build().unwrap();
    let error = block_on(client.describe_bgp_peers().send()).unwrap_err();
    assert_honest(&error, &server.finish().requests);
    error
}

fn assert_honest(error: &Error, requests: &[Received]) {
    let transport = error.transport_error().expect("another kind of error");
    assert!(
        transport.may_have_been_sent() || requests.is_empty(),
        "{error}"
    );
    for request in requests {
        assert_hidden(&texts_of(error), &request.parameters()["Signature"]);
    }
    let line = error.to_string();
    assert!(line.starts_with("DescribeBgpPeers: "), "{line}");
    assert_eq!(error.status(), None);
}

fn assert_kind(error: &Error, kind: TransportErrorKind) {
    assert_eq!(error.transport_error().unwrap().kind(), kind, "{error}");
}

#[test]
fn a_server_that_never_answers_is_a_timeout() {
    let brief = Duration::from_millis(300);
    for configure in [
        |builder: ClientBuilder, brief| builder.timeout(brief),
        |builder: ClientBuilder, brief| builder.attempt_timeout(brief).timeout(brief * 2),
    ] {
        let error = failure(Answer::Silence, |builder| configure(builder, brief));
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert_kind(&error, TransportErrorKind::Timeout);
    }
}

#[test]
fn a_request_can_have_a_deadline_of_its_own() {
    let server = Server::answering(Answer::Silence);
    let client = builder(&server).build().unwrap();
    let request = client
        .describe_bgp_peers()
        .with_timeout(Duration::from_millis(300));
    let error = block_on(request.send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_honest(&error, &server.finish().requests);
}

#[test]
fn half_an_answer_is_an_interruption() {
    for half in [
        "",
        "HTTP/1.1 200 OK\r\nContent-",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"PageSize\":10",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"Pa",
    ] {
        let error = failure(Answer::Bytes(half.into()), |builder| builder);
        assert_kind(&error, TransportErrorKind::Interrupted);
        assert!(error.is_retryable());
    }
}

#[test]
fn an_answer_that_is_not_http_is_an_error() {
    let answer = Answer::Bytes(b"SSH-2.0-OpenSSH_9.6\r\n\r\n".into());
    assert_kind(
        &failure(answer, |builder| builder),
        TransportErrorKind::Other,
    );
}

#[test]
fn an_answer_longer_than_the_limit_is_an_error() {
    let body = format!(r#"{{"Filler":"{}"}}"#, "x".repeat(1000));
    let error = failure(Answer::json(200, &body), |builder| builder.body_limit(1000));
    assert_kind(&error, TransportErrorKind::BodyTooLarge);
    let exact = Server::answering(Answer::json(200, &body));
    let client = builder(&exact).body_limit(body.len()).build().unwrap();
    block_on(client.describe_bgp_peers().send()).unwrap();
}

#[test]
fn a_chunked_answer_is_put_together() {
    let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n\
                  e\r\n{\"PageSize\": 1\r\n2\r\n0}\r\n0\r\n\r\n";
    let server = Server::answering(Answer::Bytes(answer.into()));
    let client = builder(&server).build().unwrap();
    let answer = block_on(client.describe_bgp_peers().send()).unwrap();
    assert_eq!(answer.page_size, Some(10));
}

/// A client of an address where nobody listens, for as long as the socket lives.
fn client_of_nobody() -> (Client, TcpSocket) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let endpoint = format!("http://{}", socket.local_addr().unwrap());
    let client = Client::builder()
        .endpoint(endpoint)
        .region("cn-shanghai")
        .credentials(Credentials::access_key("testid", SECRET))
        .build();
    (client.unwrap(), socket)
}

#[test]
fn a_refused_connection_was_not_sent() {
    let (client, _socket) = client_of_nobody();
    let error = block_on(client.describe_bgp_peers().send()).unwrap_err();
    assert_kind(&error, TransportErrorKind::Connect);
    assert!(
        !error.transport_error().unwrap().may_have_been_sent(),
        "{error}"
    );
    assert_honest(&error, &[]);
    assert!(error.is_retryable());
    let texts = texts_of(&error);
    for part in ["Signature", "AccessKeyId", "http://"] {
        assert!(!texts.contains(part), "`{part}` shows in {texts}");
    }
}

#[test]
fn over_https_nothing_goes_out_in_the_clear() {
    let server = Server::answering(Answer::Silence);
    let endpoint = server.endpoint().replace("http:", "https:");
    let client = builder(&server).endpoint(endpoint);
    let client = client.timeout(Duration::from_millis(300)).build().unwrap();
    let error = block_on(client.describe_bgp_peers().send()).unwrap_err();
    assert_honest(&error, &[]);
    assert!(server.finish().requests.is_empty());
}
