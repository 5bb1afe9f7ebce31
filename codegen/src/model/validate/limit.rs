/// A kind of limit on a single value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// It must be given.
    Required,
    /// A number lies between two ends.
    Range,
    /// A number is none of some.
    NotOneOf,
    /// Text has a length.
    Length,
    /// Text holds certain characters only.
    Characters,
    /// Text does not start in a certain way.
    ForbiddenPrefix,
    /// Text has a form.
    Format,
    /// A value is one of some.
    OneOf,
    /// A list has so many members.
    ItemCount,
}

impl Limit {
    /// The last part of the id of a rule, as in `CreateBgpPeer.BfdMultiHop.range`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Range => "range",
            Self::NotOneOf => "not-one-of",
            Self::Length => "length",
            Self::Characters => "characters",
            Self::ForbiddenPrefix => "forbidden-prefix",
            Self::Format => "format",
            Self::OneOf => "one-of",
            Self::ItemCount => "item-count",
        }
    }
}
