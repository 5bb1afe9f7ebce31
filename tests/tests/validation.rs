//! Documented limits are checked before anything is sent, and can be skipped.
//!
//! The generated crates test each limit on its own; here it matters that a call goes through the check, and what the
//! caller learns.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use alibaba_express_connect::operation::create_bgp_peer::CreateBgpPeer;
use alibaba_express_connect::{Client, ErrorKind};
use baidu_et::types::TagModel;
use end_to_end::block_on;
use end_to_end::clients::{alibaba, baidu, huawei};
use end_to_end::server::{Answer, Server};

const CONNECTION: &str = "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a";

fn peer_with_hops(client: &Client, hops: i32) -> CreateBgpPeer {
    let request = client.create_bgp_peer().bgp_group_id("bgpg-1");
    request.enable_bfd(true).bfd_multi_hop(hops)
}

/// Fails unless exactly these rules are broken, at these paths.
fn assert_broken(broken: &[(String, String)], expected: &[(&str, &str)]) {
    let broken: Vec<(&str, &str)> = broken
        .iter()
        .map(|(path, rule)| (path.as_str(), rule.as_str()))
        .collect();
    assert_eq!(broken, expected);
}

#[test]
fn a_broken_limit_says_where_what_and_why() {
    let error = alibaba::refused(|client| peer_with_hops(client, 300));
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(error.operation(), "CreateBgpPeer");
    let violations: Vec<_> = error.violations().unwrap().iter().collect();
    let [violation] = violations[..] else {
        panic!("one violation, not {violations:?}")
    };
    assert_eq!(violation.path, "BfdMultiHop");
    assert_eq!(violation.rust_path, "bfd_multi_hop");
    assert_eq!(violation.rule, "CreateBgpPeer.BfdMultiHop.range");
    assert_eq!(violation.source.section, "7.5");
    let line = error.to_string();
    for part in ["CreateBgpPeer", "BfdMultiHop", "1 to 255", "300", "7.5"] {
        assert!(line.contains(part), "`{part}` is missing in: {line}");
    }
}

#[test]
fn a_request_that_skips_validation_is_sent_as_it_is() {
    let request = alibaba::sent(|client| peer_with_hops(client, 300).skip_validation());
    assert_eq!(request.parameters()["BfdMultiHop"], "300");
}

#[test]
fn a_client_that_skips_validation_sends_everything_as_it_is() {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = alibaba::lenient_builder(&server).build().unwrap();
    peer_with_hops(&client, 300).validate().unwrap_err();
    block_on(peer_with_hops(&client, 300).send()).unwrap();
    assert_eq!(server.only_request().parameters()["BfdMultiHop"], "300");
}

#[test]
fn both_ends_of_a_range_are_allowed_and_nothing_beyond() {
    for hops in [1, 2, 255] {
        alibaba::sent(|client| peer_with_hops(client, hops));
    }
    for hops in [i32::MIN, -1, 0, 256, i32::MAX] {
        let broken = alibaba::broken(|client| peer_with_hops(client, hops));
        assert_broken(
            &broken,
            &[("BfdMultiHop", "CreateBgpPeer.BfdMultiHop.range")],
        );
    }
}

#[test]
fn all_violations_are_reported_at_once() {
    let broken = alibaba::broken(|client| {
        let request = client.create_bgp_peer().peer_ip_address("116.62.XX.XX");
        request.ip_version("IPv5").bfd_multi_hop(300)
    });
    assert_broken(
        &broken,
        &[
            ("BgpGroupId", "CreateBgpPeer.BgpGroupId.required"),
            ("PeerIpAddress", "CreateBgpPeer.PeerIpAddress.format"),
            ("IpVersion", "CreateBgpPeer.IpVersion.one-of"),
            ("BfdMultiHop", "CreateBgpPeer.BfdMultiHop.range"),
        ],
    );
}

#[test]
fn texts_have_lengths_characters_and_forbidden_beginnings() {
    let name = |name: &'static str| {
        move |client: &Client| {
            let request = client.modify_bgp_group_attribute().bgp_group_id("bgpg-1");
            request.name(name)
        }
    };
    let length = ("Name", "ModifyBgpGroupAttribute.Name.length");
    let characters = ("Name", "ModifyBgpGroupAttribute.Name.characters");
    for good in ["ab", "名字", "a1._-", "A".repeat(128).leak()] {
        alibaba::sent(name(good));
    }
    for short_or_long in ["a", "名", "A".repeat(129).leak()] {
        assert_broken(&alibaba::broken(name(short_or_long)), &[length]);
    }
    for misspelt in ["1a", "_a", "a b", "a😀", "é1"] {
        assert_broken(&alibaba::broken(name(misspelt)), &[characters]);
    }
}

