use std::error::Error;
use std::fmt;

use super::WaiterFacts;
use crate::runtime::text::{VALUE_LIMIT, one_line};

/// Why a wait ended without success.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitFault {
    facts: &'static WaiterFacts,
    reason: WaitFaultReason,
}

/// What ended the wait.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitFaultReason {
    /// A state that never leads to the one that was waited for.
    State(String),
    /// There is no such thing.
    Gone,
    /// The deadline, and the last state that was seen, if there was one.
    Deadline(Option<String>),
}

impl WaitFault {
    pub(super) fn new(facts: &'static WaiterFacts, reason: WaitFaultReason) -> Self {
        Self { facts, reason }
    }

    /// What was waited for.
    pub fn facts(&self) -> &'static WaiterFacts {
        self.facts
    }

    /// What ended the wait.
    pub fn reason(&self) -> &WaitFaultReason {
        &self.reason
    }
}

impl fmt::Display for WaitFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let WaiterFacts {
            resource, waiter, ..
        } = self.facts;
        let shown = |state: &str| one_line(state, VALUE_LIMIT).to_string();
        match &self.reason {
            WaitFaultReason::State(state) => {
                write!(f, "{resource} will not be {waiter}: it is {}", shown(state))
            }
            WaitFaultReason::Gone => {
                write!(f, "{resource} will not be {waiter}: it does not exist")
            }
            WaitFaultReason::Deadline(Some(state)) => {
                write!(
                    f,
                    "{resource} is not {waiter} in time: it is {}",
                    shown(state)
                )
            }
            WaitFaultReason::Deadline(None) => {
                write!(
                    f,
                    "{resource} is not {waiter} in time: its state is unknown"
                )
            }
        }
    }
}

impl Error for WaitFault {}
