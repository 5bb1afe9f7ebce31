//! What the client costs: `cargo bench -p runtime --bench client`.
//!
//! Building, signing and decoding are measured alone. Calls are measured against those of the bare HTTP library to the
//! same loopback server, call by call in turn, and the medians are compared: what slows one slows all. A call that wakes
//! a thread on another processor takes several times as long as one that does not, so run it also on one processor:
//! `taskset -c 0 cargo bench -p runtime --bench client`.

#![allow(missing_docs, unreachable_pub)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod by_hand;
mod calls;
mod codec;
// The sample is whole; the benchmark needs a part of it.
#[allow(dead_code, unused_imports)]
#[path = "../../tests/behaviour/sample/rpc/mod.rs"]
mod rpc;
mod server;

use std::time::Duration;

const KEY: &str = "LTAI5tExampleKeyId";
const SECRET: &str = "secret";

fn main() {
    codec::measure();
    calls::measure();
}

/// The middle one.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
