//! The hand-written half of every generated client.
//!
//! The generator copies `src/runtime` into each crate that it makes, so that the crate stands alone.
//! Here the same files are compiled and tested once.

pub mod runtime;
