//! Checks of a request before it is sent.
//!
//! Generated code walks over its input and calls one method per documented limit. All violations are collected, and
//! nothing is allocated as long as there are none.

mod characters;
mod constraint;
mod field;
mod format;
mod given;
pub mod network;
mod policy;
mod rule;
mod validator;
mod violation;
mod violations;

pub use characters::{Characters, Class};
pub use constraint::{Constraint, LengthUnit};
pub use field::Field;
pub use format::Format;
pub use given::Given;
pub(in crate::runtime) use policy::Policy;
pub use policy::Validation;
pub use rule::{Rule, Statement};
pub use validator::Validator;
pub use violation::Violation;
pub use violations::Violations;
