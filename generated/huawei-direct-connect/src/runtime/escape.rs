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
    let mut rest = text;
    while let Some((run, tail)) = rest
        .bytes()
        .position(|byte| !is_unreserved(byte))
        .and_then(|end| rest.split_at_checked(end))
    {
        escaped.push_str(run);
        let mut characters = tail.chars();
        let reserved = characters.next().map_or(0, char::len_utf8);
        escape_all(escaped, tail.bytes().take(reserved));
        rest = characters.as_str();
    }
    escaped.push_str(rest);
}

/// `bytes` with everything but unreserved characters percent-encoded, whether they are text or not.
pub fn escape_bytes(bytes: &[u8]) -> String {
    let mut escaped = String::with_capacity(bytes.len());
    for byte in bytes {
        if is_unreserved(*byte) {
            escaped.push(char::from(*byte));
        } else {
            escape_all(&mut escaped, [*byte]);
        }
    }
    escaped
}

fn escape_all(escaped: &mut String, bytes: impl IntoIterator<Item = u8>) {
    escaped.extend(bytes.into_iter().map(percent_encode_byte));
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
