//! What the answers of a service have in common.

use super::Comparer;
use crate::diff::changes::Optional;
use crate::diff::cursor::Cursor;
use crate::diff::{Direction, Rule};
use crate::spec::{ErrorEnvelope, Responses};

const REQUEST_ID: Optional = Optional::any(Rule::RequestIdChanged);

impl Comparer<'_, '_> {
    pub(super) fn responses(&mut self, cursor: &Cursor, old: &Responses, new: &Responses) {
        let Responses {
            request_id_header,
            request_id_member,
            operation_wrapper,
            error,
        } = old;
        let cursor = Cursor {
            direction: Direction::Response,
            ..cursor.part("responses")
        };
        for (key, before, after) in [
            (
                "request_id_header",
                request_id_header,
                &new.request_id_header,
            ),
            (
                "request_id_member",
                request_id_member,
                &new.request_id_member,
            ),
        ] {
            let keys = ["responses", key];
            let cursor = cursor.part(keys.join("."));
            self.changes
                .fact(REQUEST_ID, &cursor, &keys, before.as_ref(), after.as_ref());
        }
        self.service_fact(
            Rule::WrapperChanged,
            &cursor,
            &["responses", "operation_wrapper"],
            *operation_wrapper,
            new.operation_wrapper,
        );
        self.error_envelope(&cursor, error, &new.error);
    }

    /// Compares where the facts of an error stand.
    fn error_envelope(&mut self, cursor: &Cursor, old: &ErrorEnvelope, new: &ErrorEnvelope) {
        let ErrorEnvelope {
            code,
            message,
            request_id,
            nested,
        } = old;
        for (key, before, after) in [
            ("code", code, &new.code),
            ("message", message, &new.message),
            ("request_id", request_id, &new.request_id),
        ] {
            let (before, after) = (before.join(", "), after.join(", "));
            let keys = ["responses", "error", key];
            self.service_fact(Rule::EnvelopeChanged, cursor, &keys, before, after);
        }
        self.service_fact(
            Rule::EnvelopeChanged,
            cursor,
            &["responses", "error", "nested"],
            *nested,
            new.nested,
        );
    }
}
