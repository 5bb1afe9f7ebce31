//! Building and signing, and decoding, without a network.

use std::hint::black_box;
use std::time::{Duration, Instant};

use bytes::Bytes;
use runtime::runtime::client::Client;
use runtime::runtime::credentials::Credentials;
use runtime::runtime::request::Request;

use super::rpc::{CreatePeerInput, Filter, IpVersion, builder};
use super::{KEY, SECRET, median};

const ROUNDS: usize = 101;

pub fn measure() {
    let client = builder()
        .region("cn-shanghai")
        .credentials(Credentials::access_key(KEY, SECRET))
        .build()
        .unwrap();
    let request = Request::new(&client, input());
    let time = per_call(1000, || {
        black_box(request.build_request().unwrap());
    });
    println!("validate, build and sign a request of 20 parameters: {time:?}");
    decode(&client);
}

/// What a short request has; the client adds a token.
pub fn small_input() -> CreatePeerInput {
    CreatePeerInput {
        region_id: Some("cn-shanghai".to_owned()),
        group_id: Some("bgpg-wz9f62v4fbg2g14mkg".to_owned()),
        ..CreatePeerInput::default()
    }
}

/// Eight parameters and four filters of three: twenty on the wire.
pub fn input() -> CreatePeerInput {
    let filter = |number: usize| Filter {
        key: Some(format!("Key{number}")),
        value: Some(vec![
            "vbr-m5ex0xf63xk8s5bob****".to_owned(),
            "中文".to_owned(),
        ]),
        password: None,
    };
    CreatePeerInput {
        region_id: Some("cn-shanghai".to_owned()),
        group_id: Some("bgpg-wz9f62v4fbg2g14mkg".to_owned()),
        name: Some("name".to_owned()),
        enable_bfd: Some(true),
        multi_hop: Some(3),
        ip_version: Some(IpVersion::Ipv4),
        auth_key: Some("!PWZ2****".into()),
        filter: Some((1..=4).map(filter).collect()),
        client_token: Some("0c593ea1-3bea-11e9-b96b-88e9fe637760".to_owned()),
    }
}

fn decode(client: &Client) {
    let peer = |number: usize| {
        format!(
            r#"{{"Id":"bgp-2ze3un0ft1jd1xd****{number}","Status":"Available","Asn":{number},"AuthKey":"secret","Created":"2018-10-19T09:53:26Z","Description":"A member that this version does not know","RouteLimit":"110"}}"#
        )
    };
    let peers: Vec<String> = (0..100).map(peer).collect();
    let body = format!(
        r#"{{"RequestId":"0ED8D006","Total":100,"Peers":{{"Peer":[{}]}}}}"#,
        peers.join(",")
    );
    let body = Bytes::from(body);
    let request = Request::new(client, input());
    let time = per_call(100, || {
        let response = http::Response::new(body.clone());
        black_box(request.decode_response(response).unwrap());
    });
    let alone = per_call(100, || {
        black_box(serde_json::from_slice::<serde_json::Value>(&body).unwrap());
    });
    let rate = |time: Duration| body.len() as f64 / time.as_secs_f64() / 1e6;
    println!(
        "decode a list of 100 elements, {} bytes: {time:?}, {:.0} MB/s (parsing to a tree alone: {:.0} MB/s)",
        body.len(),
        rate(time),
        rate(alone)
    );
}

/// The median time of a call over many rounds of `calls`.
fn per_call(calls: u32, mut call: impl FnMut()) -> Duration {
    let round = |_| {
        let start = Instant::now();
        for _ in 0..calls {
            call();
        }
        start.elapsed() / calls
    };
    median((0..ROUNDS).map(round).collect())
}
