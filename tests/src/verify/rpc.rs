//! Alibaba's RPC signature 1.0.

use super::{Claims, base64, compare, hmac_sha1};
use crate::escape::escape;
use crate::received::Received;
use crate::time;

/// What the request should have signed: method, path and sorted query.
pub fn string_to_sign(request: &Received) -> String {
    let pairs: Vec<String> = request
        .parameters()
        .iter()
        .filter(|(name, _)| *name != "Signature")
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect();
    let query = escape(&pairs.join("&"));
    format!("{}&{}&{query}", request.method, escape(request.path()))
}

/// Checks the signature of a request of somebody with this `secret`.
pub fn verify(request: &Received, secret: &str) -> Result<Claims, String> {
    let parameters = request.parameters();
    let parameter = |name: &str| {
        let value = parameters.get(name);
        value.ok_or_else(|| format!("`{name}` is missing"))
    };
    if !request.body.is_empty() {
        return Err("what is in the body is not signed".to_owned());
    }
    for (name, value) in [
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureVersion", "1.0"),
    ] {
        if parameter(name)? != value {
            return Err(format!("`{name}` is not {value}"));
        }
    }
    if parameter("SignatureNonce")?.is_empty() {
        return Err("the nonce is empty".to_owned());
    }
    let time = time::from_iso8601(parameter("Timestamp")?).ok_or("the time is malformed")?;
    let signed = string_to_sign(request);
    let expected = base64(&hmac_sha1(format!("{secret}&").as_bytes(), &signed));
    compare(parameter("Signature")?, &expected, &signed)?;
    Ok(Claims {
        access_key_id: parameter("AccessKeyId")?.clone(),
        time,
        signed_headers: Vec::new(),
    })
}
