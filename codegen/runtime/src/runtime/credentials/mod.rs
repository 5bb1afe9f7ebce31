//! Who signs the requests.

mod cache;
mod environment;
mod exchange;
pub mod iam_token;
mod provider;
mod source;
mod wait;

use std::fmt;

use super::error::Error;
use super::operation::Environment;
use super::secret::SecretString;

pub(super) use cache::Obtained;
pub use environment::EnvironmentProvider;
pub use exchange::Exchange;
pub use provider::{CredentialsError, CredentialsProvider, Issued};
pub(super) use source::Source;

/// An access key, perhaps a temporary one, or a bearer token; and the project that requests are made in.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    identity: Identity,
    project_id: Option<String>,
}

#[derive(Clone, PartialEq, Eq)]
enum Identity {
    AccessKey(AccessKey),
    Token(SecretString),
}

/// An access key: an id that names it and a secret that signs.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessKey {
    id: String,
    secret: SecretString,
    security_token: Option<SecretString>,
}

impl AccessKey {
    /// The id, which goes out with every request.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The secret, which never leaves.
    pub fn secret(&self) -> &SecretString {
        &self.secret
    }

    /// The token that goes with a temporary access key.
    pub fn security_token(&self) -> Option<&SecretString> {
        self.security_token.as_ref()
    }
}

impl Credentials {
    /// The access key `id` with its `secret`.
    pub fn access_key(id: impl Into<String>, secret: impl Into<SecretString>) -> Self {
        let key = AccessKey {
            id: id.into(),
            secret: secret.into(),
            security_token: None,
        };
        Self {
            identity: Identity::AccessKey(key),
            project_id: None,
        }
    }

    /// A bearer token, for services that accept one.
    pub fn from_token(token: impl Into<SecretString>) -> Self {
        Self {
            identity: Identity::Token(token.into()),
            project_id: None,
        }
    }

    /// The same access key with the token that makes a temporary one valid. A bearer token needs none and stays.
    pub fn with_security_token(mut self, token: impl Into<SecretString>) -> Self {
        if let Identity::AccessKey(key) = &mut self.identity {
            key.security_token = Some(token.into());
        }
        self
    }

    /// The same credentials for requests in the project `id`.
    pub fn with_project_id(mut self, id: impl Into<String>) -> Self {
        self.project_id = Some(id.into());
        self
    }

    /// Credentials from the variables of `environment`, which `lookup` reads.
    ///
    /// An empty variable counts as unset. A bearer token wins over an access key.
    ///
    /// # Errors
    /// Neither is complete; the error names the variables that are missing.
    pub fn from_lookup(
        environment: &Environment,
        lookup: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Error> {
        let read = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let read_optional = |name: Option<&str>| name.and_then(read);
        let mut credentials = match read_optional(environment.token) {
            Some(token) => Self::from_token(token),
            None => {
                let id = read(environment.access_key_id);
                let secret = read(environment.access_key_secret).map(SecretString::from);
                match (id, secret) {
                    (Some(id), Some(secret)) => Self::access_key(id, secret),
                    (id, secret) => {
                        return Err(missing(environment, id.is_some(), secret.is_some()));
                    }
                }
            }
        };
        if let Some(token) = read_optional(environment.security_token) {
            credentials = credentials.with_security_token(token);
        }
        credentials.project_id = read_optional(environment.project_id);
        Ok(credentials)
    }

    /// The access key, if these credentials are one.
    pub fn as_access_key(&self) -> Option<&AccessKey> {
        match &self.identity {
            Identity::AccessKey(key) => Some(key),
            Identity::Token(_) => None,
        }
    }

    /// The bearer token, if these credentials are one.
    pub fn as_token(&self) -> Option<&SecretString> {
        match &self.identity {
            Identity::AccessKey(_) => None,
            Identity::Token(token) => Some(token),
        }
    }

    /// The project that requests are made in.
    pub fn project_id(&self) -> Option<&str> {
        self.project_id.as_deref()
    }

    /// Every text of these credentials that must not be printed.
    pub fn secrets(&self) -> impl Iterator<Item = &SecretString> {
        let (first, second) = match &self.identity {
            Identity::AccessKey(key) => (&key.secret, key.security_token.as_ref()),
            Identity::Token(token) => (token, None),
        };
        std::iter::once(first).chain(second)
    }
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey")
            .field("id", &shortened(&self.id))
            .field("secret", &self.secret)
            .field("security_token", &self.security_token)
            .finish()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Credentials");
        match &self.identity {
            Identity::AccessKey(key) => shown.field("access_key", key),
            Identity::Token(token) => shown.field("token", token),
        };
        shown.field("project_id", &self.project_id).finish()
    }
}

/// Enough of an id to tell keys apart.
fn shortened(id: &str) -> String {
    let shown: String = id.chars().take(4).collect();
    if shown.len() < id.len() {
        shown + "…"
    } else {
        shown
    }
}

fn missing(environment: &Environment, has_id: bool, has_secret: bool) -> Error {
    let mut names = Vec::new();
    if !has_id {
        names.push(environment.access_key_id);
    }
    if !has_secret {
        names.push(environment.access_key_secret);
    }
    let mut message = format!("not set in the environment: {}", names.join(", "));
    if let Some(token) = environment.token {
        message += &format!(" (or {token} instead)");
    }
    Error::credentials("", message)
}
