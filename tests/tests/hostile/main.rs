//! Values that try to be more than values: they arrive as they were given, or nothing is sent.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod headers;
mod paths;
mod texts;
