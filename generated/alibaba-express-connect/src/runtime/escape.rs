//! Percent-encoding as all three providers define it.
//!
//! Letters, digits and `-._~` stay; every other byte of the UTF-8 text becomes `%XX` in upper case, the space `%20`.
//! The same text is used on the wire and in signatures, so the two cannot disagree.

use percent_encoding::percent_encode_byte;

/// `text` with everything but unreserved characters percent-encoded.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 2);
    escape_into(&mut escaped, text);
    escaped
}

/// Appends `text`, escaped. Most of it needs no escaping, and is copied run by run.
pub fn escape_into(escaped: &mut String, text: &str) {
    let mut start = 0;
    for (position, byte) in text.bytes().enumerate() {
        if !is_unreserved(byte) {
            // Within a character of several bytes, all of which are escaped, there is no run.
            escaped.push_str(text.get(start..position).unwrap_or_default());
            escaped.push_str(percent_encode_byte(byte));
            start = position + 1;
        }
    }
    escaped.push_str(text.get(start..).unwrap_or_default());
}

/// `bytes` with everything but unreserved characters percent-encoded, whether they are text or not.
pub fn escape_bytes(bytes: &[u8]) -> String {
    let mut escaped = String::with_capacity(bytes.len());
    for byte in bytes {
        if is_unreserved(*byte) {
            escaped.push(char::from(*byte));
        } else {
            escaped.push_str(percent_encode_byte(*byte));
        }
    }
    escaped
}

/// The unreserved characters of RFC 3986, in a table: this is asked of every byte of a request, twice.
#[allow(
    clippy::indexing_slicing,
    reason = "the compiler runs it, and would refuse an index out of bounds"
)]
const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    while byte < u8::MAX {
        table[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    table
};

fn is_unreserved(byte: u8) -> bool {
    UNRESERVED.get(usize::from(byte)) == Some(&true)
}
