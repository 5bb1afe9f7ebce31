use super::{DocumentedType, Source, Type};
use crate::diagnostic::Span;
use crate::spec::{Characters, ClientValue, Format, LengthUnit, Location, Range, Scalar};

/// A parameter, a field, or the items of a list.
#[derive(Clone, Debug)]
pub struct Member {
    /// Name on the wire; empty for the items of a list.
    pub name: String,
    /// The type that we take.
    pub type_: Type,
    /// The type that the document names and the wire carries.
    pub documented: DocumentedType,
    /// Where a request parameter stands.
    pub location: Option<Location>,
    /// A second place with the same value.
    pub also_in: Option<Location>,
    /// Whether its members become the operation's own.
    pub flatten: bool,
    /// Whether the document demands it.
    pub required: bool,
    /// What it is.
    pub doc: String,
    /// A valid value.
    pub example: Option<serde_json::Value>,
    /// Unit of a number.
    pub unit: Option<String>,
    /// The value that the server takes when it is absent.
    pub default: Option<Scalar>,
    /// The value that the client sends when the caller gave none.
    pub client_default: Option<Scalar>,
    /// Whether it is secret.
    pub secret: bool,
    /// Whether it is the idempotency token.
    pub idempotency_token: bool,
    /// Whether the document remarks that it is not supported at present.
    pub unsupported: bool,
    /// Value of the client that fills it.
    pub client_value: Option<ClientValue>,
    /// What a value must satisfy by itself.
    pub constraints: Constraints,
    /// Key of the object that may wrap a list in a response.
    pub element: Option<String>,
    /// Where it comes from.
    pub source: Source,
    /// Where its spec stands.
    pub place: Span,
    /// The shared parameter that it takes with `use`.
    pub shared: Option<Shared>,
}

/// A shared parameter that a member takes.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Its name under `parameters`.
    pub name: String,
    /// Where its spec stands.
    pub place: Span,
}

/// What a single value must satisfy.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// Smallest and largest number.
    pub range: Option<Range>,
    /// Numbers inside the range that are refused.
    pub except: Vec<i64>,
    /// Least and most characters or bytes.
    pub length: Option<Range>,
    /// What `length` counts.
    pub length_unit: LengthUnit,
    /// Which characters text may hold.
    pub characters: Option<Characters>,
    /// Form of the text.
    pub format: Option<Format>,
    /// Allowed values, where the member narrows or replaces an enum.
    pub values: Vec<Scalar>,
    /// Fewest and most members of a list.
    pub item_count: Option<Range>,
}

impl Member {
    /// Whether a request without it is refused. The client fills in an idempotency token that the caller left out.
    pub fn must_be_given(&self) -> bool {
        self.required && !self.idempotency_token
    }

    /// Whether the wire carries text although we take a number, a boolean or JSON.
    pub fn is_text_on_the_wire(&self) -> bool {
        self.documented == DocumentedType::String
            && matches!(
                self.type_,
                Type::Integer | Type::Long | Type::Boolean | Type::Number | Type::Json
            )
    }
}
