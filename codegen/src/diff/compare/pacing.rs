//! When a call is sent again, and how long it may take.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::Cursor;
use crate::spec::{RetryFacts, Timeouts};

const THROTTLE_HEADER: Optional = Optional::any(Rule::ThrottleHeaderChanged);

impl Comparer<'_, '_> {
    pub(super) fn retry(&mut self, cursor: &Cursor, old: &RetryFacts, new: &RetryFacts) {
        let RetryFacts {
            statuses,
            codes,
            throttle_header,
            attempts,
            base_delay_ms,
            max_delay_ms,
        } = old;
        let cursor = cursor.part("retry");
        let rules = (Rule::RetryAdded, Rule::RetryRemoved);
        let keys = ["retry", "statuses"];
        self.sets(rules, &cursor, &keys, statuses, &new.statuses);
        self.sets(rules, &cursor, &["retry", "codes"], codes, &new.codes);
        self.changes.fact(
            THROTTLE_HEADER,
            &cursor,
            &["retry", "throttle_header"],
            throttle_header.as_ref(),
            new.throttle_header.as_ref(),
        );
        for (key, before, after) in [
            ("attempts", u64::from(*attempts), u64::from(new.attempts)),
            ("base_delay_ms", *base_delay_ms, new.base_delay_ms),
            ("max_delay_ms", *max_delay_ms, new.max_delay_ms),
        ] {
            let keys = ["retry", key];
            self.service_fact(Rule::PacingChanged, &cursor, &keys, before, after);
        }
    }

    pub(super) fn timeouts(&mut self, cursor: &Cursor, old: &Timeouts, new: &Timeouts) {
        let Timeouts {
            connect_ms,
            attempt_ms,
        } = old;
        for (key, before, after) in [
            ("connect_ms", *connect_ms, new.connect_ms),
            ("attempt_ms", *attempt_ms, new.attempt_ms),
        ] {
            let keys = ["timeouts", key];
            self.service_fact(Rule::TimeoutChanged, cursor, &keys, before, after);
        }
    }
}
