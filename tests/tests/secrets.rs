//! No text that a client, a request or an error gives of itself shows a secret, whatever a server echoes.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::error::Error;

use end_to_end::block_on;
use end_to_end::clients::{SECRET, alibaba, baidu, huawei};
use end_to_end::received::Received;
use end_to_end::secrets::{assert_hidden, debug_of, texts_of};
use end_to_end::server::{Answer, Server};
use end_to_end::verify;
use serde_json::{Value, json};

/// Secrets with characters that escaping, Base64 and JSON all treat differently.
const TOKEN: &str = "CAIS+session/token==";
const AUTH_KEY: &str = "!PW Z2\"d+m/o~";

/// Everything that a server might repeat of a request: the target, the headers, the body, and what it thinks was signed.
fn echo(request: &Received, signed: &str) -> String {
    let headers: Vec<String> = request
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    let body = String::from_utf8_lossy(&request.body);
    format!(
        "expected [{signed}] of {} with {} and {body}",
        request.target,
        headers.join(", ")
    )
}

/// The secrets do not show in any text of the error; the words around them do.
fn assert_error_hides<E: Error + 'static>(error: &E, more: &[&str], secrets: &[&str]) {
    let mut texts = texts_of(error);
    texts.extend(more.iter().copied());
    assert!(texts.contains("expected ["), "nothing was echoed: {texts}");
    for secret in secrets {
        assert_hidden(&texts, secret);
    }
}

/// Answers with 403 and an error whose every member is what `members` makes of the echo.
fn echoing(
    signed: impl Fn(&Received) -> String + Send + 'static,
    members: impl Fn(&str) -> Value + Send + 'static,
) -> Server {
    Server::responding(move |request| {
        let echo = echo(request, &signed(request));
        Answer::json(403, members(&echo))
    })
}

#[test]
fn alibaba_errors_hide_what_the_server_echoes() {
    let server = echoing(
        verify::rpc_string_to_sign,
        |echo| json!({ "Code": echo, "Message": format!("{echo} key {AUTH_KEY} token {TOKEN}"), "RequestId": echo }),
    );
    let key = alibaba_express_connect::Credentials::access_key("testid", SECRET);
    let client = alibaba::builder(&server)
        .credentials(key.with_security_token(TOKEN))
        .build()
        .unwrap();
    let request = client.create_bgp_group().router_id("vbr-1").peer_asn(65515);
    let error = block_on(request.auth_key(AUTH_KEY).send()).unwrap_err();
    let signature = server.only_request().parameters()["Signature"].clone();
    let more = [
        error.code().unwrap(),
        &error.message(),
        error.request_id().unwrap(),
    ];
    assert_error_hides(&error, &more, &[SECRET, TOKEN, AUTH_KEY, &signature]);
}

#[test]
fn baidu_errors_hide_what_the_server_echoes() {
    let server = echoing(
        |request| verify::bce_canonical_request(request, &["host"]),
        |echo| json!({ "code": echo, "message": format!("{echo} key {AUTH_KEY} token {TOKEN}"), "requestId": echo }),
    );
    let key = baidu_et::Credentials::access_key("testid", SECRET);
    let client = baidu::builder(&server)
        .credentials(key.with_security_token(TOKEN))
        .build()
        .unwrap();
    let request = client
        .create_et_channel()
        .et_id("dcphy-1")
        .bgp_key(AUTH_KEY);
    let error = block_on(request.skip_validation().send()).unwrap_err();
    let received = server.only_request();
    let authorization = received.header("authorization").unwrap();
    let signature = authorization.rsplit('/').next().unwrap();
    let more = [
        error.code().unwrap(),
        &error.message(),
        error.request_id().unwrap(),
    ];
    assert_error_hides(&error, &more, &[SECRET, TOKEN, AUTH_KEY, signature]);
}

/// The error that a call of Huawei ends in.
fn huawei_error(
    server: &Server,
    credentials: huawei_direct_connect::Credentials,
) -> huawei_direct_connect::Error {
    let builder = huawei::builder(server).credentials(credentials);
    let client = builder.build().unwrap();
    let request = client.update_direct_connect().name("a");
    let request = request.direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a");
    block_on(request.send()).unwrap_err()
}

#[test]
fn huawei_errors_hide_what_the_server_echoes() {
    for credentials in [
        huawei_direct_connect::Credentials::token(TOKEN),
        huawei_direct_connect::Credentials::access_key("testid", SECRET).with_security_token(TOKEN),
    ] {
        let server = echoing(
            |_| String::new(),
            |echo| json!({ "error_code": echo, "error_msg": format!("{echo} token {TOKEN}"), "request_id": echo }),
        );
        let error = huawei_error(&server, credentials);
        let received = server.only_request();
        let authorization = received
            .header("authorization")
            .unwrap_or("Signature=none was sent");
        let (_, signature) = authorization.rsplit_once("Signature=").unwrap();
        let more = [
            error.code().unwrap(),
            &error.message(),
            error.request_id().unwrap(),
        ];
        assert_error_hides(&error, &more, &[SECRET, TOKEN, signature]);
    }
}

