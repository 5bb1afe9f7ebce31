//! Baidu's `bce-auth-v1`: HMAC-SHA256 over method, path, query and chosen headers. The body is not signed.

use http::HeaderName;
use http::header::CONTENT_TYPE;
use sha2::Sha256;

use super::hmac::{hex, hmac};
use super::{AuthenticateContext, Authorization, SigningRequest, header_texts};
use crate::runtime::error::Error;
use crate::runtime::escape::escape;
use crate::runtime::protocol::UnsignedRequest;
use crate::runtime::protocol::query::join;
use crate::runtime::secret::SecretString;

/// The headers that are signed when none are chosen.
const DEFAULT_HEADERS: [&str; 4] = ["host", "content-length", "content-type", "content-md5"];

/// The prefix of headers that are signed whatever is chosen.
const PROVIDER_PREFIX: &str = "x-bce-";

const DATE: HeaderName = HeaderName::from_static("x-bce-date");
const SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-bce-security-token");

/// The text that describes the request: method, path, query and headers on a line each.
pub fn canonical_request(request: &SigningRequest<'_>) -> String {
    // Unlike elsewhere, whole pairs are sorted, after they were escaped.
    let mut query: Vec<String> = request.query.pairs().map(|pair| join([pair])).collect();
    query.sort();
    let mut headers: Vec<String> = request
        .headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim()))
        .filter(|(name, value)| !value.is_empty() && is_signed(name, request.signed_headers))
        .map(|(name, value)| format!("{}:{}", escape(&name), escape(value)))
        .collect();
    headers.sort();
    [
        request.method,
        request.path,
        &query.join("&"),
        &headers.join("\n"),
    ]
    .join("\n")
}

/// The key that signs the canonical request, in hexadecimal digits, which are themselves the key.
///
/// `prefix` is `bce-auth-v1/{access key id}/{time}/{expiration}`.
pub fn signing_key(secret: &SecretString, prefix: &str) -> SecretString {
    hex(&hmac::<Sha256>(
        secret.expose().as_bytes(),
        prefix.as_bytes(),
    ))
    .into()
}

/// Signs `request`.
///
/// Without chosen headers the scheme's default set is signed and the names are left out of the header.
pub fn sign(
    access_key_id: &str,
    secret: &SecretString,
    request: &SigningRequest<'_>,
    expiration_seconds: u32,
) -> Authorization {
    let time = request.time.iso8601();
    let prefix = format!("bce-auth-v1/{access_key_id}/{time}/{expiration_seconds}");
    let key = signing_key(secret, &prefix);
    let canonical_request = canonical_request(request);
    let signature = hex(&hmac::<Sha256>(
        key.expose().as_bytes(),
        canonical_request.as_bytes(),
    ));
    let names = request.signed_headers.join(";").to_ascii_lowercase();
    Authorization {
        value: format!("{prefix}/{names}/{signature}"),
        signature,
        canonical_request,
    }
}

/// Adds the date, the security token if there is one, and the `Authorization` header.
///
/// `host`, `content-type` and all provider headers are signed, and named.
///
/// # Errors
/// The credentials are not an access key, or cannot stand in a header.
pub fn authenticate(
    request: &mut UnsignedRequest,
    context: &AuthenticateContext<'_>,
) -> Result<(), Error> {
    let key = context.access_key()?;
    context.set_date(request, DATE, &context.time.iso8601())?;
    context.set_security_token(request, SECURITY_TOKEN)?;
    let headers = header_texts(request, context.host);
    let signed_headers: Vec<&str> = headers
        .iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(name, _)| name.as_str())
        .filter(|name| {
            *name == "host" || *name == CONTENT_TYPE.as_str() || name.starts_with(PROVIDER_PREFIX)
        })
        .collect();
    let authorization = sign(
        key.id(),
        key.secret(),
        &SigningRequest::of(request, context, &headers, &signed_headers),
        context.service.signature_seconds,
    );
    authorization.apply(request, context)
}

fn is_signed(name: &str, chosen: &[&str]) -> bool {
    let listed = if chosen.is_empty() {
        DEFAULT_HEADERS.contains(&name)
    } else {
        chosen
            .iter()
            .any(|chosen| chosen.eq_ignore_ascii_case(name))
    };
    listed || name.starts_with(PROVIDER_PREFIX)
}
