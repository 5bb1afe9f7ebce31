//! RPC requests on the wire.

use http::Method;
use runtime::runtime::client::{Client, ClientBuilder};
use runtime::runtime::credentials::Credentials;
use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use serde_json::json;

use crate::sample::rpc::{CreatePeerInput, Filter, IpVersion, builder, create_peer};
use crate::support::{Recorder, frozen, query_of, ready, value_of};

fn client() -> Client {
    frozen(builder()).region("cn-shanghai").build().unwrap()
}

fn post(mut builder: ClientBuilder) -> ClientBuilder {
    builder.set_rpc_method("POST");
    builder
}

fn input() -> CreatePeerInput {
    CreatePeerInput {
        group_id: Some("bgpg-1".to_owned()),
        enable_bfd: Some(true),
        multi_hop: Some(3),
        ip_version: Some(IpVersion::Ipv4),
        filter: Some(vec![
            Filter {
                key: Some("Name".to_owned()),
                value: Some(vec!["a b".to_owned(), "专线".to_owned()]),
                password: None,
            },
            Filter {
                key: Some("Status".to_owned()),
                ..Filter::default()
            },
        ]),
        client_token: Some("token".to_owned()),
        ..CreatePeerInput::default()
    }
}

fn built(client: &Client) -> http::Request<bytes::Bytes> {
    let request = Request::new(client, input());
    request.build_request().unwrap().into_http()
}

#[test]
fn everything_travels_in_the_query() {
    let request = Request::new(&client(), input()).build_request().unwrap();
    assert_eq!((request.method(), request.path()), (&Method::GET, "/"));
    let request = request.into_http();
    assert_eq!(
        request.uri().to_string(),
        "https://vpc.aliyuncs.com/?Action=CreatePeer&Version=2016-04-28&Format=JSON&ClientToken=token\
         &EnableBfd=true&Filter.1.Key=Name&Filter.1.Value.1=a%20b&Filter.1.Value.2=%E4%B8%93%E7%BA%BF\
         &Filter.2.Key=Status&GroupId=bgpg-1&IpVersion=IPv4&MultiHop=3&RegionId=cn-shanghai\
         &AccessKeyId=testid&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0\
         &SignatureNonce=00010203-0405-4607-8809-0a0b0c0d0e0f&Timestamp=2024-07-24T07%3A17%3A24Z\
         &Signature=SIGNATURE"
            .replace("SIGNATURE", &signature(&request))
    );
    let headers: Vec<&str> = request.headers().keys().map(|name| name.as_str()).collect();
    assert_eq!(headers, ["host", "user-agent"]);
    assert_eq!(request.headers()["host"], "vpc.aliyuncs.com");
    assert_eq!(
        request.headers()["user-agent"],
        "trunkline/0.1.0 alibaba-express-connect/0.1.0"
    );
    assert!(request.body().is_empty());
}

fn signature(request: &http::Request<bytes::Bytes>) -> String {
    runtime::runtime::escape::escape(value_of(&query_of(request.uri()), "Signature").unwrap())
}

#[test]
fn post_leaves_the_parameters_in_the_query() {
    let client = post(frozen(builder()))
        .region("cn-shanghai")
        .build()
        .unwrap();
    let request = built(&client);
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.headers()["content-length"], "0");
    assert_eq!(
        value_of(&query_of(request.uri()), "GroupId"),
        Some("bgpg-1")
    );
    assert!(request.body().is_empty());

    let mut other = frozen(builder()).region("cn-shanghai");
    other.set_rpc_method("DELETE");
    let error = Request::new(&other.build().unwrap(), input())
        .build_request()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
}

#[test]
fn the_region_of_the_client_can_be_overridden() {
    let mut request = Request::new(&client(), input());
    request.input_mut().region_id = Some("cn-beijing".to_owned());
    let request = request.build_request().unwrap().into_http();
    assert_eq!(
        value_of(&query_of(request.uri()), "RegionId"),
        Some("cn-beijing")
    );
    assert_eq!(request.uri().host(), Some("vpc.aliyuncs.com"));
}

#[test]
fn a_write_gets_a_fresh_idempotency_token_unless_one_is_given() {
    let client = client();
    let mut request = Request::new(&client, input());
    request.input_mut().client_token = None;
    let token = |request: &Request<CreatePeerInput>| {
        let query = query_of(request.build_request().unwrap().into_http().uri());
        value_of(&query, "ClientToken").unwrap().to_owned()
    };
    let (first, second) = (token(&request), token(&request));
    assert_eq!((first.len(), second.len()), (36, 36));
    assert_ne!(first, second);
    request.input_mut().client_token = Some("mine".to_owned());
    assert_eq!(token(&request), "mine");
}

