use indexmap::IndexMap;

use super::{Member, Source};
use crate::diagnostic::Span;
use crate::spec::EnumerationBase;

/// Members of an object by wire name, in the order of the spec.
pub type Fields = IndexMap<String, Member>;

/// Named objects of a service.
pub type Shapes = IndexMap<String, Shape>;

/// The type that we take.
#[derive(Clone, Debug)]
pub enum Type {
    /// Text.
    String,
    /// A whole number of 32 bits.
    Integer,
    /// A whole number of 64 bits.
    Long,
    /// `true` or `false`.
    Boolean,
    /// A number with a fraction.
    Number,
    /// A point in time that keeps its text.
    Timestamp,
    /// Free JSON.
    Json,
    /// A named enum of the service.
    Enum(String),
    /// A named shape of the service.
    Shape(String),
    /// An object without a name.
    Object(Fields),
    /// A list; the member describes its items.
    List(Box<Member>),
}

impl Type {
    /// The fields of an object type, named or not.
    pub fn fields<'a>(&'a self, shapes: &'a Shapes) -> Option<&'a Fields> {
        match self {
            Self::Object(fields) => Some(fields),
            Self::Shape(name) => shapes.get(name).map(|shape| &shape.fields),
            _ => None,
        }
    }
}

/// The type that the document names, which is also the type on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentedType {
    /// Text.
    String,
    /// A whole number of 32 bits.
    Integer,
    /// A whole number of 64 bits.
    Long,
    /// `true` or `false`.
    Boolean,
    /// A number with a fraction.
    Number,
    /// An object.
    Object,
    /// A list.
    List,
}

impl DocumentedType {
    /// The word that specs and `inspect` use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Long => "long",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Object => "object",
            Self::List => "list",
        }
    }
}

/// A set of values, open on the way in.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// Its name in the specs.
    pub name: String,
    /// What it tells apart.
    pub doc: String,
    /// Documented type.
    pub base: EnumerationBase,
    /// Whether values are compared without case.
    pub ignore_case: bool,
    /// The values, in the order of the spec.
    pub values: Vec<EnumerationValue>,
    /// Where its spec stands.
    pub place: Span,
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct EnumerationValue {
    /// Canonical spelling on the wire.
    pub wire: String,
    /// What it means.
    pub doc: String,
    /// Name that the spec gives it in Rust.
    pub name: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Where it comes from, if the spec says so for this value or its enum.
    pub source: Option<Source>,
    /// Where its spec stands.
    pub place: Span,
}

/// A named object.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its name in the specs.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// Its members.
    pub fields: Fields,
    /// Where its spec stands.
    pub place: Span,
}
