//! What a change of the specs means to those who speak to the services, and to those who use the crates.
//!
//! Two resolved models are compared fact by fact, never their texts; each difference is a [`Rule`], whose
//! severity on the wire follows from what it does to the messages of its direction. What it does to Rust
//! code follows from the names and types that are planned for both models.

mod approval;
pub mod catalog;
mod changes;
mod compare;
mod cursor;
mod date;
mod finding;
mod judge;
mod offer;
mod rename;
mod renamed;
pub mod render;
mod report;
mod rule;
mod severity;
mod side;
mod surface;
mod tightness;
mod uses;

pub use approval::{Judgement, check, judge};
pub use cursor::Subject;
pub use date::Date;
pub use finding::Finding;
pub use render::{changelog, render, schema};
pub use report::{Report, diff};
pub use rule::Rule;
pub use severity::{Api, Bump, Direction, Effect, Reliance, Wire};
pub use side::{Side, Unsound};
