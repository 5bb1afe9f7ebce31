//! What all requests to Express Connect have in common.

use alibaba_express_connect::runtime::clock::Clock;
use alibaba_express_connect::runtime::timestamp::UnixTime;
use alibaba_express_connect::types::IpVersion;
use alibaba_express_connect::{Client, Credentials};
use end_to_end::block_on;
use end_to_end::clients::SECRET;
use end_to_end::clients::alibaba::{
    REGION, assert_signed, builder, exchange, own_parameters, sent,
};
use end_to_end::server::{Answer, Server};
use end_to_end::verify;

/// Sends a request with a client of its own making.
fn describe_with(client: impl FnOnce(&Server) -> Client) -> end_to_end::received::Received {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = client(&server);
    block_on(client.describe_bgp_peers().send()).unwrap();
    server.only_request()
}

#[test]
fn everything_travels_in_the_query_of_a_get() {
    let request = sent(|client| client.describe_bgp_peers());
    assert_eq!(request.method, "GET");
    assert_eq!(request.path(), "/");
    assert_eq!(request.body, b"");
    for absent in ["content-type", "content-length", "authorization", "expect"] {
        assert_eq!(request.header(absent), None);
    }
}

#[test]
fn the_common_parameters_are_the_documented_ones() {
    let parameters = sent(|client| client.describe_bgp_peers()).parameters();
    for (name, value) in [
        ("Version", "2016-04-28"),
        ("Format", "JSON"),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureVersion", "1.0"),
        ("AccessKeyId", "testid"),
    ] {
        assert_eq!(parameters[name], value);
    }
    assert!(!parameters.contains_key("SecurityToken"));
}

#[test]
fn host_and_user_agent_say_where_from_and_where_to() {
    let server = Server::answering(Answer::json(200, "{}"));
    let host = server.host();
    let client = builder(&server)
        .user_agent_suffix("my-tool/2")
        .build()
        .unwrap();
    block_on(client.describe_bgp_peers().send()).unwrap();
    let request = server.only_request();
    assert_eq!(request.header("host"), Some(host.as_str()));
    let user_agent = request.header("user-agent").unwrap();
    assert!(user_agent.contains("alibaba-express-connect/"));
    assert!(user_agent.ends_with(" my-tool/2"));
}

#[test]
fn post_carries_the_same_query_and_signs_the_method() {
    let request = describe_with(|server| builder(server).post().build().unwrap());
    assert_signed(&request);
    assert_eq!(request.method, "POST");
    assert_eq!(request.header("content-length"), Some("0"));
    assert_eq!(request.parameters()["Action"], "DescribeBgpPeers");
}

#[test]
fn the_region_of_the_client_fills_in_and_the_request_overrides() {
    let filled_in = sent(|client| client.describe_bgp_peers());
    assert_eq!(filled_in.parameters()["RegionId"], REGION);
    let overridden = sent(|client| client.describe_bgp_peers().region_id("cn-beijing"));
    assert_eq!(overridden.parameters()["RegionId"], "cn-beijing");
}

#[test]
fn every_request_has_a_nonce_of_its_own() {
    let nonce = || {
        let request = sent(|client| client.describe_bgp_peers());
        request.parameters()["SignatureNonce"].clone()
    };
    assert_ne!(nonce(), nonce());
}

#[test]
fn the_time_is_that_of_the_clock() {
    #[derive(Debug)]
    struct Frozen;

    impl Clock for Frozen {
        fn now(&self) -> UnixTime {
            UnixTime(1_721_805_444)
        }
    }

    let request = describe_with(|server| builder(server).clock(Frozen).build().unwrap());
    assert_eq!(request.parameters()["Timestamp"], "2024-07-24T07:17:24Z");
    verify::rpc(&request, SECRET).unwrap();
}

