//! Spans of calls and attempts, with the field names of OpenTelemetry's HTTP conventions.
//!
//! They hold no query, no header and no body, and of the path only the template: nothing that could be secret. Without
//! the feature `tracing` they are nothing at all.

#[cfg(not(feature = "tracing"))]
mod off;
#[cfg(feature = "tracing")]
mod on;

#[cfg(not(feature = "tracing"))]
pub(super) use off::{AttemptSpan, CallSpan};
#[cfg(feature = "tracing")]
pub(super) use on::{AttemptSpan, CallSpan};
