//! Percent-encoding as all three providers define it.
//!
//! Letters, digits and `-._~` stay; every other byte of the UTF-8 text becomes `%XX` in upper case, the space `%20`.
//! The same text is used on the wire and in signatures, so the two cannot disagree.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_encode};

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// `text` with everything but unreserved characters percent-encoded.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 2);
    escape_into(&mut escaped, text);
    escaped
}

/// Appends `text`, escaped. Signing escapes everything twice, so this goes piece by piece and not through `fmt`.
pub fn escape_into(escaped: &mut String, text: &str) {
    escaped.extend(escape_bytes(text.as_bytes()));
}

/// `bytes` with everything but unreserved characters percent-encoded.
pub fn escape_bytes(bytes: &[u8]) -> PercentEncode<'_> {
    percent_encode(bytes, &RESERVED)
}

/// `key=value`, both escaped.
pub fn escape_pair(key: &str, value: &str) -> String {
    let mut pair = String::with_capacity(key.len() + value.len() * 3 / 2 + 1);
    escape_into(&mut pair, key);
    pair.push('=');
    escape_into(&mut pair, value);
    pair
}
