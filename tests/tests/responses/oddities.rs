//! Answers that are not quite what the documents say, and decode nevertheless.

use alibaba_express_connect::types::{BgpPeer, BgpPeerStatus, BgpSessionStatus, IpVersion};
use baidu_et::types::EtChannel;
use end_to_end::clients::{alibaba, baidu, huawei};
use end_to_end::server::Answer;
use serde_json::{Value, json};

fn peer(json: Value) -> BgpPeer {
    let answer = alibaba::decoded(json!({ "BgpPeers": [json] }), |client| {
        client.describe_bgp_peers()
    });
    answer.into_output().bgp_peers.unwrap().remove(0)
}

/// A channel from JSON as it stands, numbers included: a JSON value of this test may not hold them exactly.
fn channel(json: &str) -> EtChannel {
    let answer = baidu::decoded(format!(r#"{{ "etChannels": [{json}] }}"#), |client| {
        client.get_et_channel().et_id("dcphy-1")
    });
    answer.into_output().et_channels.unwrap().remove(0)
}

#[test]
fn unknown_members_are_ignored() {
    let peer = peer(json!({ "Name": "a", "Novelty": { "Deep": [1, null] }, "": 0 }));
    assert_eq!(peer.name.as_deref(), Some("a"));
}

#[test]
fn an_unknown_value_of_an_enum_keeps_its_text() {
    let status = peer(json!({ "Status": "Hibernating" })).status.unwrap();
    assert!(matches!(status, BgpPeerStatus::Unknown(_)));
    assert_eq!(status.as_str(), "Hibernating");
    assert!(!status.is_known());
}

#[test]
fn an_enum_that_ignores_case_knows_its_values_in_any_case() {
    let peer = peer(json!({ "BgpStatus": "CONNECT", "IpVersion": "IPV6" }));
    assert_eq!(peer.bgp_status, Some(BgpSessionStatus::Connect));
    assert_eq!(peer.ip_version, Some(IpVersion::IPv6));
}

#[test]
fn missing_and_null_members_have_no_value() {
    assert_eq!(peer(json!({})), BgpPeer::default());
    let null = json!({ "Name": null, "Status": null, "Hold": null, "EnableBfd": null, "GmtModified": null });
    assert_eq!(peer(null), BgpPeer::default());
}

#[test]
fn a_number_that_comes_as_text_is_a_number() {
    for hold in [json!("30"), json!(30), json!(30.0), json!(" 30 ")] {
        assert_eq!(peer(json!({ "Hold": hold })).hold, Some(30), "{hold}");
        assert_eq!(
            peer(json!({ "BfdMultiHop": hold })).bfd_multi_hop,
            Some(30),
            "{hold}"
        );
    }
}

#[test]
fn a_text_that_comes_as_a_number_or_a_boolean_is_text() {
    for (number, text) in [
        (json!(65515), "65515"),
        (json!(4_200_000_000_u64), "4200000000"),
        (json!(true), "true"),
    ] {
        assert_eq!(
            peer(json!({ "PeerAsn": number })).peer_asn.as_deref(),
            Some(text)
        );
    }
}

#[test]
fn a_boolean_comes_in_many_spellings() {
    for truth in [
        json!(true),
        json!("true"),
        json!("True"),
        json!("1"),
        json!(1),
    ] {
        let peer = peer(json!({ "EnableBfd": truth, "IsFake": truth }));
        assert_eq!(
            (peer.enable_bfd, peer.is_fake),
            (Some(true), Some(true)),
            "{truth}"
        );
    }
    for falsehood in [
        json!(false),
        json!("false"),
        json!("FALSE"),
        json!("0"),
        json!(0),
    ] {
        let peer = peer(json!({ "EnableBfd": falsehood, "IsFake": falsehood }));
        assert_eq!(
            (peer.enable_bfd, peer.is_fake),
            (Some(false), Some(false)),
            "{falsehood}"
        );
    }
}

#[test]
fn a_number_or_a_boolean_without_a_value_is_blank() {
    let peer = peer(json!({ "Hold": "", "EnableBfd": "", "Name": "" }));
    assert_eq!((peer.hold, peer.enable_bfd), (None, None));
    assert_eq!(peer.name.as_deref(), Some(""));
}

#[test]
fn integers_of_64_bits_are_exact() {
    for number in [
        283_117_732_402_483_989,
        9_007_199_254_740_993,
        i64::MAX,
        i64::MIN,
        0,
    ] {
        for json in [
            format!(r#"{{ "bgpAsn": {number} }}"#),
            format!(r#"{{ "bgpAsn": "{number}" }}"#),
        ] {
            assert_eq!(channel(&json).bgp_asn, Some(number), "{json}");
        }
    }
}

#[test]
fn a_text_of_digits_is_not_touched() {
    for digits in [
        "283117732402483989",
        "9007199254740993",
        "18446744073709551615",
        "007",
        "1e5",
    ] {
        let peer = peer(json!({ "BgpPeerId": digits }));
        assert_eq!(peer.bgp_peer_id.as_deref(), Some(digits));
    }
    let number = channel(r#"{ "id": 283117732402483989 }"#);
    assert_eq!(number.id.as_deref(), Some("283117732402483989"));
}

#[test]
fn a_time_keeps_the_text_that_came() {
    for (time, seconds) in [
        (json!("2022-05-20T07:29:08Z"), Some(1_653_031_748)),
        (json!("2022-05-20T07:29Z"), Some(1_653_031_740)),
        (json!("2022-05-20T07:29:08.000Z"), Some(1_653_031_748)),
        (json!("2022-05-20T15:29:08+08:00"), Some(1_653_031_748)),
        (json!("soon"), None),
    ] {
        let modified = peer(json!({ "GmtModified": time })).gmt_modified.unwrap();
        assert_eq!(modified.as_str(), time.as_str().unwrap());
        assert_eq!(modified.unix_seconds(), seconds, "{time}");
    }
}

#[test]
fn every_2xx_is_a_success() {
    for status in [200, 201, 202, 204, 299] {
        let body = if status == 204 {
            ""
        } else {
            r#"{ "BgpGroupId": "a" }"#
        };
        let (outcome, _) = alibaba::exchange(Answer::new(status, &[], body), |client| {
            let request = client.create_bgp_group().router_id("vbr-1");
            request.peer_asn(65515)
        });
        assert_eq!(outcome.unwrap().status(), status);
    }
}

#[test]
fn the_request_id_of_a_header_wins_over_the_member() {
    let request = |client: &huawei_direct_connect::Client| {
        client
            .update_direct_connect()
            .direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a")
            .name("a")
    };
    let body = r#"{ "request_id": "member" }"#;
    let answer = Answer::new(200, &[("X-Request-Id", "header")], body);
    assert_eq!(
        huawei::exchange(answer, request).0.unwrap().request_id(),
        Some("header")
    );
    assert_eq!(huawei::decoded(body, request).request_id(), Some("member"));
}

#[test]
fn a_response_does_not_print_the_secrets_in_it() {
    let json = json!({ "BgpPeers": [{ "AuthKey": "!PWZ2demo", "Name": "shown" }] });
    let answer = alibaba::decoded(json, |client| client.describe_bgp_peers());
    let printed = end_to_end::secrets::debug_of(&answer);
    end_to_end::secrets::assert_hidden(&printed, "!PWZ2demo");
    assert!(printed.contains("shown"));
}
