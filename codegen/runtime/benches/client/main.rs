//! What the client costs: `cargo bench -p runtime --bench client`.
//!
//! Building, signing and decoding are measured alone. Calls are measured against a bare loop of the same HTTP library
//! on the same loopback server, round by round in turn, and the medians of the rounds are compared: a machine that gets
//! slower meanwhile slows both.

#![allow(missing_docs, unreachable_pub)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod calls;
mod codec;
// The sample is whole; the benchmark needs a part of it.
#[allow(dead_code, unused_imports)]
#[path = "../../tests/behaviour/sample/rpc/mod.rs"]
mod rpc;
mod server;

use std::time::Duration;

fn main() {
    codec::measure();
    calls::measure();
}

/// The middle one.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
