//! What the validator of a generated crate says of a request, decided on the model alone.
//!
//! This is a second reading of the spec language, written apart from the emitter and from
//! `codegen/runtime`: lints judge the examples of the specs by it, boundary cases are planned with it,
//! and their tests fail wherever generated code disagrees.

mod characters;
mod condition;
mod format;
mod limit;
mod network;
mod request;
mod rule;
mod value;

pub use limit::Limit;
pub use network::{Network, mask_length};
pub use request::{Broken, Validator, Violation};
pub use value::{Types, holds};
