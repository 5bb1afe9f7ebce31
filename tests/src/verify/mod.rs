//! Checks signatures as the providers' servers do: from the request as it came in, and the secret.
//!
//! Each check rebuilds what was signed from the bytes of the request, and shares neither code nor hash implementation
//! with the signers. `tests/signatures` proves them on signatures that the providers' own software made.

mod bce;
mod rpc;
mod sdk_hmac;

use ring::{digest, hmac};

pub use bce::{canonical_request as bce_canonical_request, verify as bce};
pub use rpc::{string_to_sign as rpc_string_to_sign, verify as rpc};
pub use sdk_hmac::verify as sdk_hmac;

/// What a valid signature vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Who signed.
    pub access_key_id: String,
    /// When, in seconds since 1970.
    pub time: i64,
    /// The headers that the signature covers, where the scheme lets the signer choose.
    pub signed_headers: Vec<String>,
}

/// Compares signatures.
fn compare(given: &str, expected: &str, signed: &str) -> Result<(), String> {
    if given == expected {
        Ok(())
    } else {
        Err(format!(
            "the signature is {given}, but should be {expected} for\n{signed}"
        ))
    }
}

fn hmac_sha1(key: &[u8], message: &str) -> Vec<u8> {
    hmac_of(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, key, message)
}

fn hmac_sha256(key: &[u8], message: &str) -> Vec<u8> {
    hmac_of(hmac::HMAC_SHA256, key, message)
}

fn hmac_of(algorithm: hmac::Algorithm, key: &[u8], message: &str) -> Vec<u8> {
    let key = hmac::Key::new(algorithm, key);
    hmac::sign(&key, message.as_bytes()).as_ref().to_vec()
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA256, bytes).as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |position: usize| u32::from(chunk.get(position).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) & 63;
            text.push(if digit > chunk.len() {
                '='
            } else {
                char::from(ALPHABET[index as usize])
            });
        }
    }
    text
}
