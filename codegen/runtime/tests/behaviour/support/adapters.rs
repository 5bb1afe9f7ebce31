//! The transports that the features bring, side by side.
//!
//! The asynchronous ones run on a runtime of their own, so that one test serves all.

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use runtime::runtime::client::Client;
use runtime::runtime::error::Error;
use runtime::runtime::operation::ClientValue;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{BlockingTransport, Limits, TransportError};

use super::frozen;
use crate::sample::rest::{ListInput, baidu};

/// Far more time than any test takes, and a small body.
pub const LIMITS: Limits = Limits {
    connect_timeout: Duration::from_secs(60),
    timeout: Duration::from_secs(120),
    max_body: 1000,
};

/// A transport and the name of its library.
#[derive(Clone)]
pub struct Adapter {
    pub name: &'static str,
    pub transport: Arc<dyn BlockingTransport>,
}

impl Adapter {
    fn new(name: &'static str, transport: impl BlockingTransport) -> Self {
        let transport = Arc::new(transport);
        Self { name, transport }
    }

    /// A client that sends to `endpoint` with this transport.
    pub fn client(&self, endpoint: &str) -> Client {
        let mut builder = frozen(baidu())
            .endpoint(endpoint)
            .attempt_timeout(LIMITS.timeout)
            .blocking_transport(Arc::clone(&self.transport));
        builder.set_client_value(ClientValue::ProjectId, "p".to_owned());
        builder.build().unwrap()
    }

    /// Calls an operation that reads.
    pub fn list(&self, endpoint: &str) -> Result<serde_json::Value, Error> {
        let request = Request::new(&self.client(endpoint), ListInput::default());
        request
            .send_blocking()
            .map(|response| response.into_output())
    }

    /// Sends a request with a signature in its URL by the transport alone.
    pub fn get(
        &self,
        origin: &str,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let uri = format!("{origin}/path?Signature=s3cret");
        let request = http::Request::get(uri).body(Bytes::new()).unwrap();
        self.transport.send(request, limits)
    }
}

/// Every transport that there is, without proxies.
pub fn all() -> Vec<Adapter> {
    vec![
        #[cfg(feature = "hyper")]
        hyper::adapter(None),
        #[cfg(feature = "reqwest")]
        reqwest::adapter(None),
        #[cfg(feature = "blocking")]
        Adapter::new("ureq", ureq().build()),
    ]
}

/// Every transport, each trusting the certificate authority `root` alone.
pub fn trusting(root: &[u8]) -> Vec<Adapter> {
    vec![
        #[cfg(feature = "hyper")]
        hyper::adapter(Some(root)),
        #[cfg(feature = "reqwest")]
        reqwest::adapter(Some(root)),
        #[cfg(feature = "blocking")]
        Adapter::new("ureq", ureq().root_certificates([root]).build()),
    ]
}

/// The transports that read proxies from the environment, here from `variables`, each trusting `root` alone.
#[cfg(any(feature = "hyper", feature = "blocking"))]
pub fn with_proxies(variables: &[(&str, String)], root: &[u8]) -> Vec<Adapter> {
    use runtime::runtime::transport::Proxies;

    let proxies = Proxies::from_lookup(&|name| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| value.clone())
    });
    vec![
        #[cfg(feature = "hyper")]
        hyper::with_proxies(proxies.clone(), root),
        #[cfg(feature = "blocking")]
        Adapter::new(
            "ureq",
            ureq().root_certificates([root]).proxies(proxies).build(),
        ),
    ]
}

#[cfg(feature = "blocking")]
fn ureq() -> runtime::runtime::transport::ureq::UreqTransportBuilder {
    use runtime::runtime::transport::Proxies;
    use runtime::runtime::transport::ureq::UreqTransport;

    UreqTransport::builder().proxies(Proxies::none())
}

#[cfg(feature = "hyper")]
mod hyper {
    use runtime::runtime::transport::Proxies;
    use runtime::runtime::transport::hyper::{HyperTransport, HyperTransportBuilder};

    use super::{Adapter, Waiting};

    pub(super) fn adapter(root: Option<&[u8]>) -> Adapter {
        let builder = HyperTransport::builder().proxies(Proxies::none());
        finish(match root {
            Some(root) => builder.root_certificates([root]),
            None => builder,
        })
    }

    pub(super) fn with_proxies(proxies: Proxies, root: &[u8]) -> Adapter {
        finish(
            HyperTransport::builder()
                .root_certificates([root])
                .proxies(proxies),
        )
    }

    fn finish(builder: HyperTransportBuilder) -> Adapter {
        Adapter::new("hyper", Waiting::new(builder.build().unwrap()))
    }
}

#[cfg(feature = "reqwest")]
pub mod reqwest {
    use std::sync::Arc;

    use ::reqwest::{Client, ClientBuilder};
    use runtime::runtime::transport::reqwest::ReqwestTransport;
    use rustls::{ClientConfig, RootCertStore};

    use super::{Adapter, Waiting};

    /// A builder that trusts `root` alone, or nobody.
    pub fn builder(root: Option<&[u8]>) -> ClientBuilder {
        let mut store = RootCertStore::empty();
        if let Some(root) = root {
            store.add(root.to_vec().into()).unwrap();
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(store)
            .with_no_client_auth();
        Client::builder().no_proxy().tls_backend_preconfigured(tls)
    }

    pub(super) fn adapter(root: Option<&[u8]>) -> Adapter {
        let transport = ReqwestTransport::from_builder(builder(root)).unwrap();
        Adapter::new("reqwest", Waiting::new(transport))
    }

    /// A transport over `client` as it is.
    pub fn over(client: Client) -> Adapter {
        Adapter::new("reqwest", Waiting::new(ReqwestTransport::new(client)))
    }
}

/// An asynchronous transport whose callers wait.
#[cfg(any(feature = "hyper", feature = "reqwest"))]
struct Waiting<T> {
    transport: T,
    runtime: tokio::runtime::Runtime,
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
impl<T> Waiting<T> {
    fn new(transport: T) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        Self { transport, runtime }
    }
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
impl<T: runtime::runtime::transport::Transport> BlockingTransport for Waiting<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        self.runtime.block_on(self.transport.send(request, limits))
    }

    fn sleep(&self, duration: Duration) {
        self.runtime.block_on(self.transport.sleep(duration));
    }
}

/// Neither the error nor what caused it shows the URL.
pub fn check_quiet(error: &TransportError) {
    let mut texts = format!("{error} {error:?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        texts += &format!(" {error} {error:?}");
        cause = error.source();
    }
    assert!(
        !texts.contains("s3cret") && !texts.contains("path"),
        "{texts}"
    );
}
