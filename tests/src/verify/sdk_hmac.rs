//! Huawei's `SDK-HMAC-SHA256`.

use super::{Claims, compare, hex, hmac_sha256, sha256};
use crate::escape::{escape, escape_bytes, unescape_bytes};
use crate::received::Received;
use crate::time;

const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// Checks the signature of a request of somebody with this `secret`.
pub fn verify(request: &Received, secret: &str) -> Result<Claims, String> {
    let authorization = request
        .header("authorization")
        .ok_or("there is no authorization")?;
    let [access_key_id, names, signature] = take_apart(authorization)
        .ok_or_else(|| format!("not of the right form: {authorization}"))?;
    let date = request.header("x-sdk-date").ok_or("there is no date")?;
    let time = time::from_compact(date).ok_or("the time is malformed")?;
    let signed_headers: Vec<&str> = names.split(';').collect();
    if !signed_headers.is_sorted() {
        return Err(format!("the signed headers are not sorted: {names}"));
    }
    for name in ["host", "x-sdk-date"] {
        if !signed_headers.contains(&name) {
            return Err(format!("`{name}` is not signed"));
        }
    }
    let canonical = canonical_request(request, &signed_headers)?;
    let signed = format!(
        "{ALGORITHM}\n{date}\n{}",
        hex(&sha256(canonical.as_bytes()))
    );
    let expected = hex(&hmac_sha256(secret.as_bytes(), &signed));
    compare(signature, &expected, &canonical)?;
    Ok(Claims {
        access_key_id: access_key_id.to_owned(),
        time,
        signed_headers: signed_headers.into_iter().map(str::to_owned).collect(),
    })
}

/// Key id, header names and signature of an `Authorization` header.
fn take_apart(authorization: &str) -> Option<[&str; 3]> {
    let rest = authorization.strip_prefix(ALGORITHM)?;
    let rest = rest.strip_prefix(" Access=")?;
    let (access_key_id, rest) = rest.split_once(", SignedHeaders=")?;
    let (names, signature) = rest.split_once(", Signature=")?;
    Some([access_key_id, names, signature])
}

fn canonical_request(request: &Received, signed_headers: &[&str]) -> Result<String, String> {
    let mut pairs = request.pairs();
    pairs.sort();
    let query: Vec<String> = pairs
        .iter()
        .map(|(key, value)| {
            let value = value.as_deref().unwrap_or_default();
            format!("{}={}", escape(key), escape(value))
        })
        .collect();
    let mut headers = String::new();
    for name in signed_headers {
        let value = request
            .header(name)
            .ok_or_else(|| format!("`{name}` is signed but not sent"))?;
        headers += &format!("{name}:{value}\n");
    }
    Ok(format!(
        "{}\n{}\n{}\n{headers}\n{}\n{}",
        request.method,
        canonical_path(request.path()),
        query.join("&"),
        signed_headers.join(";"),
        hex(&sha256(&request.body))
    ))
}

/// The path unescaped as a whole, then escaped segment by segment, with a slash at the end.
fn canonical_path(path: &str) -> String {
    let unescaped = unescape_bytes(path);
    let segments: Vec<String> = unescaped
        .split(|byte| *byte == b'/')
        .map(escape_bytes)
        .collect();
    let path = segments.join("/");
    if path.ends_with('/') {
        path
    } else {
        path + "/"
    }
}
