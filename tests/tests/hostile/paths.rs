//! Path parameters.

use baidu_et::operation::delete_et_channel_route_rule::DeleteEtChannelRouteRule;
use baidu_et::{Client, ErrorKind};
use end_to_end::block_on;
use end_to_end::clients::{baidu, huawei};
use end_to_end::server::{Answer, Server};

/// Each is one segment, whatever it looks like.
const HOSTILE: [&str; 20] = [
    "../../x?y=%2F中文",
    "../",
    "..\\..\\x",
    "a/b",
    "/",
    "//",
    "%2F",
    "%2e%2e",
    "%",
    "...",
    " ",
    "a b",
    "a+b",
    "?clientToken=x",
    "#fragment",
    "a;b=c",
    "a&b=c",
    "http://127.0.0.1:1/x",
    "line\r\nHost: elsewhere\r\n\r\n",
    "\u{0}\u{7f}😀e\u{301}",
];

fn delete_rule(client: &Client, rule: &str) -> DeleteEtChannelRouteRule {
    let request = client.delete_et_channel_route_rule();
    request
        .et_id("dcphy-1")
        .et_channel_id("dedicatedconn-1")
        .route_rule_id(rule)
}

#[test]
fn a_value_arrives_as_one_escaped_segment() {
    for value in HOSTILE {
        let request = baidu::sent(|client| delete_rule(client, value));
        let expected = [
            "v1",
            "et",
            "dcphy-1",
            "channel",
            "dedicatedconn-1",
            "route",
            "rule",
            value,
        ];
        assert_eq!(request.segments(), expected);
        assert!(request.target.is_ascii());
    }
}

#[test]
fn a_value_in_the_middle_of_the_path_does_not_move_what_follows() {
    for value in HOSTILE {
        let request = baidu::sent(|client| client.get_et_channel().et_id(value));
        assert_eq!(request.segments(), ["v1", "et", value, "channel"]);
        assert_eq!(request.pairs(), []);
    }
}

#[test]
fn two_values_stay_two_segments_and_the_other_signature_agrees() {
    for value in HOSTILE {
        let request = huawei::sent(|client| {
            let request = client.update_direct_connect().project_id(value);
            request.direct_connect_id(value).name("a").skip_validation()
        });
        let expected = ["v3", value, "dcaas", "direct-connects", value];
        assert_eq!(request.segments(), expected);
    }
}

#[test]
fn dot_segments_and_empty_ones_are_refused_whatever_is_skipped() {
    for value in ["", ".", ".."] {
        let error = baidu::refused(|client| delete_rule(client, value));
        assert_eq!(error.kind(), ErrorKind::Build, "{value:?}: {error}");
        let error = baidu::refused(|client| delete_rule(client, value).skip_validation());
        assert_eq!(error.kind(), ErrorKind::Build, "{value:?}: {error}");
        assert_eq!(error.operation(), "DeleteEtChannelRouteRule");
        assert!(error.to_string().contains("routeRuleId"), "{error}");
        let error = huawei::refused(|client| {
            let request = client.update_direct_connect().direct_connect_id(value);
            request.name("a").skip_validation()
        });
        assert!(error.to_string().contains("direct_connect_id"), "{error}");
    }
}

#[test]
fn a_client_that_skips_validation_refuses_them_too() {
    for value in ["", ".", ".."] {
        let server = Server::answering(Answer::json(200, "{}"));
        let client = baidu::lenient_builder(&server).build().unwrap();
        block_on(delete_rule(&client, value).send()).unwrap_err();
        delete_rule(&client, value).build_request().unwrap_err();
        server.assert_unused();
    }
}

#[test]
fn the_project_of_the_client_is_held_to_the_same() {
    for value in ["", ".", ".."] {
        let server = Server::answering(Answer::json(200, "{}"));
        let client = huawei::lenient_builder(&server)
            .project_id(value)
            .build()
            .unwrap();
        let request = client.update_direct_connect().name("a");
        let request = request.direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a");
        block_on(request.send()).unwrap_err();
        server.assert_unused();
    }
}

#[test]
fn a_missing_path_parameter_cannot_be_skipped() {
    let error = baidu::refused(|client| client.list_et_dcphy_detail().skip_validation());
    assert_eq!(error.kind(), ErrorKind::Build);
    assert!(error.to_string().contains("dcphyId"), "{error}");
}
