//! Channels of Baidu ET.

use baidu_et::Client;
use baidu_et::operation::create_et_channel::CreateEtChannel;
use baidu_et::types::TagModel;
use end_to_end::clients::baidu::{assert_whole, client, sent, sent_whole};
use end_to_end::received::Received;
use end_to_end::server::{Answer, Server};
use serde_json::{Value, json};

use crate::baidu_common::{TOKEN, assert_call, assert_no_body};

const CHANNELS: &str = "/v1/et/dcphy-gq65bz9ip712/channel";
const CHANNEL: &str = "/v1/et/dcphy-gq65bz9ip712/channel/dedicatedconn-zy9t7n91k0iq";

fn channel_with_static_routes(client: &Client) -> CreateEtChannel {
    client
        .create_et_channel()
        .et_id("dcphy-gq65bz9ip712")
        .client_token(TOKEN)
        .name("channel_name")
        .description("")
        .authorized_users(["8770a1b2c3d4e5f60718293a4b5c4df8"])
        .baidu_address("11.11.11.21/24")
        .customer_address("11.11.11.12/24")
        .route_type("static-route")
        .networks(["192.168.0.0/16", "10.0.0.0/8"])
        .vlan_id(56)
        .enable_ipv6(1)
        .baidu_ipv6_address("2400:da00:e003:0:1eb:200::/88")
        .customer_ipv6_address("2400:da00:e003:0:0:200::/88")
        .ipv6_networks(["2400:da00:e003:0:15f::/87"])
}

fn channel_with_bgp(client: &Client) -> CreateEtChannel {
    let mut tag = TagModel::default();
    tag.tag_key = Some("department".to_owned());
    client
        .create_et_channel()
        .et_id("dcphy-gq65bz9ip712")
        .client_token(TOKEN)
        .name("channel_bgp")
        .baidu_address("11.11.11.21/24")
        .customer_address("11.11.11.12/24")
        .route_type("bgp")
        .vlan_id(0)
        .bgp_asn(4_200_000_000_i64)
        .bgp_key("bgp-session-key")
        .tags([tag])
}

/// Fails unless a channel is asked for, and this one.
fn assert_created(request: &Received, channel: &Value) {
    assert_call(request, "POST", CHANNELS, &[("clientToken", Some(TOKEN))]);
    assert_eq!(request.json(), *channel);
}

#[test]
fn create_et_channel_with_static_routes() {
    let request = sent(channel_with_static_routes);
    assert_created(
        &request,
        &json!({
            "etId": "dcphy-gq65bz9ip712",
            "name": "channel_name",
            "description": "",
            "authorizedUsers": ["8770a1b2c3d4e5f60718293a4b5c4df8"],
            "baiduAddress": "11.11.11.21/24",
            "customerAddress": "11.11.11.12/24",
            "routeType": "static-route",
            "networks": ["192.168.0.0/16", "10.0.0.0/8"],
            "vlanId": 56,
            "enableIpv6": 1,
            "baiduIpv6Address": "2400:da00:e003:0:1eb:200::/88",
            "customerIpv6Address": "2400:da00:e003:0:0:200::/88",
            "ipv6Networks": ["2400:da00:e003:0:15f::/87"],
        }),
    );
}

#[test]
fn create_et_channel_with_bgp() {
    let request = sent(channel_with_bgp);
    assert_created(
        &request,
        &json!({
            "etId": "dcphy-gq65bz9ip712",
            "name": "channel_bgp",
            "baiduAddress": "11.11.11.21/24",
            "customerAddress": "11.11.11.12/24",
            "routeType": "bgp",
            "vlanId": 0,
            "bgpAsn": "4200000000",
            "bgpKey": "bgp-session-key",
            "tags": [{ "tagKey": "department" }],
        }),
    );
}

#[test]
fn the_two_kinds_of_channels_set_every_parameter() {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = client(&server);
    assert_whole(&[
        &channel_with_static_routes(&client),
        &channel_with_bgp(&client),
    ]);
}

#[test]
fn get_et_channel() {
    let request = sent_whole(|client| {
        client
            .get_et_channel()
            .et_id("dcphy-gq65bz9ip712")
            .client_token(TOKEN)
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
    });
    let query = [
        ("clientToken", Some(TOKEN)),
        ("etChannelId", Some("dedicatedconn-zy9t7n91k0iq")),
    ];
    assert_call(&request, "GET", CHANNELS, &query);
    assert_no_body(&request);
}

