//! Signatures of whole requests, computed anew from what goes over the wire by code that shares nothing with the
//! signers but the hash functions.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use proptest::prelude::*;
use runtime::runtime::client::ClientBuilder;
use runtime::runtime::credentials::Credentials;
use runtime::runtime::error::ErrorKind;
use runtime::runtime::operation::Service;
use runtime::runtime::request::Request;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::sample::rest::{AssociateInput, BAIDU, ListInput, baidu, huawei};
use crate::sample::rpc;
use crate::support::{frozen, query_of, value_of};

fn escaped(text: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let parts = text.bytes().map(|byte| {
        if keep(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    parts.collect()
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hmac_sha256(key: &str, message: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(message.as_bytes());
    digits(&mac.finalize().into_bytes())
}

fn header<'r>(request: &'r http::Request<Bytes>, name: &str) -> &'r str {
    request.headers()[name].to_str().unwrap()
}

/// Checks the signature in the query of a sent request.
fn check_alibaba(request: &http::Request<Bytes>, secret: &str) {
    let mut query = query_of(request.uri());
    let signature = value_of(&query, "Signature").unwrap().to_owned();
    query.retain(|(name, _)| name != "Signature");
    query.sort();
    let joined: Vec<String> = query
        .iter()
        .map(|(key, value)| format!("{}={}", escaped(key), escaped(value)))
        .collect();
    let to_sign = format!("{}&%2F&{}", request.method(), escaped(&joined.join("&")));
    let mut mac = Hmac::<Sha1>::new_from_slice(format!("{secret}&").as_bytes()).unwrap();
    mac.update(to_sign.as_bytes());
    assert_eq!(signature, STANDARD.encode(mac.finalize().into_bytes()));
}

/// Checks the `Authorization` header of a sent request by the names that it lists.
fn check_baidu(request: &http::Request<Bytes>, secret: &str) {
    let authorization = header(request, "authorization");
    let parts: Vec<&str> = authorization.split('/').collect();
    let [scheme, id, time, expiration, names, signature] = parts[..] else {
        panic!("{authorization}")
    };
    let mut query: Vec<String> = query_of(request.uri())
        .iter()
        .map(|(key, value)| format!("{}={}", escaped(key), escaped(value)))
        .collect();
    query.sort();
    let headers: Vec<String> = names
        .split(';')
        .map(|name| format!("{name}:{}", escaped(header(request, name))))
        .collect();
    let canonical = format!(
        "{}\n{}\n{}\n{}",
        request.method(),
        request.uri().path(),
        query.join("&"),
        headers.join("\n")
    );
    let key = hmac_sha256(secret, &format!("{scheme}/{id}/{time}/{expiration}"));
    assert_eq!(signature, hmac_sha256(&key, &canonical));
}

/// Checks the `Authorization` header of a sent request by the names that it lists.
fn check_huawei(request: &http::Request<Bytes>, secret: &str) {
    let authorization = header(request, "authorization");
    let (rest, signature) = authorization.split_once(", Signature=").unwrap();
    let (_, names) = rest.split_once("SignedHeaders=").unwrap();
    let mut query = query_of(request.uri());
    query.sort();
    let query: Vec<String> = query
        .iter()
        .map(|(key, value)| format!("{}={}", escaped(key), escaped(value)))
        .collect();
    let headers: String = names
        .split(';')
        .map(|name| format!("{name}:{}\n", header(request, name)))
        .collect();
    let path = percent_encoding::percent_decode_str(request.uri().path())
        .decode_utf8()
        .unwrap();
    let segments: Vec<String> = path.split('/').map(escaped).collect();
    let canonical = format!(
        "{}\n{}/\n{}\n{headers}\n{names}\n{}",
        request.method(),
        segments.join("/"),
        query.join("&"),
        digits(&Sha256::digest(request.body()))
    );
    let to_sign = format!(
        "SDK-HMAC-SHA256\n{}\n{}",
        header(request, "x-sdk-date"),
        digits(&Sha256::digest(canonical))
    );
    assert_eq!(signature, hmac_sha256(secret, &to_sign));
}

fn associate(et_id: &str, field: &str) -> AssociateInput {
    AssociateInput {
        et_id: Some(et_id.to_owned()),
        fields: Some(vec![field.to_owned(), "b".to_owned()]),
        reason: Some("moved to another room".to_owned()),
        vlan: Some(56),
        ..AssociateInput::default()
    }
}

fn temporary() -> Credentials {
    Credentials::access_key("testid", "testsecret").with_security_token("tok en/+=")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn alibaba_signs_what_it_sends(name in ".*", extra in "[a-z]{1,9}", value in ".*") {
        let client = frozen(rpc::builder()).region("cn-shanghai").credentials(temporary()).build().unwrap();
        let mut request = rpc::create_peer(&client).skip_validation().with_parameter(extra, value);
        request.input_mut().name = Some(name);
        check_alibaba(&request.build_request().unwrap().into_http(), "testsecret");
    }

    #[test]
    fn baidu_signs_what_it_sends(id in "[^.].*", field in ".*") {
        let client = frozen(baidu()).region("bj").credentials(temporary().with_project_id("p")).build().unwrap();
        let request = Request::new(&client, associate(&id, &field)).with_header("x-bce-extra", "1 2");
        let request = request.build_request().unwrap().into_http();
        check_baidu(&request, "testsecret");
    }

    #[test]
    fn huawei_signs_what_it_sends(id in "[^.].*", field in ".*") {
        let client = frozen(huawei()).region("cn-north-4").credentials(temporary().with_project_id("p")).build().unwrap();
        let request = Request::new(&client, associate(&id, &field)).with_header("x-extra", "1 2");
        let request = request.build_request().unwrap().into_http();
        check_huawei(&request, "testsecret");
    }
}

#[test]
fn baidu_names_the_headers_that_it_signs() {
    let client = frozen(baidu())
        .region("bj")
        .credentials(temporary().with_project_id("p"))
        .build()
        .unwrap();
    let request = Request::new(&client, associate("e", "f"));
    let request = request.build_request().unwrap().into_http();
    let authorization = header(&request, "authorization");
    assert!(
        authorization.starts_with(
            "bce-auth-v1/testid/2024-07-24T07:17:24Z/1800/content-type;host;x-bce-date;x-bce-security-token/"
        ),
        "{authorization}"
    );
    assert_eq!(header(&request, "x-bce-date"), "2024-07-24T07:17:24Z");
    assert_eq!(header(&request, "x-bce-security-token"), "tok en/+=");

    // Without a body there is no media type to sign.
    let client = frozen(baidu()).region("bj").build().unwrap();
    let request = Request::new(&client, ListInput::default())
        .build_request()
        .unwrap()
        .into_http();
    check_baidu(&request, "testsecret");
    assert!(header(&request, "authorization").contains("/1800/host;x-bce-date/"));
}

#[test]
fn huawei_signs_all_but_the_user_agent() {
    let client = frozen(huawei())
        .region("cn-north-4")
        .credentials(temporary().with_project_id("p"))
        .build()
        .unwrap();
    let request = Request::new(&client, associate("e", "f")).with_header("x_odd", "1");
    let request = request.build_request().unwrap().into_http();
    let authorization = header(&request, "authorization");
    let names =
        "SignedHeaders=content-type;host;x-project-id;x-reason;x-sdk-date;x-security-token,";
    assert!(authorization.contains(names), "{authorization}");
    assert_eq!(header(&request, "x-sdk-date"), "20240724T071724Z");
}

#[test]
fn huawei_takes_a_token_instead() {
    let credentials = Credentials::from_token("t0ken").with_project_id("p");
    let client = frozen(huawei())
        .region("cn-north-4")
        .credentials(credentials)
        .build()
        .unwrap();
    let request = Request::new(&client, associate("e", "f"))
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(header(&request, "x-auth-token"), "t0ken");
    assert!(!request.headers().contains_key("authorization"));
    assert!(
        !format!("{request:?}").contains("t0ken"),
        "the header is marked as sensitive"
    );
}

#[test]
fn a_token_that_the_service_cannot_take_never_leaves() {
    let longest = "t".repeat(10_240);
    let longer = longest.clone() + "t";
    let cases = [
        (longest, None),
        (
            longer,
            Some("10241 characters, the service takes at most 10240"),
        ),
        (String::new(), Some("the token is empty")),
    ];
    for (token, expected) in cases {
        let credentials = Credentials::from_token(token.clone()).with_project_id("p");
        let client = frozen(huawei())
            .region("cn-north-4")
            .credentials(credentials)
            .build()
            .unwrap();
        let built = Request::new(&client, associate("e", "f")).build_request();
        match expected {
            None => assert!(built.is_ok()),
            Some(expected) => {
                let error = built.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Credentials);
                assert!(error.to_string().contains(expected), "{error}");
                assert!(token.is_empty() || !error.to_string().contains(&token));
            }
        }
    }
}

#[test]
fn a_signature_is_valid_as_long_as_the_table_says() {
    static SHORT: Service = Service {
        signature_seconds: 60,
        ..BAIDU
    };
    let client = frozen(ClientBuilder::new(&SHORT)).region("bj").build();
    let request = Request::new(&client.unwrap(), ListInput::default());
    let request = request.build_request().unwrap().into_http();
    let authorization = header(&request, "authorization");
    assert!(authorization.starts_with("bce-auth-v1/testid/2024-07-24T07:17:24Z/60/"));
}
