//! Baidu's `bce-auth-v1`.

use super::{Claims, compare, hex, hmac_sha256};
use crate::escape::escape;
use crate::received::Received;
use crate::time;

/// What is signed when the signer names nothing.
const DEFAULT_HEADERS: [&str; 4] = ["host", "content-length", "content-type", "content-md5"];

/// What the request should have signed, given the headers that it says it signed.
///
/// Headers of the provider are always signed.
pub fn canonical_request(request: &Received, signed_headers: &[&str]) -> String {
    let mut query: Vec<String> = request
        .pairs()
        .iter()
        .map(|(key, value)| {
            let value = value.as_deref().unwrap_or_default();
            format!("{}={}", escape(key), escape(value))
        })
        .collect();
    query.sort();
    let is_signed = |name: &str| {
        let listed = if signed_headers.is_empty() {
            &DEFAULT_HEADERS
        } else {
            signed_headers
        };
        listed.contains(&name) || name.starts_with("x-bce-")
    };
    let mut headers: Vec<String> = request
        .headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
        .filter(|(name, value)| is_signed(name) && !value.is_empty())
        .map(|(name, value)| format!("{}:{}", escape(&name), escape(value)))
        .collect();
    headers.sort();
    format!(
        "{}\n{}\n{}\n{}",
        request.method,
        request.path(),
        query.join("&"),
        headers.join("\n")
    )
}

/// Checks the signature of a request of somebody with this `secret`.
pub fn verify(request: &Received, secret: &str) -> Result<Claims, String> {
    let authorization = request
        .header("authorization")
        .ok_or("there is no authorization")?;
    let parts: Vec<&str> = authorization.split('/').collect();
    let [
        "bce-auth-v1",
        access_key_id,
        timestamp,
        expiration,
        names,
        signature,
    ] = parts[..]
    else {
        return Err(format!("not of six parts: {authorization}"));
    };
    let time = time::from_iso8601(timestamp).ok_or("the time is malformed")?;
    let valid_for: u32 = expiration
        .parse()
        .map_err(|_| "the expiration is no number")?;
    if valid_for == 0 {
        return Err("the signature has expired".to_owned());
    }
    if request
        .header("x-bce-date")
        .is_some_and(|date| date != timestamp)
    {
        return Err("the date is not that of the signature".to_owned());
    }
    let signed_headers: Vec<&str> = names.split(';').filter(|name| !name.is_empty()).collect();
    let prefix = format!("bce-auth-v1/{access_key_id}/{timestamp}/{expiration}");
    let signing_key = hex(&hmac_sha256(secret.as_bytes(), &prefix));
    let signed = canonical_request(request, &signed_headers);
    let expected = hex(&hmac_sha256(signing_key.as_bytes(), &signed));
    compare(signature, &expected, &signed)?;
    Ok(Claims {
        access_key_id: access_key_id.to_owned(),
        time,
        signed_headers: signed_headers.into_iter().map(str::to_owned).collect(),
    })
}
