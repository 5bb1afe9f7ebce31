use std::time::Duration;

use crate::runtime::error::Error;
use crate::runtime::operation::RetryFacts;

/// How often a call is attempted, and how long it pauses in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Attempts in all, the first one included.
    pub attempts: u32,
    /// The upper bound of the first pause; it doubles with each attempt.
    pub base_delay: Duration,
    /// The longest pause.
    pub max_delay: Duration,
}

impl Policy {
    /// The policy that the facts of a service suggest.
    pub fn of(facts: &RetryFacts) -> Self {
        Self {
            attempts: facts.attempts,
            base_delay: Duration::from_millis(facts.base_delay_ms),
            max_delay: Duration::from_millis(facts.max_delay_ms),
        }
    }

    /// The pause after `made` attempts, spread evenly between nothing and its upper bound by `random`.
    fn pause(&self, made: u32, random: u64) -> Duration {
        let doublings = made.saturating_sub(1).min(31);
        let bound = self
            .base_delay
            .saturating_mul(1 << doublings)
            .min(self.max_delay);
        // The random number is taken as a fraction of 2^64.
        let nanos = (bound.as_nanos() * u128::from(random)) >> u64::BITS;
        Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
    }
}

/// What is known of a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Whether the same request may succeed later.
    pub is_transient: bool,
    /// Whether the server may have seen the request, and acted on it.
    pub may_have_been_sent: bool,
    /// How long the server wants to be left alone.
    pub retry_after: Option<Duration>,
}

impl Failure {
    /// What an error says of the attempt.
    pub fn of(error: &Error) -> Self {
        Self {
            is_transient: error.is_retryable(),
            may_have_been_sent: error
                .transport_error()
                .is_none_or(|error| error.may_have_been_sent()),
            retry_after: error.retry_after(),
        }
    }
}

/// How far a call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Attempts that were made.
    pub attempts: u32,
    /// Whether repeating the request is harmless: it only reads, or carries an idempotency token.
    pub is_repeatable: bool,
    /// What is left until the deadline of the call, if it has one.
    pub remaining: Option<Duration>,
}

/// What follows a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The request is sent again after a pause.
    Retry {
        /// The pause.
        after: Duration,
    },
    /// The call ends with this failure.
    Stop(Refusal),
}

/// Why a request is not sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would fail again.
    Permanent,
    /// It may have had its effect, and may have it twice.
    Unsafe,
    /// There were as many attempts as allowed.
    Attempts,
    /// The server wants a longer pause than the policy allows.
    TooLong,
    /// The deadline of the call would pass first.
    Deadline,
}

/// What follows a failed attempt. `random` is any number, evenly distributed.
pub fn decide(policy: &Policy, progress: &Progress, failure: &Failure, random: u64) -> Decision {
    let refusal = if !failure.is_transient {
        Refusal::Permanent
    } else if !progress.is_repeatable && failure.may_have_been_sent {
        Refusal::Unsafe
    } else if progress.attempts >= policy.attempts {
        Refusal::Attempts
    } else {
        let asked = failure.retry_after.unwrap_or_default();
        let after = policy.pause(progress.attempts, random).max(asked);
        if asked > policy.max_delay {
            Refusal::TooLong
        } else if progress.remaining.is_some_and(|left| after >= left) {
            Refusal::Deadline
        } else {
            return Decision::Retry { after };
        }
    };
    Decision::Stop(refusal)
}
