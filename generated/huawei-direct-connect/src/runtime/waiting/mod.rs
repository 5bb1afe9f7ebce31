//! Waiting until something has reached a state.
//!
//! A [`Waiter`] polls an operation that reads the state. What a poll means is decided by pure functions: [`observe`]
//! finds the state in an answer, [`judge`] says whether the wait is over.

mod facts;
mod fault;
mod observe;
mod waiter;
mod watch;

pub use facts::WaiterFacts;
pub use fault::{WaitFault, WaitFaultReason};
pub use observe::{Observation, Verdict, judge, observe};
pub use waiter::Waiter;
