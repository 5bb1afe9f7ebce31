//! The resolved model for people and for scripts.

mod json;
mod table;

pub use json::json;
pub use table::table;
