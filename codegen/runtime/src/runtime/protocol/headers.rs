//! Headers that come from outside.

use http::{HeaderName, HeaderValue};

use crate::runtime::error::Error;
use crate::runtime::text::{VALUE_LIMIT, one_line};

/// Headers that the signature scheme or the transport sets.
///
/// A second value would break the signature, the framing of the message or the promise of where it goes.
const OWNED: [&str; 21] = [
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-auth-token",
    "x-bce-date",
    "x-bce-security-token",
    "x-sdk-content-sha256",
    "x-sdk-date",
    "x-security-token",
];

/// The header `name`, which the caller asks for.
///
/// # Errors
/// The name is no header name, or the header belongs to the signature scheme or the transport.
pub fn custom_name(operation: &'static str, name: &str) -> Result<HeaderName, Error> {
    let parsed = parse_name(operation, name)?;
    if OWNED.contains(&parsed.as_str()) {
        return Err(Error::build(
            operation,
            format!("header `{parsed}` is set by the client"),
        ));
    }
    Ok(parsed)
}

/// The header name in `name`.
///
/// # Errors
/// It is none.
pub fn parse_name(operation: &'static str, name: &str) -> Result<HeaderName, Error> {
    HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
        let shown = one_line(name, VALUE_LIMIT);
        Error::build(operation, format!("`{shown}` is not a header name"))
    })
}

/// The value `value` of the header `name`.
///
/// # Errors
/// It has characters that are not printable ASCII. The error does not repeat it.
pub fn parse_value(
    operation: &'static str,
    name: &HeaderName,
    value: &str,
) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(value)
        .ok()
        .filter(|value| value.to_str().is_ok())
        .ok_or_else(|| {
            Error::build(
                operation,
                format!("the value of header `{name}` has characters that a header cannot carry"),
            )
        })
}
