use std::sync::Arc;

use super::cache::{Cache, Obtained};
use super::exchange::{Exchange, Way};
use super::wait::{block_on, ready};
use super::{Credentials, CredentialsError, CredentialsProvider};
use crate::runtime::timestamp::UnixTime;
use crate::runtime::transport::{BlockingTransport, Limits, Transport};

/// Where a client has its credentials from.
#[derive(Clone, Debug)]
pub(in crate::runtime) enum Source {
    Given(Arc<Credentials>),
    Provided(Arc<Cache>),
}

impl Source {
    pub(in crate::runtime) fn given(credentials: Credentials) -> Self {
        Self::Given(Arc::new(credentials))
    }

    pub(in crate::runtime) fn provided(provider: impl CredentialsProvider) -> Self {
        Self::Provided(Arc::new(Cache::new(provider)))
    }

    /// Credentials that are valid `now`, for a call that `transport` sends.
    pub(in crate::runtime) async fn get(
        &self,
        now: UnixTime,
        limits: Limits,
        transport: &dyn Transport,
    ) -> Result<Obtained, CredentialsError> {
        match self {
            Self::Given(credentials) => Ok(given(credentials)),
            Self::Provided(cache) => {
                let way = Way::Asynchronous(transport);
                cache.get(Exchange::new(now, limits, way)).await
            }
        }
    }

    /// The same for a call whose thread waits.
    pub(in crate::runtime) fn get_blocking(
        &self,
        now: UnixTime,
        limits: Limits,
        transport: &dyn BlockingTransport,
    ) -> Result<Obtained, CredentialsError> {
        match self {
            Self::Given(credentials) => Ok(given(credentials)),
            Self::Provided(cache) => {
                let way = Way::Blocking(transport);
                block_on(cache.get(Exchange::new(now, limits, way)))
            }
        }
    }

    /// The same for a request that is built and not sent.
    pub(in crate::runtime) fn get_now(
        &self,
        now: UnixTime,
        limits: Limits,
    ) -> Result<Obtained, CredentialsError> {
        match self {
            Self::Given(credentials) => Ok(given(credentials)),
            Self::Provided(cache) => {
                let exchange = Exchange::new(now, limits, Way::Nowhere);
                ready(cache.get(exchange)).unwrap_or_else(|| {
                    Err(CredentialsError::new(
                        "the provider has to be waited for, which building a request cannot; send one first",
                    ))
                })
            }
        }
    }

    /// Takes note that the service has refused these credentials. Tells whether there may be others.
    pub(in crate::runtime) fn refuse(&self, credentials: &Arc<Credentials>) -> bool {
        match self {
            Self::Given(_) => false,
            Self::Provided(cache) => {
                cache.refuse(credentials);
                true
            }
        }
    }

    /// What was used last.
    pub(in crate::runtime) fn last(&self) -> Option<Arc<Credentials>> {
        match self {
            Self::Given(credentials) => Some(Arc::clone(credentials)),
            Self::Provided(cache) => cache.last(),
        }
    }
}

/// Credentials that never change, and so are never asked for.
fn given(credentials: &Arc<Credentials>) -> Obtained {
    Obtained {
        credentials: Arc::clone(credentials),
        is_fresh: false,
    }
}
