use std::sync::atomic::{AtomicU32, Ordering};

/// What a budget holds at most, and at first.
const CAPACITY: u32 = 500;

/// What a retry costs: a full budget allows a hundred.
const COST: u32 = 5;

/// What a success at the first attempt earns: in the long run one retry for five successes.
const EARNED: u32 = 1;

/// Keeps the retries of a client in proportion to its successes. Clones of the client share it.
///
/// A service that is down gets the first attempts and a few retries, not a multiple of the load that it broke under.
#[derive(Debug)]
pub struct RetryBudget(AtomicU32);

impl RetryBudget {
    /// A full budget.
    pub fn new() -> Self {
        Self(AtomicU32::new(CAPACITY))
    }

    /// Takes what a retry costs; `false` if it is not there.
    pub fn withdraw(&self) -> bool {
        self.change(|tokens| tokens.checked_sub(COST))
    }

    /// Notes a success: it gives back what its last retry took, or earns a little if it needed none.
    pub fn reward(&self, was_retried: bool) {
        let earned = if was_retried { COST } else { EARNED };
        self.change(|tokens| (tokens < CAPACITY).then(|| (tokens + earned).min(CAPACITY)));
    }

    fn change(&self, change: impl FnMut(u32) -> Option<u32>) -> bool {
        // The counter guards no other memory.
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, change)
            .is_ok()
    }
}

impl Default for RetryBudget {
    fn default() -> Self {
        Self::new()
    }
}