#[test]
fn a_message_is_not_cut_in_the_middle_of_a_secret() {
    for length in 480..=500 {
        let message = format!("expected [{}{TOKEN} rest", "x".repeat(length - 10));
        let server = Server::answering(Answer::json(403, json!({ "message": message })));
        let credentials = huawei_direct_connect::Credentials::token(TOKEN);
        let error = huawei_error(&server, credentials);
        server.only_request();
        assert!(!texts_of(&error).contains("CAIS"), "{length}: {error}");
    }
}

#[test]
fn clients_builders_and_credentials_do_not_print_their_secrets() {
    let server = Server::answering(Answer::json(200, "{}"));
    let key = alibaba_express_connect::Credentials::access_key("LTAI4FexampleKeyId", SECRET);
    let key = key.with_security_token(TOKEN);
    let builder = alibaba::builder(&server).credentials(key.clone());
    let texts = [
        debug_of(&key),
        debug_of(&builder),
        debug_of(&builder.build().unwrap()),
    ]
    .concat();
    assert_hidden(&texts, SECRET);
    assert_hidden(&texts, TOKEN);
    assert_hidden(&texts, "LTAI4FexampleKeyId");
    let bearer = huawei_direct_connect::Credentials::token(TOKEN);
    let client = huawei::builder(&server)
        .credentials(bearer.clone())
        .build()
        .unwrap();
    assert_hidden(&[debug_of(&bearer), debug_of(&client)].concat(), TOKEN);
    server.assert_unused();
}

#[test]
fn an_endpoint_with_a_password_is_refused_and_not_repeated() {
    let builder = || {
        alibaba_express_connect::Client::builder().endpoint("https://user:hunter2@vpc.aliyuncs.com")
    };
    let error = builder().build().unwrap_err();
    assert_hidden(&(texts_of(&error) + &debug_of(&builder())), "hunter2");
}

#[test]
fn requests_do_not_print_what_is_secret_or_may_be() {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = alibaba::client(&server);
    let request = client
        .create_bgp_group()
        .router_id("vbr-1")
        .peer_asn(65515)
        .auth_key(AUTH_KEY);
    let request = request
        .with_header("x-note", "header-secret")
        .with_parameter("Novelty", "parameter-secret");
    let signed = request.build_request().unwrap();
    let shown = signed.render(false);
    let texts = [
        debug_of(&request),
        debug_of(&request.input()),
        debug_of(&signed),
        shown.clone(),
    ]
    .concat();
    for secret in [AUTH_KEY, SECRET] {
        assert_hidden(&texts, secret);
    }
    for secret in ["header-secret", "parameter-secret"] {
        assert_hidden(&debug_of(&request), secret);
    }
    assert!(shown.contains("vbr-1"), "{shown}");
    let whole = signed.render(true);
    let (_, rest) = whole.split_once("Signature=").unwrap();
    let signature = rest.split(['&', ' ']).next().unwrap();
    assert_hidden(&texts, &end_to_end::escape::unescape(signature));
    server.assert_unused();
}

#[test]
fn a_secret_that_is_given_by_its_wire_name_is_one_too() {
    let server = Server::answering(Answer::json(200, "{}"));
    let request = alibaba::client(&server)
        .create_bgp_group()
        .router_id("vbr-1")
        .peer_asn(65515);
    let signed = request
        .with_parameter("AuthKey", AUTH_KEY)
        .build_request()
        .unwrap();
    assert_hidden(&(signed.render(false) + &debug_of(&signed)), AUTH_KEY);
    let request = baidu::client(&server)
        .create_et_channel()
        .et_id("dcphy-1")
        .skip_validation();
    let signed = request
        .with_body_parameter("bgpKey", AUTH_KEY.into())
        .build_request()
        .unwrap();
    assert_hidden(&(signed.render(false) + &debug_of(&signed)), AUTH_KEY);
    server.assert_unused();
}

#[test]
fn validation_errors_do_not_repeat_secret_values() {
    let error = baidu::refused(|client| {
        let request = client.create_et_channel().et_id("dcphy-1");
        request.bgp_key(AUTH_KEY).vlan_id(5000)
    });
    assert!(error.violations().is_some());
    assert_hidden(&texts_of(&error), AUTH_KEY);
}
