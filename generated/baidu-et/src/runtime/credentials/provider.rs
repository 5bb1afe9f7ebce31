use std::error::Error;
use std::fmt;
use std::sync::Arc;

use super::{Credentials, Exchange};
use crate::runtime::timestamp::UnixTime;
use crate::runtime::transport::BoxFuture;

/// Where credentials come from, if they have to be fetched, or expire.
///
/// The client keeps what it is given and asks again shortly before it expires, one call at a time.
pub trait CredentialsProvider: fmt::Debug + Send + Sync + 'static {
    /// Credentials that are valid now.
    ///
    /// What has to be asked for over HTTP goes through `exchange`, which waits as the call does: then one
    /// implementation serves asynchronous and blocking calls. In a blocking call the future is run by the calling
    /// thread, without any asynchronous runtime.
    fn provide<'a>(
        &'a self,
        exchange: Exchange<'a>,
    ) -> BoxFuture<'a, Result<Issued, CredentialsError>>;
}

impl<P: CredentialsProvider + ?Sized> CredentialsProvider for Arc<P> {
    fn provide<'a>(
        &'a self,
        exchange: Exchange<'a>,
    ) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        (**self).provide(exchange)
    }
}

impl CredentialsProvider for Credentials {
    fn provide<'a>(&'a self, _: Exchange<'a>) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        Box::pin(async { Ok(Issued::forever(self.clone())) })
    }
}

/// Credentials, and until when they are valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    credentials: Credentials,
    expires: Option<UnixTime>,
}

impl Issued {
    /// Credentials that do not expire.
    pub fn forever(credentials: Credentials) -> Self {
        Self {
            credentials,
            expires: None,
        }
    }

    /// Credentials that are valid until `expires`.
    pub fn until(credentials: Credentials, expires: UnixTime) -> Self {
        Self {
            credentials,
            expires: Some(expires),
        }
    }

    /// The credentials.
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// The credentials themselves.
    pub fn into_credentials(self) -> Credentials {
        self.credentials
    }

    /// When they stop being valid.
    pub fn expires(&self) -> Option<UnixTime> {
        self.expires
    }
}

/// Why there are no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialsError {
    message: String,
}

impl CredentialsError {
    /// An error for the reason in `message`, which must hold no secret.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for CredentialsError {}
