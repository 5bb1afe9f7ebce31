use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Scalar, Source};

/// A parameter of a request, a field of a response or shape, or the items of a list.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub struct Member {
    /// Takes everything from a shared parameter of `types.yaml`; other keys given here win.
    #[serde(default, rename = "use")]
    pub uses: Option<String>,
    /// Documented type: `string`, `integer`, `long`, `boolean`, `number`, `list`, `object`, or the name of a shared enum or shape.
    #[serde(default, rename = "type")]
    pub type_: Option<TypeName>,
    /// The type that we take where it differs from the documented one. The wire keeps the documented type.
    #[serde(default, rename = "as")]
    pub as_: Option<TakenType>,
    /// Where a request parameter stands; the protocol's usual place if left out.
    #[serde(default, rename = "in")]
    pub location: Option<Location>,
    /// A second place that carries the same value.
    #[serde(default)]
    pub also_in: Option<Location>,
    /// An object in the body whose members become the operation's own setters.
    #[serde(default)]
    pub flatten: bool,
    /// Whether the document demands it.
    #[serde(default)]
    pub required: Option<bool>,
    /// What it is, in our words.
    #[serde(default)]
    pub doc: Option<String>,
    /// A valid value.
    #[serde(default)]
    pub example: Option<serde_json::Value>,
    /// Unit of a number.
    #[serde(default)]
    pub unit: Option<String>,
    /// The value that the server takes when it is absent.
    #[serde(default)]
    pub default: Option<Scalar>,
    /// The value that the client sends when the caller gave none.
    #[serde(default)]
    pub client_default: Option<Scalar>,
    /// Whether it is secret; must be said for names that look so.
    #[serde(default)]
    pub secret: Option<bool>,
    /// Whether it is the idempotency token of its operation.
    #[serde(default)]
    pub idempotency_token: bool,
    /// Whether the document remarks that it is not supported at present.
    #[serde(default)]
    pub unsupported: bool,
    /// Smallest and largest number, both allowed; `null` leaves an end open.
    #[serde(default)]
    pub range: Option<Range>,
    /// Numbers inside the range that are not allowed.
    #[serde(default)]
    pub except: Vec<i64>,
    /// Least and most characters; `null` leaves an end open.
    #[serde(default)]
    pub length: Option<Range>,
    /// What `length` counts.
    #[serde(default)]
    pub length_unit: Option<LengthUnit>,
    /// Which characters text may hold.
    #[serde(default)]
    pub characters: Option<Characters>,
    /// Form of the text.
    #[serde(default)]
    pub format: Option<Format>,
    /// Values that are allowed, where no named enum says so, or fewer than its enum has.
    #[serde(default)]
    pub values: Vec<Scalar>,
    /// Members of a list.
    #[serde(default)]
    pub items: Option<Box<Member>>,
    /// Fewest and most members of a list.
    #[serde(default)]
    pub item_count: Option<Range>,
    /// Key of the object that wraps a list on the wire (`BgpPeers: { BgpPeer: […] }`).
    #[serde(default)]
    pub element: Option<String>,
    /// Members of an object that has no name of its own.
    #[serde(default)]
    pub fields: Option<IndexMap<String, Member>>,
    /// Where it comes from, if not from the operation's source.
    #[serde(default)]
    pub source: Option<Source>,
}

/// `string`, `integer`, `long`, `boolean`, `number`, `list`, `object`, or the name of a shared type in PascalCase.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct TypeName(pub String);

/// The type that we take for a documented one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TakenType {
    /// Text, whatever the document calls it.
    String,
    /// A number of 32 bits.
    Integer,
    /// A number of 64 bits.
    Long,
    /// `true` or `false`.
    Boolean,
    /// A point in time; keeps its text.
    Timestamp,
    /// Free JSON: as it is in an object, as text in a string.
    Json,
}

/// Where a request parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Location {
    /// In the path, as one escaped segment.
    Path,
    /// In the query string.
    Query,
    /// A header.
    Header,
    /// A member of the JSON body.
    Body,
}

/// Two ends, both included; `null` leaves one open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub struct Range(pub Option<i64>, pub Option<i64>);

/// What a length counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LengthUnit {
    /// Unicode scalar values.
    #[default]
    Characters,
    /// Bytes of UTF-8.
    Bytes,
}

/// Which characters text may hold. A class is `letter` (ASCII), `chinese` (U+4E00 to U+9FFF),
/// `digit`, `ascii`, or one character that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Characters {
    /// Classes of the first character; any if empty.
    #[serde(default)]
    pub first: Vec<String>,
    /// Classes of every character; any if empty.
    #[serde(default)]
    pub allowed: Vec<String>,
    /// Beginnings that are refused, compared without case.
    #[serde(default)]
    pub forbidden_prefixes: Vec<String>,
}

/// Form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// IPv4 or IPv6 address.
    Ip,
    /// IPv4 address.
    Ipv4,
    /// IPv6 address.
    Ipv6,
    /// Address and prefix length of either family; host bits may be set; a bare address counts as one host.
    Cidr,
    /// IPv4 address and prefix length; host bits may be set.
    Ipv4Cidr,
    /// IPv6 address and prefix length; host bits may be set.
    Ipv6Cidr,
    /// IPv4 mask as dotted quad, or a prefix length.
    Netmask,
    /// E-mail address.
    Email,
    /// UUID.
    Uuid,
    /// `YYYY-MM-DDThh:mm:ssZ`.
    UtcTime,
}
