//! What a program without this client would do: parameters in a map, signed as the document shows it.

use std::collections::BTreeMap;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use runtime::runtime::timestamp::UnixTime;
use sha1::Sha1;

use super::{KEY, SECRET};

const RESERVED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The parameters of a request, without those that sign it.
pub fn parameters(request: &http::Request<Bytes>) -> Vec<(String, String)> {
    let decode = |text| {
        let text = percent_encoding::percent_decode_str(text);
        text.decode_utf8().unwrap().into_owned()
    };
    let signing = [
        "AccessKeyId",
        "Signature",
        "SignatureMethod",
        "SignatureVersion",
        "SignatureNonce",
        "Timestamp",
    ];
    let pairs = request.uri().query().unwrap().split('&');
    pairs
        .map(|pair| pair.split_once('=').unwrap())
        .filter(|(name, _)| !signing.contains(name))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

/// A signed request.
pub fn request(authority: &str, parameters: &[(String, String)]) -> http::Request<Bytes> {
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce).unwrap();
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = UnixTime(i64::try_from(now.unwrap().as_secs()).unwrap());
    let mut all: BTreeMap<&str, String> = parameters
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    all.insert("AccessKeyId", KEY.to_owned());
    all.insert("SignatureMethod", "HMAC-SHA1".to_owned());
    all.insert("SignatureVersion", "1.0".to_owned());
    all.insert(
        "SignatureNonce",
        format!("{:032x}", u128::from_be_bytes(nonce)),
    );
    all.insert("Timestamp", now.iso8601());
    let pairs: Vec<String> = all
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect();
    let query = pairs.join("&");
    let text = format!("GET&{}&{}", escape("/"), escape(&query));
    let mut mac = Hmac::<Sha1>::new_from_slice(format!("{SECRET}&").as_bytes()).unwrap();
    mac.update(text.as_bytes());
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    let target = format!(
        "http://{authority}/?{query}&Signature={}",
        escape(&signature)
    );
    http::Request::get(target.parse::<Uri>().unwrap())
        .header("host", authority)
        .header("user-agent", "by-hand")
        .body(Bytes::new())
        .unwrap()
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, &RESERVED).to_string()
}
