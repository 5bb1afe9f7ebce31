//! Every decision about the target: Rust names, modules, types, the feature graph, doc lines, and
//! which parts of the runtime a crate carries. Emitters take decisions from here and nowhere else.
//!
//! The plan knows nothing of token streams or templates.

mod cargo;
pub mod cases;
mod checks;
mod coverage;
mod docs;
mod enums;
mod facts;
mod names;
mod operation;
mod paths;
mod recursion;
mod rules;
mod service;
mod sources;
mod structs;
mod types;
mod validation;
mod waiters;

pub use cargo::Manifest;
pub use checks::{CharacterRule, Check};
pub use coverage::Coverage;
pub use docs::Docs;
pub use enums::{Enum, Variant};
pub use facts::{facts, limits, remarks};
pub use names::{Kind, Scope, identifier};
pub use operation::{DocumentedError, Operation, Setter};
pub use paths::PathTypes;
pub use rules::{Access, Breach, Mask, Rule, Test};
pub use service::{Crate, Group};
pub use sources::{SourceItem, Sources};
pub use structs::{Field, Struct};
pub use types::RustType;
pub use waiters::Waiter;

use crate::model::Model;

/// What is made from a model.
#[derive(Debug)]
pub struct Plan<'m> {
    /// The crates, in the order of the services.
    pub crates: Vec<Crate<'m>>,
}

/// Plans every crate of a model.
pub fn plan(model: &Model) -> Plan<'_> {
    Plan {
        crates: model.services.iter().map(Crate::new).collect(),
    }
}
