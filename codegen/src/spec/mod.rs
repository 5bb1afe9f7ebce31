//! The spec language: what a YAML file may say, and where it says it.
//!
//! One module per concept. These types know nothing of meaning: references are names, nothing is
//! resolved, nothing is checked beyond the shape of the data. [`crate::model`] does that.

mod approval;
mod error;
mod example;
mod lifecycle;
mod member;
mod operation;
mod pagination;
mod protocol;
mod rule;
mod scalar;
mod service;
mod source;
mod types;

pub mod load;

pub use approval::{Approval, Approvals};
pub use error::{ErrorRow, Retry};
pub use example::{Example, ExampleResponse};
pub use lifecycle::{Lifecycle, Poll, Resource, Waiter};
pub use member::{Characters, Format, LengthUnit, Location, Member, Range, TakenType, TypeName};
pub use operation::{Effect, Http, Operation};
pub use pagination::Pagination;
pub use protocol::{
    Authentication, ErrorEnvelope, ListEncoding, Method, Protocol, Responses, RestProtocol,
    RetryFacts, RpcProtocol, Timeouts,
};
pub use rule::{Check, Condition, Rule, Stage, Statement};
pub use scalar::Scalar;
pub use service::{
    ClientValue, CommonParameter, CredentialVariables, Endpoints, Region, Scheme, Service,
};
pub use source::{Discrepancy, Document, DocumentKind, Source};
pub use types::{Enumeration, EnumerationBase, EnumerationValue, Shape, Types};
