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
pub use operation::{DocumentedError, Names, Operation, Setter};
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
        crates: plan_some(model, &|_| true),
    }
}

/// Plans every crate of a model, with only those operations that are wanted. Names are the same as if all were.
pub fn plan_some<'m>(model: &'m Model, wanted: &dyn Fn(&str) -> bool) -> Vec<Crate<'m>> {
    let services = model.services.iter();
    services
        .map(|service| Crate::new(service, wanted))
        .collect()
}
