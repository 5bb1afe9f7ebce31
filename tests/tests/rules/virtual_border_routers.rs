//! Virtual border routers of Alibaba.

use end_to_end::rules::Operation;
use serde_json::{Value, json};

use crate::operations::alibaba;

/// The operations that give a VBR its addresses.
fn with_addresses() -> [Operation; 3] {
    [
        alibaba::create_virtual_border_router(),
        alibaba::modify_virtual_border_router_attribute(),
        alibaba::associate_physical_connection_to_virtual_border_router(),
    ]
}

fn ipv4(local: &str, peer: &str, mask: &str) -> Value {
    json!({ "LocalGatewayIp": local, "PeerGatewayIp": peer, "PeeringSubnetMask": mask })
}

fn ipv6(local: &str, peer: &str, mask: &str) -> Value {
    json!({
        "LocalIpv6GatewayIp": local, "PeerIpv6GatewayIp": peer, "PeeringIpv6SubnetMask": mask,
    })
}

#[test]
fn a83_vlan_id() {
    let [create, modify, associate] = with_addresses();
    for operation in [create, modify] {
        operation.limits("VlanId", "range", [0, 1, 2999], [-1, 3000]);
    }
    // A text on the wire, with the same numbers.
    let vlan = "VlanId";
    associate.limits(vlan, "range", ["0", "1", "2999"], ["-1", "3000"]);
}

#[test]
fn a86_gateways_in_one_subnet() {
    for operation in with_addresses() {
        for (local, peer, mask) in [
            ("192.168.10.1", "192.168.10.2", "255.255.255.252"),
            ("192.168.10.2", "192.168.10.1", "255.255.255.252"),
            ("192.168.10.0", "192.168.10.3", "255.255.255.252"),
            ("192.168.10.0", "192.168.10.255", "255.255.255.0"),
            ("192.168.10.64", "192.168.10.127", "255.255.255.192"),
        ] {
            operation.allows(ipv4(local, peer, mask));
        }
        for (local, peer, mask) in [
            ("192.168.10.3", "192.168.10.4", "255.255.255.252"),
            ("192.168.10.4", "192.168.10.3", "255.255.255.252"),
            ("192.168.10.255", "192.168.11.0", "255.255.255.0"),
            ("192.168.10.63", "192.168.10.64", "255.255.255.192"),
            ("192.168.10.1", "193.168.10.1", "255.255.255.0"),
        ] {
            let apart = [("PeerGatewayIp", "gateways-in-one-subnet")];
            operation.refuses(ipv4(local, peer, mask), apart);
        }
    }
}

#[test]
fn a87_mask_of_24_to_30_bits() {
    let good = [
        "255.255.255.0",
        "255.255.255.128",
        "255.255.255.192",
        "255.255.255.224",
        "255.255.255.240",
        "255.255.255.248",
        "255.255.255.252",
    ];
    let bad = [
        "255.255.254.0",
        "255.255.255.254",
        "255.255.255.255",
        "0.0.0.0",
    ];
    let operation = alibaba::modify_virtual_border_router_attribute();
    operation.limits("PeeringSubnetMask", "one-of", good, bad);
}

#[test]
fn a88_ipv6_gateways_in_one_subnet() {
    for operation in with_addresses() {
        let mask = "2408:4004:cc:400::/56";
        for (local, peer) in [
            ("2408:4004:cc:400::1", "2408:4004:cc:400::2"),
            ("2408:4004:cc:400::", "2408:4004:cc:4ff:ffff:ffff:ffff:ffff"),
            ("2408:4004:cc:4ff::1", "2408:4004:cc:400::1"),
        ] {
            operation.allows(ipv6(local, peer, mask));
        }
        for (local, peer) in [
            ("2408:4004:cc:400::1", "2408:4004:cc:500::1"),
            ("2408:4004:cc:500::", "2408:4004:cc:4ff:ffff:ffff:ffff:ffff"),
            ("2408:4004:cc:400::1", "2409:4004:cc:400::1"),
        ] {
            let apart = [("PeerIpv6GatewayIp", "ipv6-gateways-in-one-subnet")];
            operation.refuses(ipv6(local, peer, mask), apart);
        }
    }
}

#[test]
fn a90_gateways_of_the_own_account() {
    let own = alibaba::create_virtual_border_router();
    let anothers = alibaba::create_virtual_border_router().with(json!({ "VbrOwnerId": 1234 }));
    own.allows(json!({}));
    for gateway in ["LocalGatewayIp", "PeerGatewayIp"] {
        let without = json!({ gateway: null });
        own.refuses(without.clone(), [(gateway, "gateways-for-own-account")]);
        anothers.allows(without);
    }
    anothers.allows(json!({ "LocalGatewayIp": null, "PeerGatewayIp": null }));
}

/// The gateways lie in a subnet, so its mask is needed as they are.
#[test]
fn a90_mask_of_the_own_account() {
    let without = json!({ "PeeringSubnetMask": null });
    let own = alibaba::create_virtual_border_router();
    let broken = [("PeeringSubnetMask", "mask-for-own-account")];
    own.refuses(without.clone(), broken);
    own.with(json!({ "VbrOwnerId": 1234 })).allows(without);
}

#[test]
fn a90_ipv6_gateways_of_the_own_account() {
    let mut addresses = ipv6("2408:4004::1", "2408:4004::2", "2408:4004::/56");
    addresses["EnableIpv6"] = json!(true);
    let own = alibaba::create_virtual_border_router().with(addresses);
    own.allows(json!({}));
    for gateway in ["LocalIpv6GatewayIp", "PeerIpv6GatewayIp"] {
        let without = json!({ gateway: null });
        let missing = [(gateway, "ipv6-gateways-for-own-account")];
        own.refuses(without, missing);
        own.allows(json!({ gateway: null, "VbrOwnerId": 1234 }));
        own.allows(json!({ gateway: null, "EnableIpv6": false }));
    }
}

#[test]
fn a92_bandwidth() {
    let operation = alibaba::create_virtual_border_router();
    let sizes = [
        50, 100, 200, 300, 400, 500, 1000, 2048, 5120, 8192, 10240, 20480, 40960, 50120, 61440,
        102400,
    ];
    operation.does_without(["Bandwidth"]);
    let bad = [0, 49, 51, 600, 2000, 1024, 51200, 102399, 102401];
    operation.limits("Bandwidth", "one-of", sizes, bad);
}

#[test]
fn a93_intervals_and_multiplier_of_bfd() {
    let operation = alibaba::modify_virtual_border_router_attribute();
    for interval in ["MinTxInterval", "MinRxInterval"] {
        operation.limits(interval, "range", [200, 201, 1000], [0, 199, 1001]);
    }
    operation.limits("DetectMultiplier", "range", [3, 4, 10], [0, 2, 11]);
}

#[test]
fn a101_unassociation_names_both() {
    let operation = alibaba::unassociate_physical_connection_from_virtual_border_router();
    operation.requires(["VbrId", "PhysicalConnectionId"]);
}
