//! Text in the query and in JSON bodies.

use end_to_end::block_on;
use end_to_end::clients::{alibaba, baidu, huawei};
use end_to_end::server::{Answer, Server};
use serde_json::json;

/// Each starts with a letter and has at least two characters, as descriptions must.
const TEXTS: [&str; 12] = [
    "中文描述",
    "line 😀 e\u{301} \u{1f468}\u{200d}\u{1f469}",
    "a b  c ",
    "a+b",
    "a*b",
    "a~b",
    "a%b %41 %zz %",
    "a&b=c;d",
    "a?b#c/d",
    r#"a"b\c'd`e"#,
    "a\tb\r\nc\u{0}d",
    "a<b>c{d}[e]|f^g",
];

#[test]
fn rpc_parameters_arrive_as_given_and_the_signature_agrees() {
    for text in TEXTS {
        let request = alibaba::sent(|client| {
            let request = client.create_bgp_group().router_id("vbr-1").peer_asn(65515);
            request.description(text).auth_key(text)
        });
        let parameters = request.parameters();
        assert_eq!(parameters["Description"], text);
        assert_eq!(parameters["AuthKey"], text);
    }
}

#[test]
fn the_query_is_escaped_to_the_letter_of_the_document() {
    let request = alibaba::sent(|client| {
        let request = client.create_bgp_group().router_id("vbr-1").peer_asn(65515);
        request.description("a b+c*d~e/f中")
    });
    let pair = "Description=a%20b%2Bc%2Ad~e%2Ff%E4%B8%AD";
    assert!(request.raw_query().contains(&pair), "{}", request.target);
}

#[test]
fn names_of_parameters_are_escaped_like_values() {
    for name in ["Na me", "名", "a&b", "a=b", "a+b", "a%41"] {
        let request = alibaba::sent(|client| client.describe_bgp_peers().with_parameter(name, "x"));
        assert_eq!(request.parameters()[name], "x");
        let request = baidu::sent(|client| client.list_et_dcphy().with_parameter(name, "x"));
        assert_eq!(request.pairs(), [(name.to_owned(), Some("x".to_owned()))]);
    }
}

#[test]
fn a_parameter_cannot_replace_what_the_client_signs_with() {
    for name in [
        "Action",
        "action",
        "Signature",
        "AccessKeyId",
        "SecurityToken",
        "Timestamp",
        "",
    ] {
        let error = alibaba::refused(|client| {
            client
                .describe_bgp_peers()
                .with_parameter(name, "x")
                .skip_validation()
        });
        assert_eq!(
            error.kind(),
            alibaba_express_connect::ErrorKind::Build,
            "{name}"
        );
    }
    let error = baidu::refused(|client| {
        let request = client
            .associate_et_channel()
            .et_id("dcphy-1")
            .et_channel_id("dedicatedconn-1");
        request
            .extra_channel_id("dedicatedconn-2")
            .with_parameter("associate", "x")
    });
    assert_eq!(error.kind(), baidu_et::ErrorKind::Build);
}

#[test]
fn query_values_of_rest_arrive_as_given_and_the_signature_agrees() {
    for text in TEXTS {
        let request = baidu::sent(|client| client.list_et_dcphy().marker(text));
        assert_eq!(
            request.pairs(),
            [("marker".to_owned(), Some(text.to_owned()))]
        );
    }
}

#[test]
fn json_bodies_arrive_as_given_and_the_signature_agrees() {
    for text in TEXTS {
        let request = baidu::sent(|client| {
            let request = client
                .update_et_channel()
                .et_id("dcphy-1")
                .et_channel_id("dedicatedconn-1");
            request.name(text).description(text)
        });
        assert_eq!(request.json(), json!({ "name": text, "description": text }));
        let request = huawei::sent(|client| {
            let request = client.update_direct_connect().description(text);
            request.direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a")
        });
        assert_eq!(
            request.json(),
            json!({ "direct_connect": { "description": text } })
        );
    }
}

#[test]
fn the_document_key_arrives_as_given() {
    let request = alibaba::sent(|client| {
        let request = client.modify_bgp_group_attribute().bgp_group_id("bgpg-1");
        request.auth_key("!PWZ2wsq")
    });
    assert_eq!(request.parameters()["AuthKey"], "!PWZ2wsq");
}

#[test]
fn a_long_text_arrives_whole() {
    let text = "长".repeat(40_000);
    let request = baidu::sent(|client| {
        let request = client
            .update_et_channel()
            .et_id("dcphy-1")
            .et_channel_id("dedicatedconn-1");
        request.description(text.as_str())
    });
    assert_eq!(request.json()["description"], text.as_str());
}

#[test]
fn a_query_too_long_to_send_is_an_error_and_not_a_panic() {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = alibaba::client(&server);
    let request = client.describe_bgp_peers().router_id("x".repeat(70_000));
    block_on(request.send()).unwrap_err();
    server.assert_unused();
}
