//! Channels of Baidu ET.

use end_to_end::clients::baidu::offline;
use serde_json::json;

use crate::operations::baidu;

#[test]
fn b1_association() {
    let operation = baidu::associate_et_channel();
    operation.requires(["etId", "etChannelId", "extraChannelId"]);
    operation.does_without(["clientToken"]);
    // These two are part of the address, which nobody has to give.
    operation.knows_no("version");
    operation.knows_no("action");
}

fn associated() -> (String, String) {
    let client = offline();
    let request = client
        .associate_et_channel()
        .et_id("dcphy-1")
        .et_channel_id("channel-1");
    let request = request.client_token("token").extra_channel_id("channel-2");
    let request = request.build_request().unwrap().into_http();
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    (request.uri().path_and_query().unwrap().to_string(), body)
}

#[test]
fn b2_version_and_action_of_an_association() {
    let (target, _) = associated();
    let expected = "/v1/et/dcphy-1/channel/channel-1?associate&clientToken=token";
    assert_eq!(target, expected);
    baidu::associate_et_channel().knows_no("associate");
}

#[test]
fn b4_body_of_an_association() {
    let (_, body) = associated();
    assert_eq!(body, r#"{"extraChannelId":"channel-2"}"#);
    for other in ["name", "description", "extraChannelIds"] {
        baidu::associate_et_channel().knows_no(other);
    }
}

#[test]
fn b8_networks_are_needed_again_only() {
    baidu::create_et_channel().does_without(["networks"]);
    baidu::recommit_et_channel().requires(["networks"]);
}

#[test]
fn b9_addresses_of_ipv6() {
    let operation = baidu::enable_et_channel_ipv6();
    operation.requires(["baiduIpv6Address", "customerIpv6Address"]);
    operation.does_without(["ipv6Networks"]);
}

#[test]
fn b31_what_a_channel_has() {
    let mandatory = [
        "baiduAddress",
        "name",
        "customerAddress",
        "routeType",
        "vlanId",
    ];
    baidu::create_et_channel().requires(mandatory);
}

#[test]
fn b32_routes_of_a_channel() {
    let bad = ["", "static", "BGP", "static_route", "ospf"];
    baidu::create_et_channel().limits("routeType", "one-of", ["static-route", "bgp"], bad);
}

#[test]
fn b35_asn_of_bgp_is_a_text() {
    let bgp = json!({ "routeType": "bgp", "bgpKey": "key", "networks": null });
    let operation = baidu::create_et_channel().with(bgp);
    let good = ["1", "45084", "65536", "4294967295"];
    let bad = ["-1", "0", "4294967296"];
    operation.limits("bgpAsn", "range", good, bad);
}

#[test]
fn b36_vlan() {
    for operation in [baidu::create_et_channel(), baidu::recommit_et_channel()] {
        operation.limits("vlanId", "range", [0, 2, 4009], [-1, 4010]);
        operation.limits("vlanId", "not-one-of", [0, 2], [1]);
    }
}

#[test]
fn b37_whether_ipv6_is_on() {
    for operation in [baidu::create_et_channel(), baidu::recommit_et_channel()] {
        operation.does_without(["enableIpv6"]);
        let addresses = json!({
            "baiduIpv6Address": "2400:da00::1/88", "customerIpv6Address": "2400:da00::2/88",
            "ipv6Networks": ["2400:da00:e003::/48"],
        });
        let operation = operation.with(addresses);
        operation.limits("enableIpv6", "one-of", [0, 1], [-1, 2]);
    }
}

#[test]
fn b42_query_of_channels() {
    let operation = baidu::get_et_channel();
    operation.requires(["etId"]);
    operation.does_without(["clientToken", "etChannelId"]);
    operation.allows(json!({ "clientToken": "token", "etChannelId": "channel-1" }));
    operation.knows_no("maxKeys");
    operation.knows_no("marker");
}

#[test]
fn b43_what_a_resubmitted_channel_has() {
    let mandatory = [
        "baiduAddress",
        "name",
        "networks",
        "customerAddress",
        "routeType",
        "vlanId",
    ];
    baidu::recommit_et_channel().requires(mandatory);
}

#[test]
fn b44_a_resubmitted_channel_has_static_routes() {
    let operation = baidu::recommit_et_channel();
    operation.limits(
        "routeType",
        "one-of",
        ["static-route"],
        ["bgp", "", "Static-route"],
    );
    for other in ["bgpAsn", "bgpKey", "tags"] {
        operation.knows_no(other);
    }
}

#[test]
fn b46_what_can_change_about_a_channel() {
    let operation = baidu::update_et_channel();
    operation.does_without(["name", "description", "bgpRouteLimit"]);
    operation.allows(json!({ "name": "channel", "description": "text", "bgpRouteLimit": 100 }));
    for other in ["vlanId", "routeType", "networks", "baiduAddress", "tags"] {
        operation.knows_no(other);
    }
}

#[test]
fn b50_no_body() {
    for operation in [
        baidu::disable_et_channel_ipv6(),
        baidu::delete_et_channel(),
        baidu::delete_et_channel_route_rule(),
        baidu::delete_et_channel_bfd(),
        baidu::delete_et_dcphy(),
    ] {
        operation.allows(json!({ "clientToken": "token" }));
        for member in ["name", "description", "networks"] {
            operation.knows_no(member);
        }
    }
}

#[test]
fn b54_disassociation() {
    let operation = baidu::disassociate_et_channel();
    operation.requires(["extraChannelId"]);
    for other in ["name", "description", "extraChannelIds"] {
        operation.knows_no(other);
    }
}

#[test]
fn b55_static_routes_are_added_and_removed() {
    for operation in [
        baidu::add_et_channel_routes(),
        baidu::remove_et_channel_routes(),
    ] {
        operation.requires(["routeType"]);
        operation.limits("routeType", "one-of", ["static-route"], ["bgp", ""]);
        operation.does_without(["networks", "ipv6Networks"]);
        operation.allows(json!({ "ipv6Networks": ["2400:da00:e003::/48"] }));
    }
}

#[test]
fn b57_users_are_added_and_removed() {
    for operation in [
        baidu::add_et_channel_users(),
        baidu::remove_et_channel_users(),
    ] {
        operation.requires(["authorizedUsers"]);
        operation.allows(json!({ "authorizedUsers": ["one", "another"] }));
    }
}
