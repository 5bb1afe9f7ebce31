//! The examples of the two Baidu pages. The page of the list of route rules lacks a comma, which is added here, and the
//! one of a line has stray characters behind one, which are left out.

use baidu_et::types::{
    ApAddr, ApType, ChannelStatus, IntfType, Isp, LineStatus, NexthopType, RouteType,
};
use end_to_end::clients::baidu::{decoded, exchange};
use end_to_end::server::Answer;

use crate::text;

#[test]
fn create_et_dcphy() {
    let answer = decoded(r#"{ "id": "dcphy-gq65bz9ip712" }"#, |client| {
        client.create_et_dcphy().skip_validation()
    });
    assert_eq!(text(&answer.id), "dcphy-gq65bz9ip712");
}

#[test]
fn list_et_dcphy() {
    let json = r#"{
    "nextMarker": "dcphy-gq65bz9ip712",
    "marker": "dcphy-gq65bz9ie712",
    "maxKeys": 1,
    "isTruncated": true,
    "ets": [{
        "id": "dcphy-jy1sbnx32ez0",
        "name": "et_6",
        "description": "Description",
        "status": "established",
        "expireTime": "2019-01-30T08:50:00Z",
        "isp": "ISP_CTC",
        "intfType": "10G",
        "apType": "BAIDU",
        "apAddr": "BB",
        "userName": "Zhang San",
        "userPhone": "133*****333",
        "userEmail": "1***@123.com",
        "userIdc": "Beijing|Municipal District|Dongcheng District|2321"
    }]
}"#;
    let answer = decoded(json, |client| client.list_et_dcphy());
    assert_eq!(text(&answer.next_marker), "dcphy-gq65bz9ip712");
    assert_eq!(text(&answer.marker), "dcphy-gq65bz9ie712");
    assert_eq!(answer.max_keys, Some(1));
    assert_eq!(answer.is_truncated, Some(true));
    let [line] = answer.ets.as_deref().unwrap() else {
        panic!("one line")
    };
    assert_eq!(text(&line.id), "dcphy-jy1sbnx32ez0");
    assert_eq!(text(&line.name), "et_6");
    assert_eq!(text(&line.description), "Description");
    assert_eq!(line.status, Some(LineStatus::Established));
    let expiry = line.expire_time.as_ref().unwrap();
    assert_eq!(expiry.as_str(), "2019-01-30T08:50:00Z");
    assert_eq!(expiry.unix_seconds(), Some(1_548_838_200));
    assert_eq!(line.isp, Some(Isp::IspCtc));
    assert_eq!(line.intf_type, Some(IntfType::Gbps10));
    assert_eq!(line.ap_type, Some(ApType::Baidu));
    assert_eq!(line.ap_addr, Some(ApAddr::Bb));
    assert_eq!(text(&line.user_name), "Zhang San");
    assert_eq!(text(&line.user_phone), "133*****333");
    assert_eq!(text(&line.user_email), "1***@123.com");
    let idc = "Beijing|Municipal District|Dongcheng District|2321";
    assert_eq!(text(&line.user_idc), idc);
}

#[test]
fn list_et_dcphy_detail() {
    let json = r#"{
    "id": "dcphy-gq65bz9ip712",
    "name": "ZX051501-testET",
    "description": "",
    "status": "established",
    "expireTime": 1,
    "isp": "ISP_CUCC",
    "intfType": "10G",
    "apType": "SINGLE",
    "apAddr": "WHGG",
    "userName": "Zhang San",
    "userPhone": "133*****333",
    "userEmail": "1***@123.com",
    "userIdc": "Beijing|Municipal Districts|Dongcheng District|Baidu Technology Park K2"
}"#;
    let line = decoded(json, |client| {
        client.list_et_dcphy_detail().dcphy_id("dcphy-1")
    });
    assert_eq!(text(&line.id), "dcphy-gq65bz9ip712");
    assert_eq!(text(&line.name), "ZX051501-testET");
    assert_eq!(text(&line.description), "");
    assert_eq!(line.status, Some(LineStatus::Established));
    assert_eq!(line.expire_time.as_ref().unwrap().as_str(), "1");
    assert_eq!(line.isp, Some(Isp::IspCucc));
    assert_eq!(line.intf_type, Some(IntfType::Gbps10));
    assert_eq!(line.ap_type, Some(ApType::Single));
    assert_eq!(line.ap_addr, Some(ApAddr::Whgg));
    assert_eq!(text(&line.user_name), "Zhang San");
    assert_eq!(text(&line.user_phone), "133*****333");
    assert_eq!(text(&line.user_email), "1***@123.com");
    let idc = "Beijing|Municipal Districts|Dongcheng District|Baidu Technology Park K2";
    assert_eq!(text(&line.user_idc), idc);
}

#[test]
fn create_et_channel() {
    let answer = decoded(r#" { "id": "dedicatedconn-zy9t7n91k0iq" }"#, |client| {
        client
            .create_et_channel()
            .et_id("dcphy-1")
            .skip_validation()
    });
    assert_eq!(text(&answer.id), "dedicatedconn-zy9t7n91k0iq");
}