#[test]
fn recommit_et_channel() {
    let request = sent_whole(|client| {
        client
            .recommit_et_channel()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
            .name("channel_name")
            .description("Channel to the Dongcheng site")
            .authorized_users(["8770a1b2c3d4e5f60718293a4b5c4df8"])
            .baidu_address("11.11.11.21/24")
            .customer_address("11.11.11.12/24")
            .route_type("static-route")
            .networks(["192.168.0.0/16"])
            .vlan_id(58)
            .enable_ipv6(0)
            .baidu_ipv6_address("2400:da00:e003:0:1eb:200::/88")
            .customer_ipv6_address("2400:da00:e003:0:0:200::/88")
            .ipv6_networks(["2400:da00:e003:0:15f::/87"])
    });
    let query = [("reCreate", None), ("clientToken", Some(TOKEN))];
    assert_call(&request, "PUT", CHANNEL, &query);
    assert_eq!(
        request.json(),
        json!({
            "name": "channel_name",
            "description": "Channel to the Dongcheng site",
            "authorizedUsers": ["8770a1b2c3d4e5f60718293a4b5c4df8"],
            "baiduAddress": "11.11.11.21/24",
            "customerAddress": "11.11.11.12/24",
            "routeType": "static-route",
            "networks": ["192.168.0.0/16"],
            "vlanId": 58,
            "enableIpv6": 0,
            "baiduIpv6Address": "2400:da00:e003:0:1eb:200::/88",
            "customerIpv6Address": "2400:da00:e003:0:0:200::/88",
            "ipv6Networks": ["2400:da00:e003:0:15f::/87"],
        })
    );
}

#[test]
fn update_et_channel() {
    let request = sent_whole(|client| {
        client
            .update_et_channel()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
            .name("channel_name")
            .description("Channel to the Haidian site")
            .bgp_route_limit(100)
    });
    let query = [("modifyAttribute", None), ("clientToken", Some(TOKEN))];
    assert_call(&request, "PUT", CHANNEL, &query);
    assert_eq!(
        request.json(),
        json!({
            "name": "channel_name",
            "description": "Channel to the Haidian site",
            "bgpRouteLimit": 100,
        })
    );
}

#[test]
fn delete_et_channel() {
    let request = sent_whole(|client| {
        client
            .delete_et_channel()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
    });
    assert_call(&request, "DELETE", CHANNEL, &[("clientToken", Some(TOKEN))]);
    assert_no_body(&request);
}

#[test]
fn enable_et_channel_ipv6() {
    let request = sent_whole(|client| {
        client
            .enable_et_channel_ipv6()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
            .baidu_ipv6_address("2400:da00:e003:0:1eb:200::/88")
            .customer_ipv6_address("2400:da00:e003:0:0:200::/88")
            .ipv6_networks(["2400:da00:e003:0:15f::/87"])
    });
    let query = [("enableIpv6", None), ("clientToken", Some(TOKEN))];
    assert_call(&request, "PUT", CHANNEL, &query);
    assert_eq!(
        request.json(),
        json!({
            "baiduIpv6Address": "2400:da00:e003:0:1eb:200::/88",
            "customerIpv6Address": "2400:da00:e003:0:0:200::/88",
            "ipv6Networks": ["2400:da00:e003:0:15f::/87"],
        })
    );
}

#[test]
fn disable_et_channel_ipv6() {
    let request = sent_whole(|client| {
        client
            .disable_et_channel_ipv6()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
    });
    let query = [("disableIpv6", None), ("clientToken", Some(TOKEN))];
    assert_call(&request, "PUT", CHANNEL, &query);
    assert_no_body(&request);
    assert_eq!(request.header("content-length"), Some("0"));
}

#[test]
fn associate_et_channel() {
    let request = sent_whole(|client| {
        client
            .associate_et_channel()
            .et_id("dcphy-gq65bz9ip712")
            .et_channel_id("dedicatedconn-zy9t7n91k0iq")
            .client_token(TOKEN)
            .extra_channel_id("dedicatedconn-rn0yzti2gn1f")
    });
    // The request line of the document's example, to the letter.
    assert_eq!(
        request.target,
        format!("{CHANNEL}?associate&clientToken={TOKEN}")
    );
    assert_eq!(request.method, "PUT");
    assert_eq!(
        request.json(),
        json!({ "extraChannelId": "dedicatedconn-rn0yzti2gn1f" })
    );
}

#[test]
fn a_list_that_is_given_again_replaces_the_first_and_an_empty_one_is_sent() {
    let request = sent(|client| {
        let request = channel_with_static_routes(client).networks(["172.16.0.0/12"]);
        request.authorized_users(Vec::<String>::new())
    });
    assert_eq!(request.json()["networks"], json!(["172.16.0.0/12"]));
    assert_eq!(request.json()["authorizedUsers"], json!([]));
}
