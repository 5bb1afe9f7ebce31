//! The JSON examples of the Express Connect reference, sections 7.1 to 7.11.

use alibaba_express_connect::types::{BgpPeerStatus, BgpSessionStatus, IpVersion};
use end_to_end::clients::alibaba::decoded;

use crate::text;

#[test]
fn create_bgp_group() {
    let json = r#"{
  "BgpGroupId" : "bgpg-bp1k25cyp26cllath****",
  "RequestId" : "C1221A1F-2ACD-4592-8F27-474E02883159"
}"#;
    let answer = decoded(json, |client| {
        let request = client.create_bgp_group().router_id("vbr-1");
        request.peer_asn(65515)
    });
    assert_eq!(text(&answer.bgp_group_id), "bgpg-bp1k25cyp26cllath****");
    assert_eq!(
        text(&answer.request_id),
        "C1221A1F-2ACD-4592-8F27-474E02883159"
    );
    assert_eq!(
        answer.request_id(),
        Some("C1221A1F-2ACD-4592-8F27-474E02883159")
    );
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.body(), json.as_bytes());
}

pub(crate) const BGP_GROUPS: &str = r#"{
  "PageSize" : 10,
  "RequestId" : "1D0971B2-A35A-42C1-A44C-E91360C36C0B",
  "PageNumber" : 1,
  "TotalCount" : 1,
  "BgpGroups" : [ {
    "Status" : "Available",
    "BgpGroupId" : "bgpg-bp1k25cyp26cllath****",
    "RouterId" : "vbr-bp1ctxy813985gkuk****",
    "PeerAsn" : "1****",
    "LocalAsn" : "45104",
    "RegionId" : "cn-shanghai",
    "Hold" : "30",
    "IpVersion" : "ipv4",
    "Description" : "BGP组描述。",
    "Keepalive" : "10",
    "IsFake" : "true",
    "RouteLimit" : "99",
    "Name" : "name",
    "AuthKey" : "!PWZ****"
  } ]
}"#;

#[test]
fn describe_bgp_groups() {
    let answer = decoded(BGP_GROUPS, |client| client.describe_bgp_groups());
    assert_eq!(answer.page_size, Some(10));
    assert_eq!(
        text(&answer.request_id),
        "1D0971B2-A35A-42C1-A44C-E91360C36C0B"
    );
    assert_eq!(answer.page_number, Some(1));
    assert_eq!(answer.total_count, Some(1));
    let [group] = answer.bgp_groups.as_deref().unwrap() else {
        panic!("one group")
    };
    assert_eq!(text(&group.status), "Available");
    assert_eq!(text(&group.bgp_group_id), "bgpg-bp1k25cyp26cllath****");
    assert_eq!(text(&group.router_id), "vbr-bp1ctxy813985gkuk****");
    assert_eq!(text(&group.peer_asn), "1****");
    assert_eq!(text(&group.local_asn), "45104");
    assert_eq!(text(&group.region_id), "cn-shanghai");
    assert_eq!(group.hold, Some(30));
    assert_eq!(group.ip_version, Some(IpVersion::IPv4));
    assert_eq!(text(&group.description), "BGP组描述。");
    assert_eq!(group.keepalive, Some(10));
    assert_eq!(group.is_fake, Some(true));
    assert_eq!(group.route_limit, Some(99));
    assert_eq!(text(&group.name), "name");
    assert_eq!(group.auth_key.as_ref().unwrap().expose(), "!PWZ****");
}

#[test]
fn modify_bgp_group_attribute() {
    let json = r#"{
  "RequestId" : "8C3C6D7C-A1CE-4FD8-BC57-DC493A55F76F"
}"#;
    let answer = decoded(json, |client| {
        client.modify_bgp_group_attribute().bgp_group_id("bgpg-1")
    });
    assert_eq!(
        text(&answer.request_id),
        "8C3C6D7C-A1CE-4FD8-BC57-DC493A55F76F"
    );
}

#[test]
fn delete_bgp_group() {
    let json = r#"{
 "RequestId":"0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
}"#;
    let answer = decoded(json, |client| {
        client.delete_bgp_group().bgp_group_id("bgpg-1")
    });
    assert_eq!(
        text(&answer.request_id),
        "0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
    );
}

#[test]
fn create_bgp_peer() {
    let json = r#"{
  "BgpPeerId" : "bgp-m5eoyp2mwegk8ce9v****",
  "RequestId" : "D4B7649A-61BB-4C64-A586-1DFF1EDA6A42"
}"#;
    let answer = decoded(json, |client| {
        client.create_bgp_peer().bgp_group_id("bgpg-1")
    });
    assert_eq!(text(&answer.bgp_peer_id), "bgp-m5eoyp2mwegk8ce9v****");
    assert_eq!(
        text(&answer.request_id),
        "D4B7649A-61BB-4C64-A586-1DFF1EDA6A42"
    );
}

pub(crate) const BGP_PEERS: &str = r#"{
  "PageSize" : 10,
  "RequestId" : "DE77A7F3-3B74-41C0-A5BC-CAFD188C28B6",
  "PageNumber" : 1,
  "TotalCount" : 10,
  "BgpPeers" : [ {
    "Status" : "Available",
    "PeerIpAddress" : "116.62.XX.XX",
    "RouterId" : "vbr-2zecmmvg5gvu8i4te****",
    "BgpGroupId" : "bgpg-2zev8h2wo414sfh****",
    "BgpStatus" : "Connect",
    "BfdMultiHop" : 3,
    "PeerAsn" : "65515",
    "LocalAsn" : "45104",
    "RegionId" : "cn-shanghai",
    "BgpPeerId" : "bgp-2ze3un0ft1jd1xd****",
    "EnableBfd" : true,
    "Hold" : "30",
    "IpVersion" : "ipv4",
    "Keepalive" : "10",
    "Description" : "test",
    "RouteLimit" : "110",
    "IsFake" : "true",
    "AuthKey" : "!PWZ****",
    "Name" : "test",
    "AdvertisedRouteCount" : 0,
    "ReceivedRouteCount" : 0,
    "GmtModified" : "2022-05-20T07:29:08Z"
  } ]
}"#;

