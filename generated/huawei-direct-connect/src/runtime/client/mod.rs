//! The client, and how one is configured.

mod builder;
mod defaults;
mod values;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::clock::Clock;
use super::credentials::Source;
use super::endpoint::Endpoint;
use super::entropy::Entropy;
use super::operation::Service;
use super::retry::RetryBudget;
use super::transport::{BlockingTransport, Limits, Transport};
use super::validate::Policy;

pub use builder::ClientBuilder;
pub use values::ClientValues;

/// A client of one service. Cloning it is cheap, and clones share their connections and
/// their retry budget.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

/// What a client consists of.
pub(super) struct Inner {
    pub(super) service: &'static Service,
    pub(super) endpoint: Endpoint,
    pub(super) values: ClientValues,
    pub(super) credentials: Option<Source>,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) blocking_transport: Option<Arc<dyn BlockingTransport>>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) limits: Limits,
    pub(super) timeout: Option<Duration>,
    pub(super) max_attempts: Option<u32>,
    pub(super) retry_budget: RetryBudget,
    pub(super) user_agent: HeaderValue,
    pub(super) rpc_method: &'static str,
    pub(super) rpc_format: &'static str,
    pub(super) policy: Policy,
}

impl Client {
    /// The service that this is a client of.
    pub fn service(&self) -> &'static Service {
        self.inner.service
    }

    /// Where requests go.
    pub fn endpoint(&self) -> &Endpoint {
        &self.inner.endpoint
    }

    /// The region, if one is set.
    pub fn region(&self) -> Option<&str> {
        self.inner.values.region.as_deref()
    }

    /// The values that the client fills into requests.
    pub fn values(&self) -> &ClientValues {
        &self.inner.values
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.inner
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("service", &self.inner.service.name)
            .field("endpoint", &format_args!("{}", self.inner.endpoint))
            .field("region", &self.inner.values.region)
            .finish_non_exhaustive()
    }
}
