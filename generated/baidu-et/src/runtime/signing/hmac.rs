//! The keyed hash that all schemes are built on.

use hmac::digest::Output;
use hmac::digest::common::Key;
use hmac::{EagerHash, Hmac, KeyInit, Mac};

/// HMAC of `message` under `key`, which may have any length.
pub fn hmac<D: EagerHash>(key: &[u8], message: &[u8]) -> Output<Hmac<D>> {
    let mut mac = Hmac::<D>::new(&key_block::<D>(key));
    mac.update(message);
    mac.finalize().into_bytes()
}

/// `bytes` as hexadecimal digits in lower case.
pub fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        push_hex(&mut digits, *byte);
    }
    digits
}

/// Appends two hexadecimal digits.
pub(in crate::runtime) fn push_hex(digits: &mut String, byte: u8) {
    for half in [byte >> 4, byte & 0xf] {
        digits.extend(char::from_digit(half.into(), 16));
    }
}

/// The key as one block of the hash, filled up with zeros as RFC 2104 has it; a longer key is hashed first.
///
/// Whole blocks, unlike slices, are keys that cannot be refused, so signing has no error to report.
fn key_block<D: EagerHash>(key: &[u8]) -> Key<Hmac<D>> {
    let mut block = Key::<Hmac<D>>::default();
    let hashed;
    let key = if key.len() > block.len() {
        hashed = D::digest(key);
        hashed.as_slice()
    } else {
        key
    };
    for (slot, byte) in block.iter_mut().zip(key) {
        *slot = *byte;
    }
    block
}
