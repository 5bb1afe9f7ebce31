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
}

impl Cursor {
    /// The same thing, standing elsewhere.
    pub(super) fn at(&self, old: Span, new: Span) -> Self {
        Self {
            old,
            new,
            ..self.clone()
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
