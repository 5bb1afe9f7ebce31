use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::defaults::{
    default_blocking_transport, default_clock, default_entropy, default_transport,
};
use super::{Client, ClientValues, Inner};
use crate::runtime::clock::Clock;
use crate::runtime::credentials::{Credentials, CredentialsProvider, Source};
use crate::runtime::endpoint::{self, Endpoint};
use crate::runtime::entropy::Entropy;
use crate::runtime::error::Error;
use crate::runtime::operation::{ClientValue, Service};
use crate::runtime::retry::RetryBudget;
use crate::runtime::transport::{BlockingTransport, Limits, Transport};
use crate::runtime::validate::{Policy, Validation};

/// The longest answer body unless another limit is set, in bytes.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// Configures a [`Client`].
#[must_use]
pub struct ClientBuilder {
    service: &'static Service,
    values: ClientValues,
    endpoint: Option<String>,
    credentials: Option<Source>,
    transport: Option<Arc<dyn Transport>>,
    blocking_transport: Option<Arc<dyn BlockingTransport>>,
    clock: Option<Arc<dyn Clock>>,
    entropy: Option<Arc<dyn Entropy>>,
    limits: Limits,
    timeout: Option<Duration>,
    max_attempts: Option<u32>,
    user_agent_suffix: Option<String>,
    rpc_method: &'static str,
    rpc_format: &'static str,
    policy: Policy,
}

impl ClientBuilder {
    /// A builder of clients of `service`.
    pub fn new(service: &'static Service) -> Self {
        Self {
            service,
            values: ClientValues::default(),
            endpoint: None,
            credentials: None,
            transport: None,
            blocking_transport: None,
            clock: None,
            entropy: None,
            limits: Limits {
                connect_timeout: Duration::from_millis(service.connect_timeout_ms),
                timeout: Duration::from_millis(service.attempt_timeout_ms),
                max_body: BODY_LIMIT,
            },
            timeout: None,
            max_attempts: None,
            user_agent_suffix: None,
            rpc_method: "GET",
            rpc_format: "JSON",
            policy: Policy::default(),
        }
    }

