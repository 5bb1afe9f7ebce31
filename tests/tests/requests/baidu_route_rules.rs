//! Route rules of Baidu ET.

use end_to_end::clients::baidu::sent_whole;
use serde_json::json;

use crate::baidu_common::{TOKEN, assert_call, assert_no_body};

const RULES: &str = "/v1/et/dcphy-gq65bz9ip712/channel/dedicatedconn-zy9t7n91k0iq/route/rule";
const RULE: &str =
    "/v1/et/dcphy-gq65bz9ip712/channel/dedicatedconn-zy9t7n91k0iq/route/rule/dcrr-5afcf643-94e";

#[test]
fn create_et_channel_route_rule() {
    let request = sent_whole(|client| {
        client
            .create_et_channel_route_rule()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
            .ip_version(4)
            .dest_address("192.168.0.7/32")
            .nexthop_type("etGateway")
            .nexthop_id("dcgw-arc647h3014w")
            .description("route_1")
    });
    assert_call(&request, "POST", RULES, &[("clientToken", Some(TOKEN))]);
    assert_eq!(
        request.json(),
        json!({
            "ipVersion": 4,
            "destAddress": "192.168.0.7/32",
            "nexthopType": "etGateway",
            "nexthopId": "dcgw-arc647h3014w",
            "description": "route_1",
        })
    );
}

#[test]
fn list_et_channel_route_rules() {
    let request = sent_whole(|client| {
        client
            .list_et_channel_route_rules()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .marker("dcrr-5afcf643-94e")
            .max_keys(1000)
            .dest_address("10.0.0.1/32")
    });
    let query = [
        ("marker", Some("dcrr-5afcf643-94e")),
        ("maxKeys", Some("1000")),
        ("destAddress", Some("10.0.0.1/32")),
    ];
    assert_call(&request, "GET", RULES, &query);
    assert_no_body(&request);
}

#[test]
fn update_et_channel_route_rule() {
    let request = sent_whole(|client| {
        client
            .update_et_channel_route_rule()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .route_rule_id("dcrr-5afcf643-94e")
            .client_token(TOKEN)
            .description("route_2")
    });
    assert_call(&request, "PUT", RULE, &[("clientToken", Some(TOKEN))]);
    assert_eq!(request.json(), json!({ "description": "route_2" }));
}

#[test]
fn delete_et_channel_route_rule() {
    let request = sent_whole(|client| {
        client
            .delete_et_channel_route_rule()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .route_rule_id("dcrr-5afcf643-94e")
            .client_token(TOKEN)
    });
    assert_call(&request, "DELETE", RULE, &[("clientToken", Some(TOKEN))]);
    assert_no_body(&request);
}
