use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::runtime::timestamp::Timestamp;

/// A notation that a text must follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// An IPv4 or IPv6 address.
    Ip,
    /// An IPv4 address.
    Ipv4,
    /// An IPv6 address.
    Ipv6,
    /// An address with an optional prefix length; host bits may be set.
    Cidr,
    /// An IPv4 address with an optional prefix length of 0 to 32.
    Ipv4Cidr,
    /// An IPv6 address with an optional prefix length of 0 to 128.
    Ipv6Cidr,
    /// An IPv4 network mask, as dotted quad or as a prefix length.
    Netmask,
    /// An e-mail address: something, an at sign, something.
    Email,
    /// Hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    Uuid,
    /// A time in UTC such as `2021-05-31T01:00:00Z`, to the second.
    UtcTime,
}

impl Format {
    /// Whether `text` follows the notation.
    pub fn matches(self, text: &str) -> bool {
        match self {
            Self::Ip => text.parse::<IpAddr>().is_ok(),
            Self::Ipv4 => is_v4(text),
            Self::Ipv6 => is_v6(text),
            Self::Cidr => is_network(text, is_v4, 32) || is_network(text, is_v6, 128),
            Self::Ipv4Cidr => is_network(text, is_v4, 32),
            Self::Ipv6Cidr => is_network(text, is_v6, 128),
            Self::Netmask => is_netmask(text),
            Self::Email => is_email(text),
            Self::Uuid => is_uuid(text),
            Self::UtcTime => is_utc_time(text),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ip => "an IP address",
            Self::Ipv4 => "an IPv4 address",
            Self::Ipv6 => "an IPv6 address",
            Self::Cidr => "an IP address or network such as 10.0.0.0/24",
            Self::Ipv4Cidr => "an IPv4 address or network such as 10.0.0.0/24",
            Self::Ipv6Cidr => "an IPv6 address or network such as 2001:db8::/56",
            Self::Netmask => "a network mask such as 255.255.255.252 or 30",
            Self::Email => "an e-mail address",
            Self::Uuid => "a UUID",
            Self::UtcTime => "a time in UTC such as 2021-05-31T01:00:00Z",
        })
    }
}

fn is_v4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

fn is_v6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

fn is_network(text: &str, is_address: fn(&str) -> bool, longest_prefix: u8) -> bool {
    match text.split_once('/') {
        Some((address, prefix)) => is_address(address) && is_prefix(prefix, longest_prefix),
        None => is_address(text),
    }
}

/// Parsing alone would take a sign, too.
fn is_prefix(text: &str, longest: u8) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse::<u8>().is_ok_and(|length| length <= longest)
}

fn is_netmask(text: &str) -> bool {
    match text.parse::<Ipv4Addr>() {
        Ok(mask) => mask.to_bits().leading_ones() == mask.to_bits().count_ones(),
        Err(_) => is_prefix(text, 32),
    }
}

/// Exactly `YYYY-MM-DDThh:mm:ssZ`; other spellings are read in answers, but no document shows them for a request.
fn is_utc_time(text: &str) -> bool {
    let shape = text.len() == 20 && text.get(16..17) == Some(":") && text.ends_with('Z');
    shape && Timestamp::from(text).unix_millis().is_some()
}

/// Only what no address lacks: mail systems disagree about the rest.
fn is_email(text: &str) -> bool {
    let unfit = |character: char| character.is_whitespace() || character.is_control();
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && !domain.contains('@') && !text.contains(unfit)
    })
}

fn is_uuid(text: &str) -> bool {
    let mut groups = text.split('-');
    let fits = [8, 4, 4, 4, 12].into_iter().all(|length| {
        groups.next().is_some_and(|group| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    });
    fits && groups.next().is_none()
}
