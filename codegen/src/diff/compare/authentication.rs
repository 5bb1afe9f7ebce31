//! Ways to authenticate.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element};
use crate::diff::rename::{Matched, by_name};
use crate::spec::Authentication;

impl Comparer<'_, '_> {
    pub(super) fn authentication(
        &mut self,
        cursor: &Cursor,
        old: &[Authentication],
        new: &[Authentication],
    ) {
        let cursor = cursor.part("authentication").element(Element::Client);
        let keys = ["authentication"];
        let Matched { kept, gone, come } = by_name(old, new, scheme);
        for (before, after) in kept {
            self.way(&cursor, before, after);
        }
        for way in gone {
            let old = Some(scheme(way).to_owned());
            self.changes
                .push(Rule::AuthenticationRemoved, &cursor, &keys, old, None);
        }
        for way in come {
            let new = Some(scheme(way).to_owned());
            self.changes
                .push(Rule::AuthenticationAdded, &cursor, &keys, None, new);
        }
    }

    fn way(&mut self, cursor: &Cursor, old: &Authentication, new: &Authentication) {
        let keys = ["authentication"];
        match (old, new) {
            (
                Authentication::BceAuthV1 { expiration_seconds },
                Authentication::BceAuthV1 {
                    expiration_seconds: other,
                },
            ) => self.changes.value(
                Rule::SignatureLifeChanged,
                cursor,
                &keys,
                expiration_seconds,
                other,
            ),
            (
                Authentication::Token { header, max_length },
                Authentication::Token {
                    header: other,
                    max_length: length,
                },
            ) => {
                let rule = Rule::AuthenticationChanged;
                self.changes.value(rule, cursor, &keys, header, other);
                self.longest(cursor, max_length.map(i64::from), length.map(i64::from));
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
