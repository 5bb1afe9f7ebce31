//! Route entries of Alibaba.

use end_to_end::rules::Operation;
use serde_json::{Value, json};

use crate::operations::alibaba;

fn next_hops(count: usize) -> Value {
    let hop = json!({ "NextHopId": "ri-1", "NextHopType": "RouterInterface", "Weight": 10 });
    json!(vec![hop; count])
}

fn normal() -> Operation {
    alibaba::create_route_entry()
}

fn ecmp() -> Operation {
    let hops = json!({ "NextHopId": null, "NextHopType": null, "NextHopList": next_hops(2) });
    alibaba::create_route_entry().with(hops)
}

const ONE_FORM: &str = "one-form-of-next-hop";

/// That a type stands beside the id is left to the service: the table gives the type a default.
#[test]
fn a105_normal_route() {
    let operation = normal();
    operation.requires(["DestinationCidrBlock"]);
    let without = json!({ "NextHopId": null });
    operation.refuses(without, [("NextHopId", "next-hop-given")]);
    let with_list = json!({ "NextHopList": next_hops(2) });
    let both = [("NextHopType", ONE_FORM), ("NextHopId", ONE_FORM)];
    operation.refuses(with_list, both);
}

#[test]
fn a106_ecmp_route() {
    let operation = ecmp();
    operation.requires(["DestinationCidrBlock"]);
    let without = json!({ "NextHopList": null });
    operation.refuses(without, [("NextHopId", "next-hop-given")]);
    let with_id = json!({ "NextHopId": "ri-1" });
    operation.refuses(with_id, [("NextHopId", ONE_FORM)]);
    let with_type = json!({ "NextHopType": "RouterInterface" });
    operation.refuses(with_type, [("NextHopType", ONE_FORM)]);
}

#[test]
fn a107_neither_and_both_forms() {
    let neither = json!({ "NextHopId": null, "NextHopType": null });
    normal().refuses(neither, [("NextHopId", "next-hop-given")]);
    let both = json!({ "NextHopId": "ri-1", "NextHopType": "RouterInterface" });
    let broken = [("NextHopType", ONE_FORM), ("NextHopId", ONE_FORM)];
    ecmp().refuses(both, broken);
    normal().allows(json!({}));
    ecmp().allows(json!({}));
}

#[test]
fn a109_two_to_four_next_hops() {
    for count in [2, 3, 4] {
        ecmp().allows(json!({ "NextHopList": next_hops(count) }));
    }
    for count in [1, 5] {
        let hops = json!({ "NextHopList": next_hops(count) });
        ecmp().refuses(hops, [("NextHopList", "ecmp-size")]);
    }
}

#[test]
fn a110_ecmp_leads_to_router_interfaces() {
    let deleted = json!({ "NextHopId": null, "NextHopList": [{ "NextHopId": "ri-1" }] });
    for operation in [ecmp(), alibaba::delete_route_entry().with(deleted)] {
        let second = |kind: &str| {
            let first = json!({ "NextHopId": "ri-1", "NextHopType": "RouterInterface" });
            json!({ "NextHopList": [first, { "NextHopId": "ri-2", "NextHopType": kind }] })
        };
        operation.allows(second("RouterInterface"));
        for kind in ["Instance", "VpnGateway", "routerinterface", ""] {
            let broken = [(
                "NextHopList[1].NextHopType",
                "NextHopList[].NextHopType.one-of",
            )];
            operation.refuses(second(kind), broken);
        }
    }
}

#[test]
fn a111_destination_outside_the_shared_space() {
    for operation in [normal(), ecmp()] {
        let good = [
            "100.63.255.255/32",
            "100.128.0.0/32",
            "100.0.0.0/10",
            "100.128.0.0/10",
            "100.64.0.0/9",
            "100.64.1.5/9",
            "0.0.0.0/0",
        ];
        for destination in good {
            operation.allows(json!({ "DestinationCidrBlock": destination }));
        }
        let bad = [
            "100.64.0.0/10",
            "100.64.1.5/10",
            "100.64.0.0/11",
            "100.96.0.0/11",
            "100.64.0.0/32",
            "100.127.255.255/32",
            "100.127.255.255",
        ];
        for destination in bad {
            let broken = [("DestinationCidrBlock", "destination-outside-shared-space")];
            operation.refuses(json!({ "DestinationCidrBlock": destination }), broken);
        }
    }
}

#[test]
fn a112_destination_of_either_family_or_a_bare_address() {
    let good = [
        "192.168.0.7",
        "192.168.0.0/24",
        "192.168.0.7/32",
        "2001:db8::/32",
        "2001:db8::1/128",
        "::/0",
    ];
    let bad = [
        "",
        "192.168.0",
        "192.168.0.256",
        "192.168.0.0/33",
        "192.168.0.0/",
        "192.168.0.0/255.255.255.0",
        "2001:db8::/129",
        "example.com",
    ];
    normal().limits("DestinationCidrBlock", "format", good, bad);
}

#[test]
fn a120_next_hop_of_a_deleted_entry() {
    let operation = alibaba::delete_route_entry();
    let id = json!({ "NextHopId": "ri-1", "NextHopList": null });
    let hops = json!([{ "NextHopId": "ri-1", "NextHopType": "RouterInterface" }]);
    let list = json!({ "NextHopId": null, "NextHopList": hops });
    let both = json!({ "NextHopId": "ri-1", "NextHopList": hops });
    let neither = json!({ "NextHopId": null, "NextHopList": null });
    for allowed in [id, list, both] {
        operation.allows(allowed);
    }
    operation.refuses(neither, [("NextHopId", "next-hop-given")]);
}