#[test]
fn get_et_channel() {
    let json = r#"{
    "etChannels": [
        {
        "authorizedUsers": [
            "8770xxxxxxxxxxxxxxxxxxxxxxxx4df8"
        ],
        "description": "",
        "baiduAddress": "11.11.11.21/24",
        "name": "channel_name",
        "networks": [
            "192.168.0.0/16"
        ],
        "customerAddress": "11.11.11.12/24",
        "routeType": "static-route",
        "vlanId": 56,
        "id":"dedicatedconn-zy9t7n91k0iq",
        "status":"building",
        "enableIpv6": 1,
        "baiduIpv6Address": "2400:da00:e003:0:1eb:200::/88",
        "ipv6Networks": [
	        "2400:da00:e003:0:15f::/87"
        ],
        "customerIpv6Address": "2400:da00:e003:0:0:200::/88"
        }
    ]
 }"#;
    let answer = decoded(json, |client| client.get_et_channel().et_id("dcphy-1"));
    let [channel] = answer.et_channels.as_deref().unwrap() else {
        panic!("one channel")
    };
    let users = channel.authorized_users.as_deref().unwrap();
    assert_eq!(users, ["8770xxxxxxxxxxxxxxxxxxxxxxxx4df8"]);
    assert_eq!(text(&channel.description), "");
    assert_eq!(text(&channel.baidu_address), "11.11.11.21/24");
    assert_eq!(text(&channel.name), "channel_name");
    assert_eq!(channel.networks.as_deref().unwrap(), ["192.168.0.0/16"]);
    assert_eq!(text(&channel.customer_address), "11.11.11.12/24");
    assert_eq!(channel.route_type, Some(RouteType::StaticRoute));
    assert_eq!(channel.vlan_id, Some(56));
    assert_eq!(text(&channel.id), "dedicatedconn-zy9t7n91k0iq");
    assert_eq!(channel.status, Some(ChannelStatus::Building));
    assert_eq!(channel.enable_ipv6, Some(1));
    let cloud_side = text(&channel.baidu_ipv6_address);
    assert_eq!(cloud_side, "2400:da00:e003:0:1eb:200::/88");
    let networks = channel.ipv6_networks.as_deref().unwrap();
    assert_eq!(networks, ["2400:da00:e003:0:15f::/87"]);
    let customer_side = text(&channel.customer_ipv6_address);
    assert_eq!(customer_side, "2400:da00:e003:0:0:200::/88");
}

#[test]
fn create_et_channel_route_rule() {
    let answer = decoded(r#"{ "routeRuleId":"dcrr-5afcf643-94e" }"#, |client| {
        let request = client.create_et_channel_route_rule();
        request
            .et_id("dcphy-1")
            .et_channel_id("dedicatedconn-1")
            .skip_validation()
    });
    assert_eq!(text(&answer.route_rule_id), "dcrr-5afcf643-94e");
}

#[test]
fn list_et_channel_route_rules() {
    let json = r#"{
    "nextMarker": "14eabc99-dce7-11ec-84d4-6c92bf29c398",
    "maxKeys": 1,
    "isTruncated": true,
    "routeRules": [{
        "routeRuleId": "dcrr-5afcf643-94e",
        "ipVersion": 4,
        "destAddress": "10.0.0.1/32",
        "nexthopType": "etGateway",
        "nexthopId": "dcgw-arc647h3014w",
        "description": "route_1"
    }]
}"#;
    let answer = decoded(json, |client| {
        let request = client.list_et_channel_route_rules();
        request.et_id("dcphy-1").et_channel_id("dedicatedconn-1")
    });
    assert_eq!(
        text(&answer.next_marker),
        "14eabc99-dce7-11ec-84d4-6c92bf29c398"
    );
    assert_eq!(answer.marker, None);
    assert_eq!(answer.max_keys, Some(1));
    assert_eq!(answer.is_truncated, Some(true));
    let [rule] = answer.route_rules.as_deref().unwrap() else {
        panic!("one rule")
    };
    assert_eq!(text(&rule.route_rule_id), "dcrr-5afcf643-94e");
    assert_eq!(rule.ip_version, Some(4));
    assert_eq!(text(&rule.dest_address), "10.0.0.1/32");
    assert_eq!(rule.nexthop_type, Some(NexthopType::EtGateway));
    assert_eq!(text(&rule.nexthop_id), "dcgw-arc647h3014w");
    assert_eq!(text(&rule.description), "route_1");
}

/// The answer of the page that associates channels: headers and nothing else. Seven other operations answer likewise.
#[test]
fn an_answer_without_a_body_is_a_success_with_a_request_id() {
    let answer = Answer::new(
        200,
        &[
            ("x-bce-request-id", "1eb0c3ee-60bb-eeaf-4446-72208ae8bf40"),
            ("Date", "Wed, 24 Jul 2024 07:17:24 GMT"),
            ("Content-Type", "application/json;charset=UTF-8"),
            ("Server", "BWS"),
        ],
        "",
    );
    let (outcome, _) = exchange(answer, |client| {
        let request = client.associate_et_channel().et_id("dcphy-1");
        let request = request.et_channel_id("dedicatedconn-1");
        request.extra_channel_id("dedicatedconn-2")
    });
    let answer = outcome.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(
        answer.request_id(),
        Some("1eb0c3ee-60bb-eeaf-4446-72208ae8bf40")
    );
    assert_eq!(answer.headers()["server"], "BWS");
    assert_eq!(answer.body().len(), 0);
}
