//! REST requests on the wire.

use proptest::prelude::*;
use runtime::runtime::client::Client;
use runtime::runtime::error::ErrorKind;
use runtime::runtime::operation::ClientValue;
use runtime::runtime::request::Request;
use serde_json::{Value, json};

use crate::sample::rest::{AssociateInput, ListInput, baidu, huawei};
use crate::support::{frozen, query_of};

pub(crate) fn client() -> Client {
    let mut builder = frozen(baidu()).region("bj");
    builder.set_client_value(ClientValue::ProjectId, "p1".to_owned());
    builder.build().unwrap()
}

pub(crate) fn associate() -> AssociateInput {
    AssociateInput {
        et_id: Some("dcphy-1".to_owned()),
        client_token: Some("token".to_owned()),
        fields: Some(vec!["a,b".to_owned(), "专".to_owned()]),
        reason: Some("moved".to_owned()),
        vlan: Some(56),
        ..AssociateInput::default()
    }
}

fn with_id(id: &str) -> Request<AssociateInput> {
    Request::new(
        &client(),
        AssociateInput {
            et_id: Some(id.to_owned()),
            ..associate()
        },
    )
}

#[test]
fn each_parameter_travels_where_it_belongs() {
    let request = Request::new(&client(), associate())
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(request.method(), http::Method::PUT);
    assert_eq!(
        request.uri().to_string(),
        "http://bcc.bj.baidubce.com/v1/p1/et/dcphy-1/channel?associate&clientToken=token&fields=a%2Cb&fields=%E4%B8%93"
    );
    assert_eq!(request.headers()["x-reason"], "moved");
    assert_eq!(
        request.headers()["content-type"],
        "application/json;charset=utf-8"
    );
    assert_eq!(
        request.headers()["content-length"],
        request.body().len().to_string()
    );
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(
        body,
        json!({ "etId": "dcphy-1", "channel": { "vlan": "56" } })
    );
}

#[test]
fn an_operation_with_a_body_always_sends_one() {
    let client = client();
    let input = AssociateInput {
        et_id: Some("e".to_owned()),
        ..AssociateInput::default()
    };
    let request = Request::new(&client, input)
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(request.body(), &br#"{"etId":"e"}"#[..]);
}

#[test]
fn an_operation_without_a_body_sends_none() {
    let input = ListInput { max_keys: Some(5) };
    let request = Request::new(&client(), input)
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(
        request.uri().to_string(),
        "http://bcc.bj.baidubce.com/v1/et?maxKeys=5"
    );
    assert!(request.body().is_empty());
    let headers: Vec<&str> = request.headers().keys().map(|name| name.as_str()).collect();
    assert_eq!(
        headers,
        ["x-bce-date", "authorization", "host", "user-agent"]
    );

    let request = Request::new(&client(), ListInput::default())
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(
        request.uri().to_string(),
        "http://bcc.bj.baidubce.com/v1/et"
    );
}

#[test]
fn a_path_value_stays_one_segment() {
    let request = with_id("../../x?y=%2F中文").build_request().unwrap();
    assert_eq!(
        request.path(),
        "/v1/p1/et/..%2F..%2Fx%3Fy%3D%252F%E4%B8%AD%E6%96%87/channel"
    );
    assert_eq!(
        request.into_http().uri().query(),
        Some("associate&clientToken=token&fields=a%2Cb&fields=%E4%B8%93")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_path_value_comes_back(id in ".+") {
        prop_assume!(id != "." && id != "..");
        let request = with_id(&id).build_request().unwrap().into_http();
        let segments: Vec<&str> = request.uri().path().split('/').collect();
        prop_assert_eq!(segments.len(), 6);
        let decoded = percent_encoding::percent_decode_str(segments[4]).decode_utf8().unwrap();
        prop_assert_eq!(decoded, id);
    }
}

#[test]
fn values_that_change_the_path_are_refused_whatever_is_skipped() {
    for (id, reason) in [
        ("", "path parameter `etId` is empty"),
        (".", "path parameter `etId` must not be a dot segment"),
        ("..", "path parameter `etId` must not be a dot segment"),
    ] {
        let error = with_id(id).skip_validation().build_request().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        assert_eq!(
            error.to_string(),
            format!("Associate: cannot build the request: {reason}")
        );
    }
    let input = AssociateInput {
        et_id: None,
        ..associate()
    };
    let error = Request::new(&client(), input)
        .skip_validation()
        .build_request()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("path parameter `etId` is missing"),
        "{error}"
    );
}

#[test]
fn the_project_of_the_client_is_checked_as_well() {
    for project in ["", ".", ".."] {
        let mut builder = frozen(huawei()).endpoint("127.0.0.1");
        builder.set_client_value(
            runtime::runtime::operation::ClientValue::ProjectId,
            project.to_owned(),
        );
        let client = builder.build().unwrap();
        let error = Request::new(&client, associate())
            .skip_validation()
            .build_request()
            .unwrap_err();
        assert!(
            error.to_string().contains("path parameter `project_id`"),
            "{error}"
        );
    }
    let client = frozen(huawei()).endpoint("127.0.0.1").build().unwrap();
    let error = Request::new(&client, associate())
        .build_request()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("path parameter `project_id` is missing"),
        "{error}"
    );
}

#[test]
fn undocumented_parameters_are_sent_as_given() {
    let request = Request::new(&client(), associate())
        .with_parameter("dryRun", "a&b")
        .with_parameter("fields", "only")
        .with_body_parameter("extra", json!([1, { "a": null }]))
        .with_body_parameter("etId", json!("other"));
    let request = request.build_request().unwrap().into_http();
    let expected = [
        ("associate", ""),
        ("clientToken", "token"),
        ("dryRun", "a&b"),
        ("fields", "only"),
    ];
    let query = query_of(request.uri());
    let query: Vec<(&str, &str)> = query
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect();
    assert_eq!(query, expected);
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(
        body,
        json!({ "etId": "other", "channel": { "vlan": "56" }, "extra": [1, { "a": null }] })
    );
}

#[test]
fn undocumented_parameters_that_cannot_be_sent_are_refused() {
    let list = || Request::new(&client(), ListInput::default());
    let associate = || Request::new(&client(), associate());
    let cases = [
        list().with_body_parameter("x", json!(1)).build_request(),
        list().with_parameter("", "x").build_request(),
        associate()
            .with_body_parameter("", json!(1))
            .build_request(),
        associate().with_parameter("associate", "x").build_request(),
    ];
    for case in cases {
        assert_eq!(case.unwrap_err().kind(), ErrorKind::Build);
    }
}

#[test]
fn a_request_line_that_is_too_long_is_an_error() {
    let error = with_id(&"x".repeat(70_000)).build_request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
}
