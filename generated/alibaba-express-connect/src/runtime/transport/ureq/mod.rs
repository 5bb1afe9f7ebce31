//! The blocking transport over ureq and rustls.

mod builder;
mod failure;

use std::io::Read;
use std::thread;
use std::time::Duration;

use ::ureq::{Agent, AsSendBody, Body};
use bytes::Bytes;

use self::failure::explain;
use super::failure::too_large;
use super::{BlockingTransport, Limits, Proxies, Proxy, TransportError, TransportErrorKind};

pub use self::builder::UreqTransportBuilder;

/// Sends requests over HTTP/1.1 while the thread waits, with TLS by rustls and the certificate authorities that Mozilla
/// trusts.
///
/// Connections are kept and used again, redirects not followed, and the proxies of the environment used, by a tunnel for
/// `http`, too. Where the crate `log` has a logger for the level `trace`, ureq writes whole URLs to it.
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: Agent,
    proxies: Proxies,
}

impl UreqTransport {
    /// A transport without connections yet.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Configures a transport.
    pub fn builder() -> UreqTransportBuilder {
        UreqTransportBuilder::default()
    }

    fn exchange(
        &self,
        request: http::Request<impl AsSendBody>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let proxy = self.proxies.of(request.uri())?.map(convert).transpose()?;
        let request = self
            .agent
            .configure_request(request)
            .proxy(proxy)
            .timeout_global(Some(limits.timeout))
            .timeout_resolve(Some(limits.connect_timeout))
            .timeout_connect(Some(limits.connect_timeout))
            .build();
        let (parts, body) = self.agent.run(request).map_err(explain)?.into_parts();
        let body = receive(body, limits.max_body)?;
        Ok(http::Response::from_parts(parts, body))
    }
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl BlockingTransport for UreqTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        // Without any body nothing is announced that was not signed.
        if request.body().is_empty() {
            self.exchange(request.map(|_| ()), limits)
        } else {
            self.exchange(request.map(Vec::from), limits)
        }
    }

    fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
    }
}

/// Reads a body of at most `limit` bytes.
fn receive(body: Body, limit: usize) -> Result<Bytes, TransportError> {
    // An announced length need not be waited for.
    let announced = body.content_length().unwrap_or(0);
    let limit_on_wire = u64::try_from(limit).unwrap_or(u64::MAX);
    if announced > limit_on_wire {
        return Err(too_large(limit));
    }
    let mut bytes = Vec::new();
    // One byte more tells a body that is too long from one that just fits.
    body.into_reader()
        .take(limit_on_wire.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| explain(error.into()))?;
    if bytes.len() > limit {
        return Err(too_large(limit));
    }
    Ok(bytes.into())
}

/// A proxy as ureq has them.
fn convert(proxy: &Proxy) -> Result<::ureq::Proxy, TransportError> {
    use ::ureq::ProxyProtocol;

    let is_https = *proxy.scheme() == http::uri::Scheme::HTTPS;
    let protocol = if is_https {
        ProxyProtocol::Https
    } else {
        ProxyProtocol::Http
    };
    let mut builder = ::ureq::Proxy::builder(protocol).host(proxy.authority().host());
    if let Some(port) = proxy.authority().port_u16() {
        builder = builder.port(port);
    }
    if let Some(user) = proxy.user() {
        builder = builder
            .username(user.name())
            .password(user.password().expose());
    }
    builder.build().map_err(|_| {
        let message = "the environment names a malformed proxy";
        TransportError::new(TransportErrorKind::Connect, message).not_sent()
    })
}
