//! How a service is spoken to: protocol, authentication, answers, repetition.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Element};
use crate::spec::{
    Authentication, ErrorEnvelope, ListEncoding, Method, Protocol, Responses, RestProtocol,
    RetryFacts, RpcProtocol, Timeouts,
};

const REQUEST_ID: Optional = Optional {
    added: Rule::RequestIdChanged,
    removed: Rule::RequestIdChanged,
    changed: Rule::RequestIdChanged,
};
const THROTTLE_HEADER: Optional = Optional {
    added: Rule::ThrottleHeaderChanged,
    removed: Rule::ThrottleHeaderChanged,
    changed: Rule::ThrottleHeaderChanged,
};

impl Comparer<'_, '_> {
    pub(super) fn protocol(&mut self, cursor: &Cursor, old: &Protocol, new: &Protocol) {
        let cursor = cursor.part("protocol");
        match (old, new) {
            (Protocol::Rpc(old), Protocol::Rpc(new)) => self.rpc(&cursor, old, new),
            (Protocol::Rest(old), Protocol::Rest(new)) => self.rest(&cursor, old, new),
            (Protocol::Rpc(_), Protocol::Rest(_)) => {
                self.protocol_fact(Rule::ProtocolChanged, &cursor, &["protocol"], "rpc", "rest");
            }
            (Protocol::Rest(_), Protocol::Rpc(_)) => {
                self.protocol_fact(Rule::ProtocolChanged, &cursor, &["protocol"], "rest", "rpc");
            }
        }
    }

    fn rpc(&mut self, cursor: &Cursor, old: &RpcProtocol, new: &RpcProtocol) {
        let RpcProtocol {
            method,
            other_methods,
            action_parameter,
            version_parameter,
            format_parameter,
            lists,
        } = old;
        self.protocol_fact(
            Rule::MethodChanged,
            cursor,
            &["protocol", "rpc", "method"],
            &method_word(*method),
            &method_word(new.method),
        );
        let words = |methods: &[Method]| -> Vec<String> {
            methods.iter().copied().map(method_word).collect()
        };
        self.sets(
            (Rule::MethodOffered, Rule::MethodWithdrawn),
            &cursor.element(Element::Client),
            &["protocol", "rpc", "other_methods"],
            &words(other_methods),
            &words(&new.other_methods),
        );
        for (key, before, after) in [
            ("action_parameter", action_parameter, &new.action_parameter),
            (
                "version_parameter",
                version_parameter,
                &new.version_parameter,
            ),
            ("format_parameter", format_parameter, &new.format_parameter),
        ] {
            let keys = ["protocol", "rpc", key];
            self.protocol_fact(Rule::ProtocolChanged, cursor, &keys, before, after);
        }
        self.lists(cursor, "rpc", *lists, new.lists);
    }

    fn rest(&mut self, cursor: &Cursor, old: &RestProtocol, new: &RestProtocol) {
        let RestProtocol {
            content_type,
            lists,
        } = old;
        let keys = ["protocol", "rest", "content_type"];
        self.protocol_fact(
            Rule::ProtocolChanged,
            cursor,
            &keys,
            content_type,
            &new.content_type,
        );
        self.lists(cursor, "rest", *lists, new.lists);
    }

    fn lists(&mut self, cursor: &Cursor, protocol: &str, old: ListEncoding, new: ListEncoding) {
        let word = |lists| match lists {
            ListEncoding::Indexed => "indexed",
            ListEncoding::Repeated => "repeated",
        };
        let keys = ["protocol", protocol, "lists"];
        self.protocol_fact(
            Rule::ListEncodingChanged,
            cursor,
            &keys,
            word(old),
            word(new),
        );
    }

    fn protocol_fact(&mut self, rule: Rule, cursor: &Cursor, keys: &[&str], old: &str, new: &str) {
        if old != new {
            let (old, new) = (Some(old.to_owned()), Some(new.to_owned()));
            self.changes
                .push(rule, &cursor.part(keys.join(".")), keys, old, new);
        }
    }

    pub(super) fn authentication(
        &mut self,
        cursor: &Cursor,
        old: &[Authentication],
        new: &[Authentication],
    ) {
        let cursor = cursor.part("authentication").element(Element::Client);
        let keys = ["authentication"];
        for before in old {
            let partner = new.iter().find(|other| scheme(other) == scheme(before));
            match partner {
                Some(after) => self.way(&cursor, before, after),
                None => {
                    let old = Some(scheme(before).to_owned());
                    self.changes
                        .push(Rule::AuthenticationRemoved, &cursor, &keys, old, None);
                }
            }
        }
        for after in new {
            if !old.iter().any(|other| scheme(other) == scheme(after)) {
                let new = Some(scheme(after).to_owned());
                self.changes
                    .push(Rule::AuthenticationAdded, &cursor, &keys, None, new);
            }
        }
    }

