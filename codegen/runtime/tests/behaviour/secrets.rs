//! No secret shows in anything that prints.

use runtime::runtime::credentials::Credentials;
use runtime::runtime::error::Error;
use runtime::runtime::request::Request;
use runtime::runtime::secret::SecretString;
use runtime::runtime::signing::{SigningRequest, bce_auth_v1};
use serde_json::json;

use crate::sample::rest::{AssociateInput, baidu, huawei};
use crate::sample::rpc::{CreatePeerInput, Filter, builder};
use crate::support::{NOW, Recorder, frozen, query_of, ready, value_of};

const KEY_SECRET: &str = "key/Secret+1";
const SECURITY_TOKEN: &str = "security/Token+2";
const PARAMETER: &str = "parameter/Secret+3";

fn credentials() -> Credentials {
    Credentials::access_key("LTAI-very-long-id", KEY_SECRET).with_security_token(SECURITY_TOKEN)
}

fn check(what: &str, text: &str) {
    for secret in [KEY_SECRET, SECURITY_TOKEN, PARAMETER] {
        let once = runtime::runtime::escape::escape(secret);
        let twice = runtime::runtime::escape::escape(&once);
        for form in [secret, &once, &twice] {
            assert!(!text.contains(form), "{what}: {text}");
        }
    }
}

fn rpc_input() -> CreatePeerInput {
    CreatePeerInput {
        group_id: Some("g".to_owned()),
        auth_key: Some(PARAMETER.into()),
        filter: Some(vec![Filter {
            key: Some("k".to_owned()),
            password: Some(PARAMETER.into()),
            value: None,
        }]),
        ..CreatePeerInput::default()
    }
}

/// A request with every kind of secret, and one more that no table knows.
fn rpc_request() -> Request<CreatePeerInput> {
    let client = frozen(builder())
        .region("cn-shanghai")
        .credentials(credentials())
        .build()
        .unwrap();
    Request::new(&client, rpc_input())
        .skip_validation()
        .with_parameter("Filter.2.Password", PARAMETER)
}

/// The error of a call over a transport that fails.
fn error_over(transport: Recorder) -> Error {
    let client = frozen(builder())
        .region("cn-shanghai")
        .transport(transport)
        .build()
        .unwrap();
    ready(Request::new(&client, rpc_input()).skip_validation().send()).unwrap_err()
}

#[test]
fn credentials_show_a_shortened_id_only() {
    let shown = format!("{:?}", credentials().with_project_id("p"));
    assert_eq!(
        shown,
        "Credentials { access_key: AccessKey { id: \"LTAI…\", secret: [redacted], security_token: Some([redacted]) }, \
         project_id: Some(\"p\") }"
    );
    assert_eq!(
        format!("{:?}", Credentials::from_token(PARAMETER)),
        "Credentials { token: [redacted], project_id: None }"
    );
}

#[test]
fn clients_and_builders_show_none() {
    let configured = frozen(builder())
        .region("cn-shanghai")
        .credentials(credentials());
    check("builder", &format!("{configured:?}"));
    let client = configured.build().unwrap();
    let shown = format!("{client:?}");
    check("client", &shown);
    assert_eq!(
        shown,
        "Client { service: \"Express Connect\", endpoint: https://vpc.aliyuncs.com, region: Some(\"cn-shanghai\"), .. }"
    );
}

#[test]
fn requests_show_none() {
    let request = rpc_request().with_header("X-Note", PARAMETER);
    check("request", &format!("{request:?} {:?}", request.input()));
}

#[test]
fn signed_requests_hide_secrets_until_asked() {
    let signed = rpc_request().build_request().unwrap();
    let hidden = signed.render(false);
    let shown = signed.render(true);
    let debug = format!("{signed:?}");
    let signature = value_of(&query_of(signed.into_http().uri()), "Signature")
        .unwrap()
        .to_owned();
    let signature = runtime::runtime::escape::escape(&signature);
    check("render", &hidden);
    check("debug", &debug);
    assert!(!hidden.contains(&signature) && !debug.contains(&signature));
    assert!(hidden.starts_with("GET /?Action=CreatePeer&"), "{hidden}");
    assert!(
        hidden.contains("AuthKey=[redacted]&")
            && hidden.contains("Signature=[redacted] HTTP/1.1\n"),
        "{hidden}"
    );
    assert!(
        shown.contains(&signature) && shown.contains("AuthKey=parameter%2FSecret%2B3&"),
        "{shown}"
    );
    assert!(shown.ends_with("\n\n"), "head, blank line, no body");
}

