//! BGP groups and peers of Alibaba.

use serde_json::json;

use crate::operations::alibaba;

#[test]
fn a122_peer_asn_is_not_that_of_alibaba() {
    for operation in [
        alibaba::create_bgp_group(),
        alibaba::modify_bgp_group_attribute(),
    ] {
        for asn in [1_u32, 45103, 45105, 65535, 65536, 4_294_967_295] {
            operation.allows(json!({ "PeerAsn": asn }));
        }
        let broken = [("PeerAsn", "peer-asn-not-alibaba")];
        operation.refuses(json!({ "PeerAsn": 45104 }), broken);
    }
}

#[test]
fn a125_hops_of_bfd() {
    for operation in [
        alibaba::create_bgp_peer(),
        alibaba::modify_bgp_peer_attribute(),
    ] {
        operation.limits("BfdMultiHop", "range", [1, 2, 255], [-1, 0, 256]);
    }
}

#[test]
fn a125_bfd_needs_its_hops() {
    for operation in [
        alibaba::create_bgp_peer(),
        alibaba::modify_bgp_peer_attribute(),
    ] {
        operation.allows(json!({}));
        operation.allows(json!({ "EnableBfd": false }));
        operation.allows(json!({ "EnableBfd": true, "BfdMultiHop": 1 }));
        let broken = [("BfdMultiHop", "bfd-multi-hop-required")];
        operation.refuses(json!({ "EnableBfd": true }), broken);
    }
}
