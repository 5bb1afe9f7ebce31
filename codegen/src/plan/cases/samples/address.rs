use std::net::{Ipv4Addr, Ipv6Addr};

use crate::model::validate::Network;

/// The ends of a network.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan::cases) struct Ends {
    first: u128,
    last: u128,
    length: u32,
    width: u32,
}

impl Ends {
    /// The network of a length around an address.
    pub(in crate::plan::cases) fn of(address: Network, length: u32) -> Option<Self> {
        let host = address.width.checked_sub(length)?;
        let hosts = 1u128.checked_shl(host).map_or(u128::MAX, |size| size - 1);
        let first = address.bits & !hosts;
        Some(Self {
            first,
            last: first | hosts,
            length,
            width: address.width,
        })
    }

    pub(in crate::plan::cases) fn first(self) -> Option<String> {
        self.text(self.first)
    }

    pub(in crate::plan::cases) fn last(self) -> Option<String> {
        self.text(self.last)
    }

    /// The address before the first.
    pub(in crate::plan::cases) fn before(self) -> Option<String> {
        self.text(self.first.checked_sub(1)?)
    }

    /// The address after the last.
    pub(in crate::plan::cases) fn after(self) -> Option<String> {
        self.text(self.last.checked_add(1)?)
    }

    /// The network itself, with a prefix length so much longer.
    pub(in crate::plan::cases) fn network(self, longer: i32) -> Option<String> {
        let length = self.length.checked_add_signed(longer)?;
        Some(format!("{}/{length}", self.first()?))
    }

    fn text(self, bits: u128) -> Option<String> {
        if self.width == 128 {
            return Some(Ipv6Addr::from_bits(bits).to_string());
        }
        let bits = u32::try_from(bits).ok()?;
        Some(Ipv4Addr::from_bits(bits).to_string())
    }
}
