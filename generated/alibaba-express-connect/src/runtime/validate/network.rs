//! Addresses that have to do with each other. What is no address is left to the check of its format.

use std::net::{IpAddr, Ipv4Addr};

/// Whether two addresses are given and lie in different subnets under a mask that is given as well.
///
/// The mask is a dotted quad, a prefix length, or a network whose prefix length counts (`2001:db8::/56`).
pub fn in_two_subnets(one: Option<&str>, other: Option<&str>, mask: Option<&str>) -> bool {
    let parsed = || {
        let (one, other, length) = (one?, other?, prefix_length(mask?)?);
        if equal_bits(one, other) >= length {
            return Some(false);
        }
        let (one, other) = (address(one)?, address(other)?);
        Some(one.is_ipv4() != other.is_ipv4() || network(one, length)? != network(other, length)?)
    };
    parsed().unwrap_or(false)
}

/// How many leading bits two addresses surely share, told from their texts alone: groups that are written alike are
/// equal. Most pairs of gateways are, and parsing them would be half the cost of validating a request.
fn equal_bits(one: &str, other: &str) -> u32 {
    let mut bits = 0;
    let mut last = b':';
    for (byte, _) in one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b) {
        match byte {
            // From a gap on, the place of a group is not known.
            b':' if last == b':' => break,
            b':' => bits += 16,
            b'.' => bits += 8,
            _ => {}
        }
        last = byte;
    }
    bits
}

/// Whether a network equals another or lies inside it. A bare address is a network of one.
pub fn lies_within(inner: &str, outer: &str) -> bool {
    let parsed = || {
        let (inner, inner_length) = parts(inner)?;
        let (outer, outer_length) = parts(outer)?;
        Some(
            inner.is_ipv4() == outer.is_ipv4()
                && inner_length >= outer_length
                && network(inner, outer_length)? == network(outer, outer_length)?,
        )
    };
    parsed().unwrap_or(false)
}

/// An address, also one with a prefix length behind it.
fn address(text: &str) -> Option<IpAddr> {
    parts(text).map(|(address, _)| address)
}

fn parts(text: &str) -> Option<(IpAddr, u32)> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, Some(length)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let bits = if address.is_ipv4() { 32 } else { 128 };
    let length = length.map_or(Some(bits), |length| length.parse().ok())?;
    (length <= bits).then_some((address, length))
}

fn prefix_length(mask: &str) -> Option<u32> {
    if let Some((_, length)) = mask.split_once('/') {
        return length.parse().ok();
    }
    match mask.parse::<Ipv4Addr>() {
        Ok(quad) => {
            let ones = quad.to_bits().leading_ones();
            (quad.to_bits().count_ones() == ones).then_some(ones)
        }
        Err(_) => mask.parse().ok(),
    }
}

/// The bits of an address that name its network; `None` if the length does not fit.
fn network(address: IpAddr, length: u32) -> Option<u128> {
    let (bits, width) = match address {
        IpAddr::V4(address) => (u128::from(address.to_bits()), 32),
        IpAddr::V6(address) => (address.to_bits(), 128),
    };
    let host: u32 = u32::checked_sub(width, length)?;
    Some(bits.checked_shr(host).unwrap_or(0))
}