    /// The region that requests go to, and that fills the parameters that want one.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.set_client_value(ClientValue::Region, region.into());
        self
    }

    /// The endpoint, where it is not the region's: `https://host`, `http://127.0.0.1:8080`, or a host alone.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Who signs the requests.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(Source::given(credentials));
        self
    }

    /// What says who signs the requests, where that has to be asked for, or expires.
    ///
    /// A project that the provider's credentials name is not taken from them: the builder has to be told of it.
    pub fn credentials_provider(mut self, provider: impl CredentialsProvider) -> Self {
        self.credentials = Some(Source::provided(provider));
        self
    }

    /// What sends requests asynchronously. The feature `hyper` brings one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// What sends requests while the calling thread waits. The feature `blocking` brings one.
    pub fn blocking_transport(mut self, transport: impl BlockingTransport) -> Self {
        self.blocking_transport = Some(Arc::new(transport));
        self
    }

    /// What tells the time. The feature `std-clock` brings one.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// What gives random bytes. The feature `getrandom` brings one.
    pub fn entropy(mut self, entropy: impl Entropy) -> Self {
        self.entropy = Some(Arc::new(entropy));
        self
    }

    /// How long a whole call may take, all attempts and the pauses between them included. Without it, only the
    /// attempts are limited.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How often a request is sent at most, the first time included. Unless set, as often as suits the service.
    ///
    /// Only reads and writes with an idempotency token are sent again after they may have reached the server.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// Sends every request once.
    pub fn without_retries(self) -> Self {
        self.max_attempts(1)
    }

    /// How long one attempt may take, from connecting to the last byte of the answer.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// How long connecting may take, TLS included.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.limits.connect_timeout = timeout;
        self
    }

    /// The longest answer body that is accepted, in bytes; 16 MiB unless set.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.limits.max_body = bytes;
        self
    }

    /// Text that follows this crate's name in the `User-Agent` header.
    pub fn user_agent_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.user_agent_suffix = Some(suffix.into());
        self
    }

    /// What becomes of requests that break documented limits: refused unless set otherwise.
    pub fn validation(mut self, validation: Validation) -> Self {
        self.policy.validation = validation;
        self
    }

    /// Lets a rule be broken, by its id (`CreateBgpPeer.BfdMultiHop.range`): documents age. May be called again.
    pub fn allow_rule(mut self, rule: impl Into<String>) -> Self {
        self.policy.allowed.push(rule.into());
        self
    }

    /// Sets a value that the client fills into requests. Generated builders give it a name.
    pub fn set_client_value(&mut self, value: ClientValue, text: String) {
        self.values.set(value, text);
    }

    /// Sets the method of RPC requests, `GET` or `POST`. Generated builders of RPC services give it a name.
    pub fn set_rpc_method(&mut self, method: &'static str) {
        self.rpc_method = method;
    }

    /// Makes RPC requests ask for answers in XML. Generated builders of RPC services give it a name.
    #[cfg(feature = "xml")]
    pub fn set_rpc_format_xml(&mut self) {
        self.rpc_format = "XML";
    }

    /// The client.
    ///
    /// # Errors
    /// There is neither an endpoint nor a region with a known one, a value is malformed, or there is no clock or
    /// entropy. Credentials may be missing until a request is built.
    pub fn build(self) -> Result<Client, Error> {
        let values = ClientValues {
            project_id: self.values.project_id.or_else(|| {
                let credentials = self.credentials.as_ref()?.last()?;
                credentials.project_id().map(str::to_owned)
            }),
            ..self.values
        };
        let region = values.region.as_deref();
        let inner = Inner {
            service: self.service,
            endpoint: resolve(self.service, self.endpoint.as_deref(), region)?,
            values,
            credentials: self.credentials,
            transport: self
                .transport
                .map_or_else(default_transport, |given| Ok(Some(given)))?,
            blocking_transport: self.blocking_transport.or_else(default_blocking_transport),
            clock: self.clock.map_or_else(default_clock, Ok)?,
            entropy: self.entropy.map_or_else(default_entropy, Ok)?,
            limits: self.limits,
            timeout: self.timeout,
            max_attempts: self.max_attempts,
            retry_budget: RetryBudget::new(),
            user_agent: user_agent(self.service, self.user_agent_suffix.as_deref())?,
            rpc_method: self.rpc_method,
            rpc_format: self.rpc_format,
            policy: self.policy,
        };
        Ok(Client {
            inner: Arc::new(inner),
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The endpoint has not been checked yet and may hold a password.
        f.debug_struct("ClientBuilder")
            .field("service", &self.service.name)
            .field("values", &self.values)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

fn resolve(
    service: &'static Service,
    endpoint: Option<&str>,
    region: Option<&str>,
) -> Result<Endpoint, Error> {
    let invalid = |message: String| Error::build("", message);
    if let Some(region) = region {
        endpoint::check_region(region).map_err(invalid)?;
    }
    match (endpoint, region) {
        (Some(endpoint), _) => Endpoint::parse(endpoint, service.scheme)
            .map_err(|reason| invalid(format!("the endpoint {reason}"))),
        (None, Some(region)) => Endpoint::of_region(service, region).map_err(invalid),
        (None, None) => Err(invalid(endpoint::no_region(service))),
    }
}

fn user_agent(service: &Service, suffix: Option<&str>) -> Result<HeaderValue, Error> {
    let text = match suffix {
        Some(suffix) => format!("{} {suffix}", service.user_agent),
        None => service.user_agent.to_owned(),
    };
    HeaderValue::try_from(text)
        .ok()
        .filter(|value| value.to_str().is_ok())
        .ok_or_else(|| Error::build("", "the user agent suffix must be printable ASCII text"))
}
