//! What the specs mean: services, operations, parameters, shapes, constraints, rules, errors,
//! pagination, lifecycle and sources, with every reference resolved and every fact checked.
//!
//! The model is neutral between providers and knows nothing of Rust or of files. Facts that need no
//! resolution keep the type that [`crate::spec`] gives them.

mod count;
mod member;
mod operation;
mod path;
mod pointer;
mod service;
mod source;
mod types;
mod walk;

pub mod resolve;
pub mod rule_text;
pub mod validate;

pub use member::{Constraints, Member, Shared};
pub use operation::{ErrorRow, Http, Operation, Placement, Rule};
pub use path::WirePath;
pub use pointer::{Pointer, Step};
pub use service::Service;
pub use source::{Origin, Source};
pub use types::{DocumentedType, Enumeration, EnumerationValue, Fields, Shape, Shapes, Type};
pub use walk::{Place, walk};

/// Every service of a workspace, sorted by the folder that it comes from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The services.
    pub services: Vec<Service>,
}
