//! The BGP chapter of the Express Connect reference: sections 7.1 to 7.11.

use end_to_end::clients::alibaba::{own_parameters, sent_whole};
use end_to_end::sorted;

const TOKEN: &str = "123e4567-e89b-12d3-a456-426655440000";

#[test]
fn create_bgp_group() {
    let request = sent_whole(|client| {
        client
            .create_bgp_group()
            .region_id("cn-shanghai")
            .router_id("vbr-bp1ctxy813985gkukdemo")
            .name("test")
            .description("BGP")
            .peer_asn(65515)
            .auth_key("!PWZ2demo")
            .is_fake_asn(true)
            .client_token(TOKEN)
            .ip_version("IPv4")
            .local_asn(4_200_000_000_i64)
            .route_quota(100)
    });
    let expected = sorted([
        ("Action", "CreateBgpGroup"),
        ("RegionId", "cn-shanghai"),
        ("RouterId", "vbr-bp1ctxy813985gkukdemo"),
        ("Name", "test"),
        ("Description", "BGP"),
        ("PeerAsn", "65515"),
        ("AuthKey", "!PWZ2demo"),
        ("IsFakeAsn", "true"),
        ("ClientToken", TOKEN),
        ("IpVersion", "IPv4"),
        ("LocalAsn", "4200000000"),
        ("RouteQuota", "100"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn describe_bgp_groups() {
    let request = sent_whole(|client| {
        client
            .describe_bgp_groups()
            .router_id("vbr-bp1ctxy813985gkukdemo")
            .bgp_group_id("bgpg-bp1k25cyp26cllathdemo")
            .region_id("cn-shanghai")
            .is_default(false)
            .page_number(1)
            .page_size(10)
    });
    let expected = sorted([
        ("Action", "DescribeBgpGroups"),
        ("RouterId", "vbr-bp1ctxy813985gkukdemo"),
        ("BgpGroupId", "bgpg-bp1k25cyp26cllathdemo"),
        ("RegionId", "cn-shanghai"),
        ("IsDefault", "false"),
        ("PageNumber", "1"),
        ("PageSize", "10"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn modify_bgp_group_attribute() {
    let request = sent_whole(|client| {
        client
            .modify_bgp_group_attribute()
            .region_id("cn-shanghai")
            .bgp_group_id("bgpg-wz9f62v4fbg2gdemo")
            .name("test")
            .description("BGP")
            .local_asn(45104)
            .peer_asn(1111)
            .auth_key("!PWZ2wsq")
            .is_fake_asn(true)
            .client_token(TOKEN)
            .clear_auth_key(false)
            .route_quota(100)
    });
    let expected = sorted([
        ("Action", "ModifyBgpGroupAttribute"),
        ("RegionId", "cn-shanghai"),
        ("BgpGroupId", "bgpg-wz9f62v4fbg2gdemo"),
        ("Name", "test"),
        ("Description", "BGP"),
        ("LocalAsn", "45104"),
        ("PeerAsn", "1111"),
        ("AuthKey", "!PWZ2wsq"),
        ("IsFakeAsn", "true"),
        ("ClientToken", TOKEN),
        ("ClearAuthKey", "false"),
        ("RouteQuota", "100"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn delete_bgp_group() {
    let request = sent_whole(|client| {
        client
            .delete_bgp_group()
            .bgp_group_id("bgpg-wz9f62v4fbg2gdemo0001")
            .region_id("cn-shanghai")
            .client_token("02fb3da4-130e-11e9-8e44-0016e04115b")
    });
    let expected = sorted([
        ("Action", "DeleteBgpGroup"),
        ("BgpGroupId", "bgpg-wz9f62v4fbg2gdemo0001"),
        ("RegionId", "cn-shanghai"),
        ("ClientToken", "02fb3da4-130e-11e9-8e44-0016e04115b"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn create_bgp_peer() {
    let request = sent_whole(|client| {
        client
            .create_bgp_peer()
            .region_id("cn-shanghai")
            .bgp_group_id("bgpg-wz9f62v4fbgdemo")
            .peer_ip_address("116.62.10.20")
            .enable_bfd(true)
            .client_token(TOKEN)
            .ip_version("ipv4")
            .bfd_multi_hop(3)
    });
    let expected = sorted([
        ("Action", "CreateBgpPeer"),
        ("RegionId", "cn-shanghai"),
        ("BgpGroupId", "bgpg-wz9f62v4fbgdemo"),
        ("PeerIpAddress", "116.62.10.20"),
        ("EnableBfd", "true"),
        ("ClientToken", TOKEN),
        ("IpVersion", "ipv4"),
        ("BfdMultiHop", "3"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn describe_bgp_peers() {
    let request = sent_whole(|client| {
        client
            .describe_bgp_peers()
            .router_id("vbr-2zecmmvg5gvu8i4tedemo")
            .bgp_peer_id("bgp-2ze3un0ft1jd1xddemo")
            .bgp_group_id("bgpg-2zev8h2wo414sfhdemo")
            .region_id("cn-shanghai")
            .is_default(true)
            .page_number(2)
            .page_size(50)
    });
    let expected = sorted([
        ("Action", "DescribeBgpPeers"),
        ("RouterId", "vbr-2zecmmvg5gvu8i4tedemo"),
        ("BgpPeerId", "bgp-2ze3un0ft1jd1xddemo"),
        ("BgpGroupId", "bgpg-2zev8h2wo414sfhdemo"),
        ("RegionId", "cn-shanghai"),
        ("IsDefault", "true"),
        ("PageNumber", "2"),
        ("PageSize", "50"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn modify_bgp_peer_attribute() {
    let request = sent_whole(|client| {
        client
            .modify_bgp_peer_attribute()
            .region_id("cn-shanghai")
            .bgp_peer_id("bgp-m5eoyp2mwegk8ce9vdemo")
            .bgp_group_id("bgpg-m5eo12jxuw2hc0uqqdemo")
            .peer_ip_address("116.62.10.20")
            .enable_bfd(false)
            .client_token(TOKEN)
            .bfd_multi_hop(3)
    });
    let expected = sorted([
        ("Action", "ModifyBgpPeerAttribute"),
        ("RegionId", "cn-shanghai"),
        ("BgpPeerId", "bgp-m5eoyp2mwegk8ce9vdemo"),
        ("BgpGroupId", "bgpg-m5eo12jxuw2hc0uqqdemo"),
        ("PeerIpAddress", "116.62.10.20"),
        ("EnableBfd", "false"),
        ("ClientToken", TOKEN),
        ("BfdMultiHop", "3"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn delete_bgp_peer() {
    let request = sent_whole(|client| {
        client
            .delete_bgp_peer()
            .bgp_peer_id("bgp-wz977wcrmb69ademo0001")
            .region_id("cn-shanghai")
            .client_token("02fb3da4-130e-11e9-8e44-001demo0001")
    });
    let expected = sorted([
        ("Action", "DeleteBgpPeer"),
        ("BgpPeerId", "bgp-wz977wcrmb69ademo0001"),
        ("RegionId", "cn-shanghai"),
        ("ClientToken", "02fb3da4-130e-11e9-8e44-001demo0001"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn add_bgp_network() {
    let request = sent_whole(|client| {
        client
            .add_bgp_network()
            .dst_cidr_block("10.10.20.30/32")
            .region_id("cn-shanghai")
            .router_id("vrt-2zeo3xzyf38r4udemo01")
            .vpc_id("vpc-bp1qpo0kug3a2demo1")
            .client_token("02fb3da4-130e-11e9-8e44-0016e04115b")
    });
    let expected = sorted([
        ("Action", "AddBgpNetwork"),
        ("DstCidrBlock", "10.10.20.30/32"),
        ("RegionId", "cn-shanghai"),
        ("RouterId", "vrt-2zeo3xzyf38r4udemo01"),
        ("VpcId", "vpc-bp1qpo0kug3a2demo1"),
        ("ClientToken", "02fb3da4-130e-11e9-8e44-0016e04115b"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn describe_bgp_networks() {
    let request = sent_whole(|client| {
        client
            .describe_bgp_networks()
            .region_id("cn-hangzhou")
            .router_id("vrt-2zeazning6tbdemo0001")
            .page_number(2)
            .page_size(10)
    });
    let expected = sorted([
        ("Action", "DescribeBgpNetworks"),
        ("RegionId", "cn-hangzhou"),
        ("RouterId", "vrt-2zeazning6tbdemo0001"),
        ("PageNumber", "2"),
        ("PageSize", "10"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}

#[test]
fn delete_bgp_network() {
    let request = sent_whole(|client| {
        client
            .delete_bgp_network()
            .dst_cidr_block("10.110.192.12/32")
            .region_id("cn-hangzhou")
            .router_id("vrt-bp1lhl0taikrteen80oxx")
            .client_token("02fb3da4-130e-11e9-8e44-0016e04115b")
    });
    let expected = sorted([
        ("Action", "DeleteBgpNetwork"),
        ("DstCidrBlock", "10.110.192.12/32"),
        ("RegionId", "cn-hangzhou"),
        ("RouterId", "vrt-bp1lhl0taikrteen80oxx"),
        ("ClientToken", "02fb3da4-130e-11e9-8e44-0016e04115b"),
    ]);
    assert_eq!(own_parameters(&request), expected);
}
