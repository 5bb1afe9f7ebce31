//! Each operation, called through the fluent interface, reaches the server exactly as its document says.
//!
//! The expected parameters, paths and bodies are those of the documents' examples, with valid values in place of masked
//! ones, and every parameter set once. Signatures are checked on every request.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod alibaba;
mod alibaba_common;
mod baidu_channels;
mod baidu_common;
mod baidu_lines;
mod baidu_route_rules;
mod endpoints;
mod huawei;
