//! Addresses and networks, as far as rules compare them.

use std::net::IpAddr;

/// A network: the bits of an address, how many of them name the network, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// Bits of the address.
    pub bits: u128,
    /// How many of them, from the left, name the network.
    pub length: u32,
    /// How many there are: 32 or 128.
    pub width: u32,
}

impl Network {
    /// Reads an address, with or without a prefix length.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(digits(length)?)),
            None => (text, None),
        };
        let (bits, width) = match address.parse().ok()? {
            IpAddr::V4(address) => (u128::from(address.to_bits()), 32),
            IpAddr::V6(address) => (address.to_bits(), 128),
        };
        let length = length.unwrap_or(width);
        (length <= width).then_some(Self {
            bits,
            length,
            width,
        })
    }

    /// The bits that name the network of another length around the address.
    fn name(self, length: u32) -> Option<u128> {
        let host = self.width.checked_sub(length)?;
        Some(self.bits.checked_shr(host).unwrap_or(0))
    }

    /// Whether it equals another network or lies inside it.
    pub fn lies_within(self, outer: Self) -> bool {
        self.width == outer.width
            && self.length >= outer.length
            && self.name(outer.length) == outer.name(outer.length)
    }

    /// Whether both addresses lie in one network of a length; `None` if there is no such length.
    pub fn shares(self, other: Self, length: u32) -> Option<bool> {
        if self.width != other.width {
            return Some(false);
        }
        Some(self.name(length)? == other.name(length)?)
    }
}

/// The prefix length that a mask stands for: a dotted quad, a bare number, or a network.
pub fn mask_length(text: &str) -> Option<u32> {
    if let Some((_, length)) = text.split_once('/') {
        return digits(length);
    }
    match text.parse() {
        Ok(IpAddr::V4(quad)) => {
            let bits = quad.to_bits();
            (bits.count_ones() == bits.leading_ones()).then(|| bits.count_ones())
        }
        Ok(IpAddr::V6(_)) => None,
        Err(_) => digits(text),
    }
}

/// A number without a sign.
fn digits(text: &str) -> Option<u32> {
    (text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
