use indexmap::IndexMap;

use super::{Enumeration, ErrorRow, Operation, Shapes, Source};
use crate::diagnostic::Span;
use crate::spec;

/// A service, resolved.
#[derive(Clone, Debug)]
pub struct Service {
    /// What `service.yaml` says: protocol, endpoints, credentials, conventions.
    pub facts: spec::Service,
    /// Enums by name.
    pub enums: IndexMap<String, Enumeration>,
    /// Shapes by name.
    pub shapes: Shapes,
    /// Things with states by name.
    pub resources: IndexMap<String, spec::Resource>,
    /// Operations, sorted by group as `service.yaml` lists them, then by name.
    pub operations: Vec<Operation>,
    /// Errors that any operation may answer with.
    pub errors: Vec<ErrorRow>,
    /// Where the service itself is documented.
    pub source: Source,
    /// Where `service.yaml` stands.
    pub place: Span,
    /// Where `types.yaml` stands.
    pub types_place: Span,
}
