//! Alibaba's RPC signature 1.0: HMAC-SHA1 over the sorted query, in the query itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::Sha1;
use zeroize::Zeroizing;

use super::AuthenticateContext;
use super::hmac::hmac;
use crate::runtime::error::Error;
use crate::runtime::escape::escape_into;
use crate::runtime::protocol::{Query, UnsignedRequest};
use crate::runtime::secret::SecretString;

/// The parameter that carries the signature and is not itself signed.
const SIGNATURE: &str = "Signature";

/// The text that is signed: method, path `/` and the query sorted by name, without the signature; each escaped.
pub fn string_to_sign(method: &str, query: &Query) -> String {
    let mut text = String::with_capacity(method.len() + 2 * query.as_str().len());
    text.push_str(method);
    text.push_str("&%2F&");
    let pairs = query.sorted().into_iter();
    let signed = pairs.filter(|(name, _)| *name != SIGNATURE);
    for (position, (name, value)) in signed.enumerate() {
        // The marks between names and values are escaped like all else.
        text.push_str(if position == 0 { "" } else { "%26" });
        escape_into(&mut text, name);
        text.push_str("%3D");
        escape_into(&mut text, value);
    }
    text
}

/// The signature in Base64.
pub fn sign(secret: &SecretString, method: &str, query: &Query) -> String {
    // The scheme leaves room for a second secret after the ampersand, which has never been used.
    let key = Zeroizing::new(format!("{}&", secret.expose()));
    STANDARD.encode(hmac::<Sha1>(
        key.as_bytes(),
        string_to_sign(method, query).as_bytes(),
    ))
}

/// Adds the authentication parameters and the signature to the query.
///
/// # Errors
/// The credentials are not an access key.
pub fn authenticate(
    request: &mut UnsignedRequest,
    context: &AuthenticateContext<'_>,
) -> Result<(), Error> {
    let key = context.access_key()?;
    let query = &mut request.query;
    query.push("AccessKeyId", key.id());
    query.push("SignatureMethod", "HMAC-SHA1");
    query.push("SignatureVersion", "1.0");
    query.push("SignatureNonce", &context.nonce);
    query.push("Timestamp", &context.time.iso8601());
    if let Some(token) = key.security_token() {
        query.push("SecurityToken", token.expose());
    }
    let signature = sign(key.secret(), request.method.as_str(), &request.query);
    request.secrets.add(&signature);
    request.query.push(SIGNATURE, &signature);
    Ok(())
}