    fn way(&mut self, cursor: &Cursor, old: &Authentication, new: &Authentication) {
        let mut changed = |rule, before: String, after: String| {
            if before != after {
                self.changes
                    .push(rule, cursor, &["authentication"], Some(before), Some(after));
            }
        };
        match (old, new) {
            (
                Authentication::BceAuthV1 { expiration_seconds },
                Authentication::BceAuthV1 {
                    expiration_seconds: other,
                },
            ) => changed(
                Rule::SignatureLifeChanged,
                expiration_seconds.to_string(),
                other.to_string(),
            ),
            (
                Authentication::Token { header, max_length },
                Authentication::Token {
                    header: other,
                    max_length: length,
                },
            ) => {
                changed(Rule::AuthenticationChanged, header.clone(), other.clone());
                let limit = |length: Option<u32>| {
                    length.map_or_else(
                        || "any length".to_owned(),
                        |length| format!("at most {length} characters"),
                    )
                };
                changed(
                    Rule::AuthenticationChanged,
                    limit(*max_length),
                    limit(*length),
                );
            }
            (
                Authentication::RpcHmacSha1 {}
                | Authentication::SdkHmacSha256 {}
                | Authentication::BceAuthV1 { .. }
                | Authentication::Token { .. },
                _,
            ) => {}
        }
    }

    pub(super) fn responses(&mut self, cursor: &Cursor, old: &Responses, new: &Responses) {
        let Responses {
            request_id_header,
            request_id_member,
            operation_wrapper,
            error,
        } = old;
        let cursor = Cursor {
            direction: crate::diff::Direction::Response,
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
        self.protocol_fact(
            Rule::WrapperChanged,
            &cursor,
            &["responses", "operation_wrapper"],
            &operation_wrapper.to_string(),
            &new.operation_wrapper.to_string(),
        );
        let ErrorEnvelope {
            code,
            message,
            request_id,
            nested,
        } = error;
        for (key, before, after) in [
            ("code", code, &new.error.code),
            ("message", message, &new.error.message),
            ("request_id", request_id, &new.error.request_id),
        ] {
            let (before, after) = (before.join(", "), after.join(", "));
            let keys = ["responses", "error", key];
            self.protocol_fact(Rule::EnvelopeChanged, &cursor, &keys, &before, &after);
        }
        self.protocol_fact(
            Rule::EnvelopeChanged,
            &cursor,
            &["responses", "error", "nested"],
            &nested.to_string(),
            &new.error.nested.to_string(),
        );
    }

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
        let texts = |statuses: &[u16]| -> Vec<String> {
            statuses.iter().map(ToString::to_string).collect()
        };
        let keys = ["retry", "statuses"];
        self.sets(
            rules,
            &cursor,
            &keys,
            &texts(statuses),
            &texts(&new.statuses),
        );
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
            let (before, after) = (before.to_string(), after.to_string());
            self.protocol_fact(
                Rule::PacingChanged,
                &cursor,
                &["retry", key],
                &before,
                &after,
            );
        }
    }

    pub(super) fn timeouts(&mut self, cursor: &Cursor, old: &Timeouts, new: &Timeouts) {
        let Timeouts {
            connect_ms,
            attempt_ms,
        } = old;
        for (key, before, after) in [
            ("connect_ms", connect_ms, new.connect_ms),
            ("attempt_ms", attempt_ms, new.attempt_ms),
        ] {
            let (before, after) = (before.to_string(), after.to_string());
            let keys = ["timeouts", key];
            self.protocol_fact(Rule::TimeoutChanged, cursor, &keys, &before, &after);
        }
    }
}

/// The word of the specs for a way to authenticate.
fn scheme(way: &Authentication) -> &'static str {
    match way {
        Authentication::RpcHmacSha1 {} => "rpc_hmac_sha1",
        Authentication::BceAuthV1 { .. } => "bce_auth_v1",
        Authentication::SdkHmacSha256 {} => "sdk_hmac_sha256",
        Authentication::Token { .. } => "token",
    }
}

fn method_word(method: Method) -> String {
    format!("{method:?}").to_uppercase()
}
