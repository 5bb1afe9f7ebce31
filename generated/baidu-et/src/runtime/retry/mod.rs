//! Whether a failed attempt is repeated, and when.
//!
//! [`decide`] is a pure function over what is known after a failure. Only what cannot do harm twice is repeated: reads,
//! writes that carry an idempotency token, and requests that certainly did not reach the server. Pauses grow
//! exponentially, with full jitter, so that clients that failed together do not come back together. The
//! [`RetryBudget`] of a client keeps retries from multiplying the load on a service that is down.

mod after;
mod budget;
mod decide;

pub use after::RetryAfter;
pub use budget::RetryBudget;
pub use decide::{Decision, Failure, Policy, Progress, Refusal, decide};
