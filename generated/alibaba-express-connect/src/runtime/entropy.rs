//! The source of random bytes.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use super::signing::hmac::push_hex;

/// Gives the random bytes that nonces, idempotency tokens and the pauses between attempts are made of.
///
/// Tests bring one that repeats itself.
pub trait Entropy: fmt::Debug + Send + Sync + 'static {
    /// Fills `buffer` with bytes that nobody can predict.
    ///
    /// # Errors
    /// The source has none to give.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), EntropyError>;
}

impl<E: Entropy + ?Sized> Entropy for Arc<E> {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), EntropyError> {
        (**self).fill(buffer)
    }
}

/// There are no random bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntropyError {
    reason: String,
}

impl EntropyError {
    /// An error with the reason in words.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for EntropyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no random bytes: {}", self.reason)
    }
}

impl Error for EntropyError {}

/// The random bytes of the operating system.
#[cfg(feature = "getrandom")]
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

#[cfg(feature = "getrandom")]
impl Entropy for SystemEntropy {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), EntropyError> {
        getrandom::fill(buffer).map_err(|error| EntropyError::new(error.to_string()))
    }
}

/// A random number.
///
/// # Errors
/// The source has no bytes to give.
pub fn random_u64(entropy: &dyn Entropy) -> Result<u64, EntropyError> {
    let mut bytes = [0; 8];
    entropy.fill(&mut bytes)?;
    Ok(u64::from_be_bytes(bytes))
}

/// A random UUID (version 4) in lower case.
///
/// # Errors
/// The source has no bytes to give.
pub fn uuid_v4(entropy: &dyn Entropy) -> Result<String, EntropyError> {
    let mut bytes = [0; 16];
    entropy.fill(&mut bytes)?;
    // Version and variant have fixed bits; all others are random.
    let bits = u128::from_be_bytes(bytes) & !(0xF << 76) & !(0b11 << 62) | (4 << 76) | (0b10 << 62);
    let mut text = String::with_capacity(36);
    for (position, byte) in bits.to_be_bytes().into_iter().enumerate() {
        if matches!(position, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        push_hex(&mut text, byte);
    }
    Ok(text)
}
