//! Route rules and BFD of channels of Baidu ET.

use serde_json::json;

use crate::operations::baidu;

#[test]
fn b10_route_rule() {
    let operation = baidu::create_et_channel_route_rule();
    operation.requires(["destAddress", "nexthopType", "nexthopId"]);
    operation.does_without(["ipVersion", "description"]);
}

#[test]
fn b11_only_the_description_changes() {
    let operation = baidu::update_et_channel_route_rule();
    operation.requires(["description"]);
    for other in ["destAddress", "nexthopType", "nexthopId", "ipVersion"] {
        operation.knows_no(other);
    }
}

#[test]
fn b51_next_hop_and_ip_version() {
    let operation = baidu::create_et_channel_route_rule();
    operation.requires(["destAddress", "nexthopType", "nexthopId"]);
    let good = ["etGateway", "etChannel"];
    let bad = ["", "etgateway", "vpc"];
    operation.limits("nexthopType", "one-of", good, bad);
    operation.limits("ipVersion", "one-of", [4], [0, 5, 46]);
    let ipv6 = operation.with(json!({ "destAddress": "2400:da00::/32" }));
    ipv6.limits("ipVersion", "one-of", [6], [0, 5, 46]);
}

#[test]
fn b52_lists_of_route_rules() {
    let operation = baidu::list_et_channel_route_rules();
    operation.does_without(["marker", "maxKeys", "destAddress"]);
    operation.allows(json!({ "marker": "dcrr-1", "maxKeys": 10, "destAddress": "10.0.0.0/8" }));
    operation.knows_no("clientToken");
}

#[test]
fn b53_description_is_the_only_member() {
    let operation = baidu::update_et_channel_route_rule();
    operation.requires(["description"]);
    for other in ["destAddress", "name"] {
        operation.knows_no(other);
    }
}

#[test]
fn b58_intervals_and_multiplier() {
    for operation in [
        baidu::create_et_channel_bfd(),
        baidu::update_et_channel_bfd(),
    ] {
        let intervals = ["sendInterval", "receivInterval"];
        operation.requires(intervals);
        operation.requires(["detectMultiplier"]);
        for interval in intervals {
            operation.limits(interval, "range", [200, 201, 1000], [0, 199, 1001]);
        }
        operation.limits("detectMultiplier", "range", [3, 4, 10], [0, 2, 11]);
        operation.knows_no("receiveInterval");
    }
}
