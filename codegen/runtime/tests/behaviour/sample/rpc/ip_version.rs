use runtime::runtime::open_enum::UnknownValue;

/// The address family of a session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IpVersion {
    Ipv4,
    Ipv6,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl IpVersion {
    pub const VALUES: &'static [&'static str] = &["IPv4", "IPv6"];

    pub fn as_str(&self) -> &str {
        match self {
            Self::Ipv4 => "IPv4",
            Self::Ipv6 => "IPv6",
            Self::Unknown(value) => value.as_str(),
        }
    }

    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for IpVersion {
    fn from(text: &str) -> Self {
        match text {
            "IPv4" | "ipv4" => Self::Ipv4,
            "IPv6" | "ipv6" => Self::Ipv6,
            _ => Self::Unknown(UnknownValue::new(text)),
        }
    }
}

runtime::open_enum!(IpVersion);
