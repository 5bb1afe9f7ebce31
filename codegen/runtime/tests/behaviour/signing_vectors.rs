//! Every vector recorded from the providers' SDKs, through the public signing functions.

use percent_encoding::percent_decode_str;
use runtime::runtime::escape::escape;
use runtime::runtime::protocol::Query;
use runtime::runtime::secret::SecretString;
use runtime::runtime::signing::hmac::{hex, hmac};
use runtime::runtime::signing::{SigningRequest, bce_auth_v1, rpc_hmac_sha1, sdk_hmac_sha256};
use runtime::runtime::timestamp::{Timestamp, UnixTime};
use serde_json::Value;
use sha2::Sha256;

const VECTORS: &str = include_str!("../data/signing-vectors.json");

fn vectors(scheme: &str, count: usize) -> Vec<Value> {
    let all: Value = serde_json::from_str(VECTORS).unwrap();
    let vectors = all[scheme].as_array().unwrap().clone();
    assert_eq!(vectors.len(), count, "vectors of {scheme}");
    vectors
}

fn text<'v>(vector: &'v Value, name: &str) -> &'v str {
    vector[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} of {}", vector["name"]))
}

fn pairs(object: &Value) -> Vec<(String, String)> {
    let members = object.as_object().unwrap().iter();
    members
        .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
        .collect()
}

fn time(text: &str) -> UnixTime {
    UnixTime(Timestamp::from(text).unix_seconds().unwrap())
}

#[test]
fn baidu() {
    for vector in vectors("baidu_bce_auth_v1", 4) {
        let name = text(&vector, "name");
        let secret = SecretString::from(text(&vector, "secret_access_key"));
        let listed = text(&vector, "signed_headers");
        let signed_headers: Vec<&str> = if listed.starts_with('(') {
            Vec::new()
        } else {
            listed.split(';').collect()
        };
        let request = SigningRequest {
            method: text(&vector, "method"),
            path: text(&vector, "path"),
            query: &pairs(&vector["query"]).into_iter().collect(),
            headers: &pairs(&vector["headers"]),
            body: vector["body"].as_str().unwrap_or_default().as_bytes(),
            time: time(text(&vector, "timestamp")),
            signed_headers: &signed_headers,
        };
        let expiration = u32::try_from(vector["expiration_seconds"].as_u64().unwrap()).unwrap();

        let key = bce_auth_v1::signing_key(&secret, text(&vector, "auth_string_prefix"));
        assert_eq!(key.expose(), text(&vector, "signing_key"), "{name}");
        let canonical = bce_auth_v1::canonical_request(&request);
        assert_eq!(canonical, text(&vector, "canonical_request"), "{name}");
        let signed = bce_auth_v1::sign(
            text(&vector, "access_key_id"),
            &secret,
            &request,
            expiration,
        );
        assert_eq!(
            signed.canonical_request,
            text(&vector, "canonical_request"),
            "{name}"
        );
        assert_eq!(signed.signature, text(&vector, "signature"), "{name}");
        assert_eq!(signed.value, text(&vector, "authorization"), "{name}");
    }
}

#[test]
fn huawei() {
    for vector in vectors("huawei_sdk_hmac_sha256", 3) {
        let name = text(&vector, "name");
        let secret = SecretString::from(text(&vector, "secret_access_key"));
        let (path, query) = text(&vector, "target")
            .split_once('?')
            .unwrap_or((text(&vector, "target"), ""));
        let decode = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
        let query: Query = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (decode(key), decode(value)))
            .collect();
        let headers = pairs(&vector["headers"]);
        let date = &headers
            .iter()
            .find(|(name, _)| name == "X-Sdk-Date")
            .unwrap()
            .1;
        assert_eq!(date, "20240724T071724Z");
        let request = SigningRequest {
            method: text(&vector, "method"),
            path,
            query: &query,
            headers: &headers,
            body: text(&vector, "body").as_bytes(),
            time: time("2024-07-24T07:17:24Z"),
            signed_headers: &[],
        };

        let canonical = sdk_hmac_sha256::canonical_request(&request);
        assert_eq!(canonical, text(&vector, "canonical_request"), "{name}");
        let to_sign = sdk_hmac_sha256::string_to_sign(&canonical, request.time);
        assert_eq!(to_sign, text(&vector, "string_to_sign"), "{name}");
        let signed = sdk_hmac_sha256::sign(text(&vector, "access_key_id"), &secret, &request);
        assert_eq!(signed.signature, text(&vector, "signature"), "{name}");
        assert_eq!(signed.value, text(&vector, "authorization"), "{name}");

        // The same headers by name, in any order and case.
        let chosen: Vec<&str> = headers
            .iter()
            .rev()
            .map(|(name, _)| name.as_str())
            .collect();
        let request = SigningRequest {
            signed_headers: &chosen,
            ..request
        };
        let signed = sdk_hmac_sha256::sign(text(&vector, "access_key_id"), &secret, &request);
        assert_eq!(signed.value, text(&vector, "authorization"), "{name}");
    }
}

#[test]
fn alibaba() {
    for vector in vectors("alibaba_rpc_hmac_sha1", 3) {
        let name = text(&vector, "name");
        let secret = SecretString::from(text(&vector, "access_key_secret"));
        assert_eq!(format!("{}&", secret.expose()), text(&vector, "key"));
        let method = text(&vector, "method");
        let mut pairs = pairs(&vector["params"]);
        let query: Query = pairs.iter().cloned().collect();
        let canonical = escape(text(&vector, "canonicalized_query"));
        let to_sign = rpc_hmac_sha1::string_to_sign(method, &query);
        assert_eq!(to_sign, text(&vector, "string_to_sign"), "{name}");
        assert!(to_sign.ends_with(&canonical), "{name}");
        let signature = rpc_hmac_sha1::sign(&secret, method, &query);
        assert_eq!(signature, text(&vector, "signature"), "{name}");

        // The order does not matter, and a signature that is already there is not signed.
        pairs.reverse();
        pairs.push(("Signature".to_owned(), signature.clone()));
        let query: Query = pairs.into_iter().collect();
        assert_eq!(
            rpc_hmac_sha1::sign(&secret, method, &query),
            signature,
            "{name}"
        );
    }
}

/// The recorded keys are short; RFC 4231 has one that is longer than a block of the hash.
#[test]
fn long_keys_are_hashed_first() {
    let message = b"Test Using Larger Than Block-Size Key - Hash Key First";
    assert_eq!(
        hex(&hmac::<Sha256>(&[0xaa; 131], message)),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    );
    assert_eq!(
        hex(&hmac::<Sha256>(b"Jefe", b"what do ya want for nothing?")),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
}
