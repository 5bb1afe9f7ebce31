//! Whether a failure is followed by another attempt, as a pure function.

use std::time::Duration;

use proptest::prelude::*;
use runtime::runtime::retry::{Decision, Failure, Policy, Progress, Refusal, RetryBudget, decide};

const POLICY: Policy = Policy {
    attempts: 4,
    base_delay: Duration::from_millis(100),
    max_delay: Duration::from_secs(20),
};

const FIRST: Progress = Progress {
    attempts: 1,
    is_repeatable: true,
    remaining: None,
};

const BUSY: Failure = Failure {
    is_transient: true,
    may_have_been_sent: true,
    retry_after: None,
};

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn pause(progress: Progress, failure: Failure, random: u64) -> Duration {
    match decide(&POLICY, &progress, &failure, random) {
        Decision::Retry { after } => after,
        Decision::Stop(refusal) => panic!("{refusal:?}"),
    }
}

fn refusal(progress: Progress, failure: Failure) -> Refusal {
    match decide(&POLICY, &progress, &failure, u64::MAX / 2) {
        Decision::Retry { after } => panic!("retried after {after:?}"),
        Decision::Stop(refusal) => refusal,
    }
}

#[test]
fn pauses_spread_evenly_below_a_bound_that_doubles() {
    for (attempts, bound) in [(1, 100), (2, 200), (3, 400)] {
        let progress = Progress { attempts, ..FIRST };
        assert_eq!(pause(progress, BUSY, 0), Duration::ZERO);
        assert_eq!(pause(progress, BUSY, 1 << 63), millis(bound / 2));
        let longest = pause(progress, BUSY, u64::MAX);
        assert!(longest < millis(bound) && longest > millis(bound) - Duration::from_nanos(2));
    }
}

#[test]
fn a_write_without_a_token_is_repeated_only_if_it_never_left() {
    let write = Progress {
        is_repeatable: false,
        ..FIRST
    };
    assert_eq!(refusal(write, BUSY), Refusal::Unsafe);
    let refused = Failure {
        may_have_been_sent: false,
        ..BUSY
    };
    assert_eq!(pause(write, refused, 0), Duration::ZERO);
}

#[test]
fn refusals_say_why() {
    let permanent = Failure {
        is_transient: false,
        ..BUSY
    };
    assert_eq!(refusal(FIRST, permanent), Refusal::Permanent);
    let last = Progress {
        attempts: 4,
        ..FIRST
    };
    assert_eq!(refusal(last, BUSY), Refusal::Attempts);
    let late = Progress {
        remaining: Some(millis(49)),
        ..FIRST
    };
    assert_eq!(refusal(late, BUSY), Refusal::Deadline);
    let patient = Failure {
        retry_after: Some(Duration::from_secs(21)),
        ..BUSY
    };
    assert_eq!(refusal(FIRST, patient), Refusal::TooLong);
}

#[test]
fn the_server_sets_the_least_pause() {
    let asked = Failure {
        retry_after: Some(Duration::from_secs(7)),
        ..BUSY
    };
    assert_eq!(pause(FIRST, asked, u64::MAX), Duration::from_secs(7));
    let asked = Failure {
        retry_after: Some(millis(10)),
        ..BUSY
    };
    assert_eq!(pause(FIRST, asked, 1 << 63), millis(50));
}

#[test]
fn a_budget_allows_a_hundred_retries_and_earns_more_by_successes() {
    let budget = RetryBudget::new();
    assert_eq!((0..200).filter(|_| budget.withdraw()).count(), 100);
    (0..4).for_each(|_| budget.reward(false));
    assert!(!budget.withdraw());
    budget.reward(false);
    assert!(budget.withdraw());
    assert!(!budget.withdraw());
    budget.reward(true);
    assert!(budget.withdraw());
    (0..10_000).for_each(|_| budget.reward(true));
    assert_eq!((0..200).filter(|_| budget.withdraw()).count(), 100);
}

proptest! {
    #[test]
    fn no_pause_is_longer_than_the_longest_or_than_what_is_left(
        attempts in 1..u32::MAX, random: u64, left in 1..100_000_u64, base: u32, most: u32,
    ) {
        let policy = Policy { attempts: u32::MAX, base_delay: millis(base.into()), max_delay: millis(most.into()) };
        let progress = Progress { attempts, is_repeatable: true, remaining: Some(millis(left)) };
        if let Decision::Retry { after } = decide(&policy, &progress, &BUSY, random) {
            prop_assert!(after <= policy.max_delay && after < millis(left));
        }
    }
}