#[test]
fn a_temporary_key_sends_its_token() {
    let credentials = Credentials::access_key("id", "secret").with_security_token("to/ken");
    let client = frozen(builder())
        .region("cn-shanghai")
        .credentials(credentials)
        .build()
        .unwrap();
    let request = built(&client);
    assert_eq!(
        value_of(&query_of(request.uri()), "SecurityToken"),
        Some("to/ken")
    );
}

#[test]
fn undocumented_parameters_are_sent_as_given() {
    let request = create_peer(&client())
        .skip_validation()
        .with_parameter("OwnerId", "1")
        .with_parameter("OwnerId", "2")
        .with_parameter("Filter.1.Extra", "x y")
        .with_parameter("RegionId", "elsewhere");
    let query = query_of(request.build_request().unwrap().into_http().uri());
    let of = |name: &str| -> Vec<&str> {
        query
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .collect()
    };
    assert_eq!(of("OwnerId"), ["2"]);
    assert_eq!(of("Filter.1.Extra"), ["x y"]);
    assert_eq!(
        of("RegionId"),
        ["elsewhere"],
        "in place of the documented one"
    );
}

#[test]
fn common_parameters_belong_to_the_client() {
    for name in [
        "Action",
        "Version",
        "Format",
        "AccessKeyId",
        "Signature",
        "SignatureNonce",
        "TimeStamp",
        "",
    ] {
        let request = Request::new(&client(), input()).with_parameter(name, "value-not-shown");
        let error = request.build_request().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build, "{name}");
        assert!(!error.to_string().contains("value-not-shown"), "{error}");
    }
}

#[test]
fn there_is_no_body_to_add_to() {
    let request = Request::new(&client(), input()).with_body_parameter("Extra", json!(1));
    let error = request.build_request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "CreatePeer: cannot build the request: body parameter `Extra`: the request has no body"
    );
}

#[test]
fn sending_needs_credentials() {
    let client = builder()
        .region("cn-shanghai")
        .clock(crate::support::FrozenClock);
    let client = client.entropy(crate::support::CountingEntropy::default());
    let client = client.transport(Recorder::default()).build().unwrap();
    let error = ready(Request::new(&client, input()).send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(
        error.to_string(),
        "CreatePeer: credentials error: none are set; call `credentials` on the builder"
    );
}

#[cfg(not(feature = "blocking"))]
#[test]
fn blocking_needs_a_transport() {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    let error = Request::new(&client, input()).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.to_string(),
        "CreatePeer: transport error: no blocking transport: call `blocking_transport` on the builder \
         or enable the feature `blocking` (the request was not sent)"
    );
}

#[test]
fn a_token_is_no_access_key() {
    let client = frozen(builder())
        .region("cn-shanghai")
        .credentials(Credentials::from_token("t"))
        .build()
        .unwrap();
    let error = Request::new(&client, input()).build_request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
}

#[test]
fn asynchronous_and_blocking_calls_send_the_same() {
    let recorder = Recorder::answering(200, r#"{"Total":1}"#);
    let client = frozen(builder())
        .region("cn-shanghai")
        .transport(recorder.clone())
        .build()
        .unwrap();
    let response = ready(Request::new(&client, input()).send()).unwrap();
    assert_eq!(response.total, Some(1));
    let sent = recorder.request();

    let recorder = Recorder::answering(200, r#"{"Total":2}"#);
    let client = frozen(builder())
        .region("cn-shanghai")
        .blocking_transport(recorder.clone())
        .build()
        .unwrap();
    let response = Request::new(&client, input()).send_blocking().unwrap();
    assert_eq!(response.into_output().total, Some(2));
    assert_eq!(recorder.request().uri(), sent.uri());
    assert_eq!(recorder.request().headers(), sent.headers());
}

#[test]
fn a_call_can_move_between_threads() {
    fn check<T: Send>(_: T) {}
    fn check_shared<T: Send + Sync + 'static>(_: T) {}
    check(Request::new(&client(), input()).send());
    check_shared(client());
    check_shared(Request::new(&client(), input()));
    check_shared(create_peer(&client()).build_request().unwrap_err());
}