#[test]
fn bodies_and_headers_are_redacted_as_well() {
    let credentials = credentials().with_project_id("p");
    let client = frozen(baidu())
        .region("bj")
        .credentials(credentials.clone())
        .build()
        .unwrap();
    let input = AssociateInput {
        et_id: Some("e".to_owned()),
        bgp_key: Some(PARAMETER.into()),
        ..AssociateInput::default()
    };
    let signed = Request::new(&client, input.clone())
        .with_body_parameter("more", json!("fine"))
        .build_request()
        .unwrap();
    let hidden = signed.render(false);
    check("render", &hidden);
    assert!(
        hidden.contains("x-bce-security-token: [redacted]\n"),
        "{hidden}"
    );
    assert!(
        hidden.contains("/1800/content-type;host;x-bce-date;x-bce-security-token/[redacted]\n"),
        "{hidden}"
    );
    assert!(
        hidden.ends_with(
            "\n\n{\"channel\":{\"bgpKey\":\"[redacted]\"},\"etId\":\"e\",\"more\":\"fine\"}"
        ),
        "{hidden}"
    );

    let client = frozen(huawei())
        .region("r")
        .credentials(credentials)
        .build()
        .unwrap();
    let hidden = Request::new(&client, input.clone())
        .build_request()
        .unwrap()
        .render(false);
    check("render", &hidden);
    assert!(
        hidden.contains("x-sdk-date;x-security-token, Signature=[redacted]\n"),
        "{hidden}"
    );

    let token = Credentials::from_token(SECURITY_TOKEN).with_project_id("p");
    let client = frozen(huawei())
        .region("r")
        .credentials(token)
        .build()
        .unwrap();
    let hidden = Request::new(&client, input)
        .build_request()
        .unwrap()
        .render(false);
    assert!(hidden.contains("x-auth-token: [redacted]\n"), "{hidden}");
}

#[test]
fn errors_of_a_careless_transport_are_cleaned() {
    use std::error::Error as _;

    use runtime::runtime::transport::{TransportError, TransportErrorKind};

    // A transport that prints URLs: here one with the secret that the request will carry.
    let careless = || {
        TransportError::new(
            TransportErrorKind::Other,
            format!(
                "GET https://h/?AuthKey={}",
                runtime::runtime::escape::escape(PARAMETER)
            ),
        )
    };
    let recorder = Recorder::failing(careless().with_source(format!("url {PARAMETER}")));
    let error = error_over(recorder);
    check("error", &format!("{error} {error:?} {}", error.message()));
    assert!(
        error.to_string().contains("https://h/?AuthKey=[redacted]"),
        "{error}"
    );
    let transport = error.source().unwrap();
    check("source", &format!("{transport} {transport:?}"));
    assert!(
        transport.source().is_none(),
        "what cannot be cleaned is left out"
    );

    let recorder = Recorder::failing(
        TransportError::new(TransportErrorKind::Other, "m").with_source("harmless"),
    );
    let error = error_over(recorder);
    assert_eq!(
        error.source().unwrap().source().unwrap().to_string(),
        "harmless"
    );
}

#[test]
fn violations_show_none() {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    let error = Request::new(&client, rpc_input())
        .build_request()
        .unwrap_err();
    let violations = error.violations().unwrap();
    check(
        "violations",
        &format!("{error} {error:?} {violations} {}", violations.to_json()),
    );
    assert!(
        error
            .to_string()
            .contains("AuthKey must be at most 16 bytes long, which the given secret value is not")
    );
    assert!(
        !error.to_string().contains(&PARAMETER.len().to_string()),
        "not even its length: {error}"
    );
}

#[test]
fn the_signing_module_shows_none() {
    let secret = SecretString::from(KEY_SECRET);
    let query = [("a", PARAMETER)].into_iter().collect();
    let headers = [("x-bce-security-token".to_owned(), SECURITY_TOKEN.to_owned())];
    let request = SigningRequest {
        method: "GET",
        path: "/",
        query: &query,
        headers: &headers,
        body: b"",
        time: NOW,
        signed_headers: &[],
    };
    let signed = bce_auth_v1::sign("id", &secret, &request, 1800);
    let shown = format!("{request:?} {signed:?}");
    check("signing", &shown);
    assert!(!shown.contains(&signed.signature));
}

#[test]
fn secret_texts_compare_but_do_not_print() {
    let secret = SecretString::from("abc");
    assert_eq!(format!("{secret:?}"), "[redacted]");
    assert_eq!(secret, SecretString::from("abc".to_owned()));
    assert_ne!(secret, SecretString::from("abd"));
    assert_ne!(secret, SecretString::from("ab"));
    assert_eq!(SecretString::from(""), SecretString::from(""));
}
