//! Names of the environment variables that hold credentials.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::Cursor;
use crate::spec::CredentialVariables;

const CREDENTIAL: Optional = Optional::any(Rule::CredentialVariableChanged);

impl Comparer<'_, '_> {
    pub(super) fn credentials(
        &mut self,
        cursor: &Cursor,
        old: &CredentialVariables,
        new: &CredentialVariables,
    ) {
        let CredentialVariables {
            access_key_id,
            access_key_secret,
            security_token,
            token,
            project_id,
        } = old;
        let all = [
            (
                "access_key_id",
                Some(access_key_id),
                Some(&new.access_key_id),
            ),
            (
                "access_key_secret",
                Some(access_key_secret),
                Some(&new.access_key_secret),
            ),
            (
                "security_token",
                security_token.as_ref(),
                new.security_token.as_ref(),
            ),
            ("token", token.as_ref(), new.token.as_ref()),
            ("project_id", project_id.as_ref(), new.project_id.as_ref()),
        ];
        for (key, before, after) in all {
            let cursor = cursor.part(format!("credentials.{key}"));
            self.changes
                .fact(CREDENTIAL, &cursor, &["credentials", key], before, after);
        }
    }
}
