//! Turns Trunkline's YAML specs into typed Rust clients, validators and docs.
//!
//! Data flows one way: [`spec`] → [`model`] → [`plan`] → [`emit`] → [`output`]. Each stage imports
//! only from those before it; [`diagnostic`] is what all of them say when input is wrong, and [`cli`]
//! puts them in a row. [`diff`] compares two models, and what is planned for them.

pub mod cli;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod model;
pub mod output;
pub mod plan;
pub mod spec;
