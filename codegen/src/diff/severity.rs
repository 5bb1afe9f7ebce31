//! How much a change matters, derived from what it does and to which direction of traffic.

use schemars::JsonSchema;
use serde::Serialize;

/// Which messages a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// What callers send.
    Request,
    /// What the service answers.
    Response,
    /// Both, for a type that requests and responses share.
    Both,
    /// How the service is spoken to at all.
    Service,
}

impl Direction {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "both",
            Self::Service => "service",
        }
    }

    /// The direction of something that is used in both ways.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

/// How much clients may rely on what was said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reliance {
    /// They have always had to cope with more: enums are open.
    None,
    /// They may have taken it for granted.
    Some,
    /// They cannot do without.
    Full,
}

/// What a change does to the messages that both sides understand. Severity follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Fewer messages are valid.
    Narrows,
    /// More messages are valid.
    Widens(Reliance),
    /// Other messages are valid, or the same ones mean something else.
    Replaces,
    /// Which messages are valid now cannot be decided from the specs.
    Undecided,
    /// Something must be there that could be absent.
    Demands,
    /// Something may be absent that had to be there.
    Releases,
    /// Something is there that was not.
    Grants,
    /// Something that could be used is gone.
    Withdraws(Reliance),
    /// The server does something else with a request that leaves something out.
    Falls,
    /// Valid messages stay the same; what happens to them, or with them, does not.
    Behaves,
    /// A number that guides clients, or a promise that only grew.
    Hints,
    /// A name in Rust only.
    Names,
    /// Words for people only.
    Tells,
}

/// What a change does to programs that speak to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Wire {
    /// Nothing.
    None,
    /// They go on working.
    Safe,
    /// Some of them may not.
    Risky,
    /// They fail, or mean something else.
    Breaking,
}

impl Wire {
    /// What an effect on messages of a direction amounts to.
    #[must_use]
    pub fn of(effect: Effect, direction: Direction) -> Self {
        match direction {
            Direction::Request | Direction::Service => Self::sent(effect),
            Direction::Response => Self::received(effect),
            Direction::Both => Self::sent(effect).max(Self::received(effect)),
        }
    }

    /// For those who must say what the other side accepts.
    fn sent(effect: Effect) -> Self {
        match effect {
            Effect::Narrows | Effect::Replaces | Effect::Demands => Self::Breaking,
            Effect::Undecided | Effect::Withdraws(_) | Effect::Falls | Effect::Behaves => {
                Self::Risky
            }
            Effect::Widens(_) | Effect::Releases | Effect::Grants | Effect::Hints => Self::Safe,
            Effect::Names | Effect::Tells => Self::None,
        }
    }

    /// For those who must understand what the other side says.
    fn received(effect: Effect) -> Self {
        match effect {
            Effect::Replaces | Effect::Releases => Self::Breaking,
            Effect::Widens(reliance) | Effect::Withdraws(reliance) => match reliance {
                Reliance::None => Self::Safe,
                Reliance::Some => Self::Risky,
                Reliance::Full => Self::Breaking,
            },
            Effect::Behaves => Self::Risky,
            Effect::Narrows
            | Effect::Undecided
            | Effect::Demands
            | Effect::Grants
            | Effect::Falls
            | Effect::Hints => Self::Safe,
            Effect::Names | Effect::Tells => Self::None,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Safe => "safe",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }
}

/// What a change does to Rust code that uses the generated crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Api {
    /// Nothing.
    None,
    /// It compiles, and can use more.
    Additive,
    /// Some of it no longer compiles.
    Breaking,
}

impl Api {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

/// The part of a version number that must grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bump {
    /// None.
    None,
    /// Words changed.
    Patch,
    /// Nobody has to act.
    Minor,
    /// Somebody has to act.
    Major,
}

impl Bump {
    /// What both axes together ask for.
    #[must_use]
    pub fn of(wire: Wire, api: Api) -> Self {
        match (wire, api) {
            (Wire::Breaking, _) | (_, Api::Breaking) => Self::Major,
            (Wire::Risky | Wire::Safe, _) | (_, Api::Additive) => Self::Minor,
            (Wire::None, Api::None) => Self::Patch,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}