#[test]
fn describe_bgp_peers() {
    let answer = decoded(BGP_PEERS, |client| client.describe_bgp_peers());
    assert_eq!(answer.page_size, Some(10));
    assert_eq!(
        text(&answer.request_id),
        "DE77A7F3-3B74-41C0-A5BC-CAFD188C28B6"
    );
    assert_eq!(answer.page_number, Some(1));
    assert_eq!(answer.total_count, Some(10));
    let [peer] = answer.bgp_peers.as_deref().unwrap() else {
        panic!("one peer")
    };
    assert_eq!(peer.status, Some(BgpPeerStatus::Available));
    assert_eq!(text(&peer.peer_ip_address), "116.62.XX.XX");
    assert_eq!(text(&peer.router_id), "vbr-2zecmmvg5gvu8i4te****");
    assert_eq!(text(&peer.bgp_group_id), "bgpg-2zev8h2wo414sfh****");
    assert_eq!(peer.bgp_status, Some(BgpSessionStatus::Connect));
    assert_eq!(peer.bfd_multi_hop, Some(3));
    assert_eq!(text(&peer.peer_asn), "65515");
    assert_eq!(text(&peer.local_asn), "45104");
    assert_eq!(text(&peer.region_id), "cn-shanghai");
    assert_eq!(text(&peer.bgp_peer_id), "bgp-2ze3un0ft1jd1xd****");
    assert_eq!(peer.enable_bfd, Some(true));
    assert_eq!(peer.hold, Some(30));
    assert_eq!(peer.ip_version, Some(IpVersion::IPv4));
    assert_eq!(peer.keepalive, Some(10));
    assert_eq!(text(&peer.description), "test");
    assert_eq!(peer.route_limit, Some(110));
    assert_eq!(peer.is_fake, Some(true));
    assert_eq!(peer.auth_key.as_ref().unwrap().expose(), "!PWZ****");
    assert_eq!(text(&peer.name), "test");
    assert_eq!(peer.advertised_route_count, Some(0));
    assert_eq!(peer.received_route_count, Some(0));
    let modified = peer.gmt_modified.as_ref().unwrap();
    assert_eq!(modified.as_str(), "2022-05-20T07:29:08Z");
    assert_eq!(modified.unix_seconds(), Some(1_653_031_748));
}

#[test]
fn modify_bgp_peer_attribute() {
    let json = r#"{
  "RequestId" : "D4B7649A-61BB-4C64-A586-1DFF1EDA6A42"
}"#;
    let answer = decoded(json, |client| {
        client.modify_bgp_peer_attribute().bgp_peer_id("bgp-1")
    });
    assert_eq!(
        text(&answer.request_id),
        "D4B7649A-61BB-4C64-A586-1DFF1EDA6A42"
    );
}

#[test]
fn delete_bgp_peer() {
    let json = r#"{ 
    "RequestId": "0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
}"#;
    let answer = decoded(json, |client| client.delete_bgp_peer().bgp_peer_id("bgp-1"));
    assert_eq!(
        text(&answer.request_id),
        "0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
    );
}

#[test]
fn add_bgp_network() {
    let json = r#"{ 
    "RequestId": "0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
}"#;
    let answer = decoded(json, |client| {
        let request = client.add_bgp_network().router_id("vrt-1");
        request.dst_cidr_block("10.10.20.30/32")
    });
    assert_eq!(
        text(&answer.request_id),
        "0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
    );
}

#[test]
fn describe_bgp_networks() {
    let json = r#"{
  "BgpNetworks": {
    "BgpNetwork": [
      {
        "DstCidrBlock": "192.168.**.**/24",
        "VpcId": ""
      }
    ]
  },
  "RequestId": "6F513A15-669F-419D-B511-08A85292059B",
  "PageSize": 10,
  "TotalCount": 1
}"#;
    let answer = decoded(json, |client| client.describe_bgp_networks());
    assert_eq!(
        text(&answer.request_id),
        "6F513A15-669F-419D-B511-08A85292059B"
    );
    assert_eq!(answer.page_size, Some(10));
    assert_eq!(answer.total_count, Some(1));
    assert_eq!(answer.page_number, None);
    let [network] = answer.bgp_networks.as_deref().unwrap() else {
        panic!("one network")
    };
    assert_eq!(text(&network.dst_cidr_block), "192.168.**.**/24");
    assert_eq!(text(&network.vpc_id), "");
    assert_eq!(network.router_id, None);
    assert_eq!(network.status, None);
}

#[test]
fn delete_bgp_network() {
    let json = r#"{
 "RequestId":"0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
}"#;
    let answer = decoded(json, |client| {
        let request = client.delete_bgp_network().router_id("vrt-1");
        request.dst_cidr_block("10.110.192.12/32")
    });
    assert_eq!(
        text(&answer.request_id),
        "0ED8D006-F706-4D23-88ED-E11ED28DCAC0"
    );
}