#[test]
fn a_text_must_not_look_like_a_link() {
    let rule = ("Description", "CreateBgpGroup.Description.forbidden-prefix");
    for link in ["http://a", "https://a"] {
        let broken = alibaba::broken(|client| {
            let request = client.create_bgp_group().router_id("vbr-1").peer_asn(65515);
            request.description(link)
        });
        assert_broken(&broken, &[rule]);
    }
}

#[test]
fn networks_numbers_and_members_of_lists_are_checked() {
    let mut tag = TagModel::default();
    tag.tag_key = Some("has space".to_owned());
    let broken = baidu::broken(|client| {
        client
            .create_et_channel()
            .et_id("dcphy-1")
            .name("channel_name")
            .baidu_address("11.11.11.21/33")
            .customer_address("11.11.11.12/24")
            .route_type("static-route")
            .networks(["192.168.0.0/16", "192.168.0/16"])
            .vlan_id(1)
            .enable_ipv6(2)
            .tags([TagModel::default(), tag])
    });
    assert_broken(
        &broken,
        &[
            ("baiduAddress", "CreateEtChannel.baiduAddress.format"),
            ("networks[1]", "CreateEtChannel.networks[].format"),
            ("vlanId", "CreateEtChannel.vlanId.not-one-of"),
            ("enableIpv6", "CreateEtChannel.enableIpv6.one-of"),
            ("tags[1].tagKey", "CreateEtChannel.tags[].tagKey.characters"),
        ],
    );
}

#[test]
fn members_of_a_flattened_body_have_their_paths_on_the_wire() {
    let error = huawei::refused(|client| {
        let request = client
            .update_direct_connect()
            .direct_connect_id("too-short");
        request.bandwidth(1).status("ACTIVE")
    });
    let paths: Vec<(&str, &str)> = error
        .violations()
        .unwrap()
        .iter()
        .map(|violation| (violation.path.as_str(), violation.rust_path.as_str()))
        .collect();
    assert_eq!(
        paths,
        [
            ("direct_connect_id", "direct_connect_id"),
            ("direct_connect.bandwidth", "bandwidth"),
            ("direct_connect.status", "status"),
        ]
    );
}

#[test]
fn a_value_outside_a_documented_set_can_be_sent_when_documents_age() {
    let request = huawei::sent(|client| {
        let request = client.update_direct_connect().direct_connect_id(CONNECTION);
        request.status("NOVEL").skip_validation()
    });
    assert_eq!(request.json()["direct_connect"]["status"], "NOVEL");
}

#[test]
fn what_the_client_fills_in_is_not_missing() {
    let server = Server::answering(Answer::json(200, "{}"));
    let without_region = Client::builder()
        .endpoint(server.endpoint())
        .build()
        .unwrap();
    let violations = without_region.describe_bgp_peers().validate().unwrap_err();
    let rules: Vec<&str> = violations
        .iter()
        .map(|violation| violation.rule.as_str())
        .collect();
    assert_eq!(rules, ["DescribeBgpPeers.RegionId.required"]);
    alibaba::client(&server)
        .describe_bgp_peers()
        .validate()
        .unwrap();
    server.assert_unused();
}

#[test]
fn rules_over_several_parameters_are_checked() {
    let broken = alibaba::broken(|client| {
        client
            .create_bgp_peer()
            .bgp_group_id("bgpg-1")
            .enable_bfd(true)
    });
    assert_broken(
        &broken,
        &[("BfdMultiHop", "CreateBgpPeer.bfd-multi-hop-required")],
    );
    let broken =
        alibaba::broken(|client| client.create_bgp_group().router_id("vbr-1").peer_asn(45104));
    assert_broken(
        &broken,
        &[("PeerAsn", "CreateBgpGroup.peer-asn-not-alibaba")],
    );
    let broken =
        huawei::broken(|client| client.update_direct_connect().direct_connect_id(CONNECTION));
    let [(_, rule)] = &broken[..] else {
        panic!("one violation, not {broken:?}")
    };
    assert_eq!(rule, "UpdateDirectConnect.something-to-change");
}
