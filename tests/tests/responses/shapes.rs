//! One value, however a document, an SDK or a server wraps it.

use alibaba_express_connect::operation::describe_bgp_peers::DescribeBgpPeersOutput;
use baidu_et::operation::get_et_channel::GetEtChannelOutput;
use end_to_end::clients::{alibaba, baidu};
use serde_json::{Value, json};

use crate::alibaba::{BGP_GROUPS, BGP_PEERS};

fn peers(json: &Value) -> DescribeBgpPeersOutput {
    alibaba::decoded(json, |client| client.describe_bgp_peers()).into_output()
}

fn channels(json: &Value) -> GetEtChannelOutput {
    baidu::decoded(json, |client| client.get_et_channel().et_id("dcphy-1")).into_output()
}

/// The example of the document, and the peer in it.
fn documented_peers() -> (Value, Value) {
    let document: Value = serde_json::from_str(BGP_PEERS).unwrap();
    let peer = document["BgpPeers"][0].clone();
    (document, peer)
}

fn with_peers(peers: Value) -> Value {
    let (mut document, _) = documented_peers();
    document["BgpPeers"] = peers;
    document
}

#[test]
fn a_list_is_the_same_in_every_wrapping() {
    let (document, peer) = documented_peers();
    let expected = peers(&document);
    for list in [
        json!({ "BgpPeer": [peer] }),
        json!({ "BgpPeer": peer }),
        json!({ "AnotherName": [peer] }),
        peer.clone(),
    ] {
        assert_eq!(peers(&with_peers(list.clone())), expected, "{list}");
    }
}

#[test]
fn several_elements_keep_their_order() {
    let list =
        json!({ "BgpPeer": [{ "BgpPeerId": "b" }, { "BgpPeerId": "a" }, { "BgpPeerId": "c" }] });
    let output = peers(&with_peers(list));
    let peers = output.bgp_peers.unwrap();
    let ids = peers
        .iter()
        .map(|peer| peer.bgp_peer_id.as_deref().unwrap());
    assert!(ids.eq(["b", "a", "c"]));
}

#[test]
fn an_empty_list_is_empty_in_every_wrapping() {
    for list in [json!([]), json!({}), json!({ "BgpPeer": [] })] {
        let output = peers(&with_peers(list.clone()));
        assert_eq!(output.bgp_peers, Some(Vec::new()), "{list}");
    }
}

#[test]
fn a_list_that_is_null_or_blank_or_missing_has_no_value() {
    for list in [json!(null), json!("")] {
        assert_eq!(peers(&with_peers(list)).bgp_peers, None);
    }
    assert_eq!(peers(&json!({})).bgp_peers, None);
}

#[test]
fn the_sdk_form_of_groups_is_the_same_as_the_documents() {
    let document: Value = serde_json::from_str(BGP_GROUPS).unwrap();
    let mut wrapped = document.clone();
    wrapped["BgpGroups"] = json!({ "BgpGroup": document["BgpGroups"] });
    let groups = |json: Value| {
        let answer = alibaba::decoded(json, |client| client.describe_bgp_groups());
        answer.into_output()
    };
    assert_eq!(groups(wrapped), groups(document));
}

#[test]
fn an_outer_response_object_is_seen_through() {
    let (document, _) = documented_peers();
    let wrapped = json!({ "DescribeBgpPeersResponse": document });
    assert_eq!(peers(&wrapped), peers(&document));
    let answer = alibaba::decoded(wrapped, |client| client.describe_bgp_peers());
    assert_eq!(
        answer.request_id(),
        Some("DE77A7F3-3B74-41C0-A5BC-CAFD188C28B6")
    );
}

#[test]
fn lists_of_texts_are_the_same_in_every_wrapping() {
    let expected = Some(vec!["10.0.0.0/8".to_owned()]);
    for networks in [
        json!(["10.0.0.0/8"]),
        json!({ "network": ["10.0.0.0/8"] }),
        json!("10.0.0.0/8"),
    ] {
        let output = channels(&json!({ "etChannels": [{ "networks": networks }] }));
        assert_eq!(output.et_channels.unwrap()[0].networks, expected);
    }
}

#[test]
fn holes_in_a_list_cost_nothing() {
    let list = json!([null, { "BgpPeerId": "a" }, null]);
    assert_eq!(peers(&with_peers(list)).bgp_peers.unwrap().len(), 1);
}