#[test]
fn a_temporary_key_brings_its_token_and_signs_it() {
    let token = "CAIS+token/with=signs";
    let request = describe_with(|server| {
        let key = Credentials::access_key("testid", SECRET).with_security_token(token);
        builder(server).credentials(key).build().unwrap()
    });
    assert_signed(&request);
    assert_eq!(request.parameters()["SecurityToken"], token);
}

#[test]
fn a_write_without_a_token_gets_a_fresh_uuid_and_a_read_gets_none() {
    let token = || {
        let request = sent(|client| client.delete_bgp_group().bgp_group_id("bgpg-1"));
        request.parameters()["ClientToken"].clone()
    };
    let (first, second) = (token(), token());
    assert_ne!(first, second);
    let lengths: Vec<usize> = first.split('-').map(str::len).collect();
    assert_eq!(lengths, [8, 4, 4, 4, 12]);
    let read = sent(|client| client.describe_bgp_groups());
    assert!(!read.parameters().contains_key("ClientToken"));
}

#[test]
fn undocumented_parameters_and_headers_go_along() {
    let request = sent(|client| {
        client
            .describe_bgp_peers()
            .with_parameter("Filter.1.Key", "Name")
            .with_parameter("Filter.1.Value.1", "a & b")
            .with_parameter("OwnerId", "1234567890123456789")
            .with_parameter("Empty", "")
            .with_header("x-acs-trace", "on")
    });
    let parameters = request.parameters();
    assert_eq!(parameters["Filter.1.Key"], "Name");
    assert_eq!(parameters["Filter.1.Value.1"], "a & b");
    assert_eq!(parameters["OwnerId"], "1234567890123456789");
    assert_eq!(parameters["Empty"], "");
    assert_eq!(request.header("x-acs-trace"), Some("on"));
}

#[test]
fn an_undocumented_parameter_stands_in_place_of_a_documented_one() {
    let request = sent(|client| {
        let request = client.describe_bgp_peers().page_size(10);
        request.with_parameter("PageSize", "100")
    });
    let own = own_parameters(&request);
    assert!(own.contains(&("PageSize".to_owned(), "100".to_owned())));
}

#[test]
fn integers_of_64_bits_are_exact() {
    for number in [9_007_199_254_740_993, i64::MAX] {
        let request = sent(|client| {
            let request = client
                .create_bgp_group()
                .router_id("vbr-1")
                .peer_asn(number);
            request.local_asn(number).skip_validation()
        });
        assert_eq!(request.parameters()["PeerAsn"], number.to_string());
    }
}

#[test]
fn a_call_can_be_spawned() {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = builder(&server).build().unwrap();
    block_on(async {
        tokio::spawn(client.describe_bgp_peers().send())
            .await
            .unwrap()
    })
    .unwrap();
    assert_signed(&server.only_request());
}

#[test]
fn an_empty_text_is_sent_and_signed() {
    let request = sent(|client| {
        let request = client.modify_bgp_group_attribute().bgp_group_id("bgpg-1");
        request.auth_key("")
    });
    assert_eq!(request.parameters()["AuthKey"], "");
}

#[test]
fn an_enum_goes_out_as_documented_and_a_text_as_given() {
    let sent_as = |version: IpVersion| {
        let request = sent(|client| {
            let request = client.create_bgp_peer().bgp_group_id("bgpg-1");
            request.ip_version(version)
        });
        request.parameters()["IpVersion"].clone()
    };
    assert_eq!(sent_as(IpVersion::IPv6), "IPv6");
    assert_eq!(sent_as("ipv6".into()), "ipv6");
}

#[test]
fn clones_of_a_client_and_of_a_request_send_the_same() {
    let (outcome, first) = exchange(Answer::json(200, "{}"), |client| {
        let request = client.clone().describe_bgp_peers().page_size(10);
        request.clone()
    });
    outcome.unwrap();
    let second = sent(|client| client.describe_bgp_peers().page_size(10));
    assert_eq!(own_parameters(&first), own_parameters(&second));
}
