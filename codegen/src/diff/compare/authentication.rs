//! Ways to authenticate.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element};
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
