//! What goes out.

use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;

use crate::sample::rest::AssociateInput;
use crate::support::adapters::{LIMITS, all};
use crate::support::server::{Server, answer};

#[test]
fn a_request_reaches_the_wire_byte_for_byte() {
    for adapter in all() {
        let server = Server::answering(vec![answer("200 OK", r#"{"ok":true}"#)]);
        let input = AssociateInput {
            et_id: Some("../../x?y=%2F中文'".to_owned()),
            client_token: Some("t 1".to_owned()),
            vlan: Some(5),
            ..AssociateInput::default()
        };
        let client = adapter.client(&server.endpoint());
        let response = Request::new(&client, input).send_blocking().unwrap();
        assert_eq!(response.into_output(), serde_json::json!({ "ok": true }));

        let request = server.request();
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        assert_eq!(
            lines.next(),
            Some(
                "PUT /v1/p/et/..%2F..%2Fx%3Fy%3D%252F%E4%B8%AD%E6%96%87%27/channel?associate&clientToken=t%201 HTTP/1.1"
            ),
            "{}",
            adapter.name
        );
        // reqwest always says what it accepts.
        let mut headers: Vec<&str> = lines
            .filter(|line| !line.starts_with("authorization: ") && *line != "accept: */*")
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
            ],
            "{}",
            adapter.name
        );
        assert!(head.contains("\r\nauthorization: bce-auth-v1/testid/2024-07-24T07:17:24Z/1800/content-type;host;x-bce-date/"));
        assert_eq!(
            body,
            r#"{"channel":{"vlan":"5"},"etId":"../../x?y=%2F中文'"}"#
        );
    }
}

#[test]
fn any_method_goes_without_a_body() {
    for adapter in all() {
        for method in ["GET", "DELETE", "POST", "PUT"] {
            let server = Server::answering(vec![answer("200 OK", "{}")]);
            let mut request = http::Request::builder()
                .method(method)
                .uri(format!("{}/x", server.endpoint()))
                .body(bytes::Bytes::new())
                .unwrap();
            if method != "GET" {
                let headers = request.headers_mut();
                headers.insert("content-length", http::HeaderValue::from_static("0"));
            }
            let response = adapter.transport.send(request, LIMITS).unwrap();
            assert_eq!(response.status(), 200, "{method} by {}", adapter.name);
            let request = server.request();
            assert!(request.starts_with(&format!("{method} /x HTTP/1.1\r\n")));
            let lengths = request.matches("content-length: 0").count();
            assert_eq!(lengths, usize::from(method != "GET"), "{request}");
            assert!(!request.contains("transfer-encoding"), "{request}");
        }
    }
}

#[test]
fn redirects_are_not_followed() {
    for adapter in all() {
        for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
            let other = Server::answering(vec![answer("200 OK", "{}")]);
            let redirect = format!(
                "HTTP/1.1 {status}\r\nlocation: {}/\r\ncontent-length: 0\r\n\r\n",
                other.endpoint()
            );
            let server = Server::answering(vec![redirect.into_bytes()]);
            let error = adapter.list(&server.endpoint()).unwrap_err();
            assert_eq!(
                (error.kind(), error.status()),
                (ErrorKind::Service, status[..3].parse().ok()),
                "{}",
                adapter.name
            );
            assert!(other.is_idle());
        }
    }
}

#[test]
fn connections_are_used_again() {
    for adapter in all() {
        let server = Server::keeping_alive(vec![answer("200 OK", "{}"), answer("200 OK", "{}")]);
        let client = adapter.client(&server.endpoint());
        // The server accepts one connection only.
        for _ in 0..2 {
            let input = AssociateInput {
                et_id: Some("e".to_owned()),
                vlan: Some(5),
                ..AssociateInput::default()
            };
            Request::new(&client, input).send_blocking().unwrap();
            server.request();
        }
    }
}
