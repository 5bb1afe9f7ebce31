//! What servers answer ends up in typed fields.
//!
//! `alibaba`, `baidu` and `huawei` decode every JSON example of the documents, as printed there, and look for each of
//! its values. `shapes` and `oddities` decode what the official SDKs expect and what servers get away with.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod alibaba;
mod baidu;
mod huawei;
mod oddities;
mod shapes;

/// The text of an optional field.
fn text(field: &Option<String>) -> &str {
    field.as_deref().expect("the field has no value")
}
