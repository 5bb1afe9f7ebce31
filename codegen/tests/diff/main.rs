//! What each change of a spec does to the wire and to the Rust crates.
//!
//! The table of kinds of change (`members`, `types`, `operations`, `services`) has one minimal pair of specs for
//! each row, in both directions of traffic, and there and back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod members;
mod nothing;
mod operations;
mod renames;
mod services;
mod shared;
mod table;
mod types;
