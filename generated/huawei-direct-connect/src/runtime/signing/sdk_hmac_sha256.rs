//! Huawei's `SDK-HMAC-SHA256`: HMAC-SHA256 over method, path, query, headers and the hash of the body.

use http::HeaderName;
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use super::hmac::{hex, hmac};
use super::{AuthenticateContext, Authorization, SigningRequest, header_texts};
use crate::runtime::error::Error;
use crate::runtime::escape::escape_bytes;
use crate::runtime::protocol::UnsignedRequest;
use crate::runtime::protocol::query::join;
use crate::runtime::secret::SecretString;
use crate::runtime::timestamp::UnixTime;

const ALGORITHM: &str = "SDK-HMAC-SHA256";

const DATE: HeaderName = HeaderName::from_static("x-sdk-date");
const SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-security-token");

/// The text that describes the request: method, path, query, headers, their names and the hash of the body.
pub fn canonical_request(request: &SigningRequest<'_>) -> String {
    let headers = signed_headers(request);
    let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("{name}:{value}\n"))
        .collect();
    [
        request.method,
        &canonical_path(request.path),
        &join(request.query.sorted()),
        &lines,
        &names.join(";"),
        &hex(&Sha256::digest(request.body)),
    ]
    .join("\n")
}

/// The text that is signed: the algorithm, the time and the hash of the canonical request.
pub fn string_to_sign(canonical_request: &str, time: UnixTime) -> String {
    let hash = hex(&Sha256::digest(canonical_request));
    format!("{ALGORITHM}\n{}\n{hash}", time.compact())
}

/// Signs `request`.
///
/// Without chosen headers, all are signed but those with an underscore in their name, which gateways drop.
pub fn sign(
    access_key_id: &str,
    secret: &SecretString,
    request: &SigningRequest<'_>,
) -> Authorization {
    let canonical_request = canonical_request(request);
    let text = string_to_sign(&canonical_request, request.time);
    let signature = hex(&hmac::<Sha256>(secret.expose().as_bytes(), text.as_bytes()));
    let headers = signed_headers(request);
    let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
    let value = format!(
        "{ALGORITHM} Access={access_key_id}, SignedHeaders={}, Signature={signature}",
        names.join(";")
    );
    Authorization {
        value,
        signature,
        canonical_request,
    }
}

/// Adds the date, the security token if there is one, and the `Authorization` header.
///
/// Every header that the request has so far is signed; `User-Agent` comes later, since proxies rewrite it.
///
/// # Errors
/// The credentials are not an access key, or cannot stand in a header.
pub fn authenticate(
    request: &mut UnsignedRequest,
    context: &AuthenticateContext<'_>,
) -> Result<(), Error> {
    let key = context.access_key()?;
    context.set_date(request, DATE, &context.time.compact())?;
    context.set_security_token(request, SECURITY_TOKEN)?;
    let headers = header_texts(request, context.host);
    let authorization = sign(
        key.id(),
        key.secret(),
        &SigningRequest::of(request, context, &headers, &[]),
    );
    authorization.apply(request, context)
}

/// The signed headers in lower case, sorted by name, with trimmed values.
fn signed_headers<'a>(request: &SigningRequest<'a>) -> Vec<(String, &'a str)> {
    let is_signed = |name: &str| {
        if request.signed_headers.is_empty() {
            !name.contains('_')
        } else {
            request
                .signed_headers
                .iter()
                .any(|chosen| chosen.eq_ignore_ascii_case(name))
        }
    };
    let mut headers: Vec<(String, &str)> = request
        .headers
        .iter()
        .filter(|(name, _)| is_signed(name))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim()))
        .collect();
    headers.sort();
    headers
}

/// The path unescaped, escaped again segment by segment, with a slash at the end.
///
/// An escaped slash thus counts as a separator here, though not on the wire: so do the provider's own clients.
fn canonical_path(path: &str) -> String {
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    let mut canonical: String = decoded
        .split(|byte| *byte == b'/')
        .map(escape_bytes)
        .collect::<Vec<_>>()
        .join("/");
    if !canonical.ends_with('/') {
        canonical.push('/');
    }
    canonical
}
