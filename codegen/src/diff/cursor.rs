//! Where in two models a comparison stands.

use super::severity::Direction;
use crate::diagnostic::Span;

/// A thing of the specs that has a name of its own, as changes and approvals name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// What all operations have in common.
    Service,
    /// An operation.
    Operation(String),
    /// An enum or shape of `types.yaml`.
    Type(String),
    /// A shared parameter of `types.yaml`.
    Parameter(String),
    /// A resource of `types.yaml`.
    Resource(String),
}

impl Subject {
    /// Whether several operations may use it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        matches!(self, Self::Type(_) | Self::Parameter(_))
    }

    /// What kind of thing it is.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Operation(_) => "operation",
            Self::Type(_) => "type",
            Self::Parameter(_) => "parameter",
            Self::Resource(_) => "resource",
        }
    }

    /// Its name; the service has none here.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Service => "",
            Self::Operation(name)
            | Self::Type(name)
            | Self::Parameter(name)
            | Self::Resource(name) => name,
        }
    }
}

/// What the generated Rust has an item for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Element {
    /// The crate.
    Crate,
    /// An operation.
    Operation(String),
    /// A parameter or response field of an operation, by its wire path.
    Member(String, Direction, String),
    /// The pages of an operation.
    Pages(String),
    /// A documented error code of an operation.
    Error(String, String),
    /// An enum or shape.
    Type(String),
    /// A member of a shape by its wire path, or a value of an enum.
    Part(String, String),
    /// A waiter of a resource.
    Waiter(String, String),
    /// What the builder of the client offers.
    Client,
}

/// A place that a comparison has come to.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    /// The crate of the service.
    pub service: String,
    /// Which messages it is about.
    pub direction: Direction,
    /// The nearest thing with a name.
    pub subject: Subject,
    /// The operation that led here.
    pub operation: Option<String>,
    /// Wire path from the subject.
    pub path: String,
    /// What the generated Rust has for it.
    pub element: Element,
    /// Where it stands in the old specs, or what is nearest.
    pub old: Span,
    /// Where it stands in the new specs, or what is nearest.
    pub new: Span,
    /// On which sides the very thing stands there, and not only what is nearest.
    pub stands: Sides,
}

/// One side of a comparison, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    pub old: bool,
    pub new: bool,
}

impl Sides {
    /// Both of them.
    pub(super) const BOTH: Self = Self {
        old: true,
        new: true,
    };
}

impl Cursor {
    /// The same thing, standing elsewhere.
    pub(super) fn at(&self, old: Span, new: Span) -> Self {
        Self {
            old,
            new,
            stands: Sides::BOTH,
            ..self.clone()
        }
    }

    /// Something that only the old side has, and what is nearest to it on the new one.
    pub(super) fn gone(&self, old: Span, nearest: Span) -> Self {
        let stands = Sides {
            old: true,
            new: false,
        };
        Self {
            stands,
            ..self.at(old, nearest)
        }
    }

    /// Something that only the new side has, and what is nearest to it on the old one.
    pub(super) fn come(&self, nearest: Span, new: Span) -> Self {
        let stands = Sides {
            old: false,
            new: true,
        };
        Self {
            stands,
            ..self.at(nearest, new)
        }
    }

    /// A part of a member's or shape's object.
    pub(super) fn member(&self, name: &str) -> Self {
        let extend = |path: &str| match (path, name) {
            ("", name) => name.to_owned(),
            (path, "") => format!("{path}[]"),
            (path, name) => format!("{path}.{name}"),
        };
        let element = match &self.element {
            Element::Member(operation, direction, path) => {
                Element::Member(operation.clone(), *direction, extend(path))
            }
            Element::Part(type_, path) => Element::Part(type_.clone(), extend(path)),
            Element::Type(type_) => Element::Part(type_.clone(), name.to_owned()),
            Element::Operation(operation) => {
                Element::Member(operation.clone(), self.direction, name.to_owned())
            }
            other => other.clone(),
        };
        Self {
            path: extend(&self.path),
            element,
            ..self.clone()
        }
    }

    /// A thing that has no path on the wire, by what it is called in the specs.
    pub(super) fn part(&self, path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            ..self.clone()
        }
    }

    /// What the generated Rust has for it.
    pub(super) fn element(&self, element: Element) -> Self {
        Self {
            element,
            ..self.clone()
        }
    }

    /// The same thing, seen from the shared one that it is taken from.
    pub(super) fn shared(&self, subject: Subject, path: impl Into<String>) -> Self {
        Self {
            subject,
            path: path.into(),
            ..self.clone()
        }
    }
}

impl Element {
    /// The same kind of thing in the same place, under another name.
    pub(super) fn named(&self, name: &str) -> Self {
        let beside = |path: &str| match path.rsplit_once('.') {
            Some((before, _)) => format!("{before}.{name}"),
            None => name.to_owned(),
        };
        match self {
            Self::Operation(_) => Self::Operation(name.to_owned()),
            Self::Member(operation, direction, path) => {
                Self::Member(operation.clone(), *direction, beside(path))
            }
            Self::Error(operation, _) => Self::Error(operation.clone(), name.to_owned()),
            Self::Type(_) => Self::Type(name.to_owned()),
            Self::Part(type_, path) => Self::Part(type_.clone(), beside(path)),
            Self::Waiter(resource, _) => Self::Waiter(resource.clone(), name.to_owned()),
            Self::Crate | Self::Client | Self::Pages(_) => self.clone(),
        }
    }

    /// What it is a part of.
    pub(super) fn whole(&self) -> Option<Self> {
        match self {
            Self::Member(operation, direction, path) => Some(match path.rsplit_once('.') {
                Some((before, _)) => Self::Member(
                    operation.clone(),
                    *direction,
                    before.trim_end_matches("[]").to_owned(),
                ),
                None => Self::Operation(operation.clone()),
            }),
            Self::Part(type_, path) => Some(match path.rsplit_once('.') {
                Some((before, _)) => {
                    Self::Part(type_.clone(), before.trim_end_matches("[]").to_owned())
                }
                None => Self::Type(type_.clone()),
            }),
            Self::Error(operation, _) | Self::Pages(operation) => {
                Some(Self::Operation(operation.clone()))
            }
            Self::Operation(_) | Self::Type(_) | Self::Waiter(..) | Self::Client => {
                Some(Self::Crate)
            }
            Self::Crate => None,
        }
    }
}

impl std::fmt::Display for Element {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Crate => f.write_str("the crate"),
            Self::Operation(operation) => write!(f, "operation {operation}"),
            Self::Member(operation, Direction::Response, path) => {
                write!(f, "{operation} response {path}")
            }
            Self::Member(operation, _, path) => write!(f, "{operation} {path}"),
            Self::Pages(operation) => write!(f, "pages of {operation}"),
            Self::Error(operation, code) => write!(f, "{operation} error {code}"),
            Self::Type(type_) => write!(f, "type {type_}"),
            Self::Part(type_, path) => write!(f, "{type_} {path}"),
            Self::Waiter(resource, waiter) => write!(f, "waiter {resource} {waiter}"),
            Self::Client => f.write_str("the builder of the client"),
        }
    }
}
