//! The runtime as generated code and users see it.
//!
//! One binary, so that the samples and helpers are compiled and linked once.

#![allow(missing_docs, unreachable_pub)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[cfg(any(feature = "hyper", feature = "reqwest", feature = "blocking"))]
mod adapters;
mod client_builder;
mod credentials;
mod credentials_provider;
mod credentials_refused;
mod decode;
mod decode_lists;
mod encode;
mod endpoint;
mod error_classes;
mod errors;
mod iam_token;
mod networks;
mod open_enum;
mod paging;
mod raw_calls;
mod request_headers;
mod responses;
mod rest_requests;
mod retries;
mod retry_after;
mod retry_decisions;
mod rpc_requests;
mod sample;
mod scrubbing;
mod secrets;
mod signatures;
mod signing_vectors;
mod strict;
mod support;
mod texts;
mod timestamps;
#[cfg(feature = "tracing")]
mod tracing_spans;
mod transports;
mod uuid;
mod validation;
mod validation_rules;
mod waiting;
mod waiting_pages;
#[cfg(feature = "xml")]
mod xml_answers;
#[cfg(feature = "xml")]
mod xml_hostile;
#[cfg(feature = "xml")]
mod xml_shapes;
