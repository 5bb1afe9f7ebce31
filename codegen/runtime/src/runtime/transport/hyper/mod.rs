//! The transport over hyper, rustls and Tokio.

mod builder;
mod connector;
mod stream;

use std::future::ready;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Body;
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::{CaptureConnection, capture_connection};
use hyper_util::client::legacy::{Client, ResponseFuture};
use tokio::time::{self, Instant};

use self::connector::Connector;
use super::failure::{connecting_timed_out, not_connected, timed_out, too_large};
use super::in_tokio::{self, broken};
use super::{BoxFuture, Limits, Proxies, Transport, TransportError};

pub use self::builder::HyperTransportBuilder;

/// Sends requests over HTTP/1.1, with TLS by rustls and the certificate authorities that Mozilla trusts.
///
/// Connections are kept and used again, redirects not followed, and the proxies of the environment used. It can be made
/// anywhere but must be used within a Tokio runtime with I/O and time enabled.
#[derive(Clone, Debug)]
pub struct HyperTransport {
    client: Client<HttpsConnector<Connector>, Full<Bytes>>,
    proxies: Arc<Proxies>,
}

impl HyperTransport {
    /// A transport without connections yet.
    ///
    /// # Errors
    /// The TLS library cannot be set up.
    pub fn new() -> Result<Self, TransportError> {
        Self::builder().build()
    }

    /// Configures a transport.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder::default()
    }

    /// Hands a request to the pool, which does nothing with it until it is polled.
    fn begin(&self, mut request: http::Request<Bytes>) -> Result<Pending, TransportError> {
        self.authorize(&mut request)?;
        let mut request = request.map(Full::new);
        let connection = capture_connection(&mut request);
        let response = self.client.request(request);
        Ok((response, connection))
    }

    /// Tells the proxy who uses it, where it reads the request itself. A tunnel is told when it is made.
    fn authorize(&self, request: &mut http::Request<Bytes>) -> Result<(), TransportError> {
        let proxy = self.proxies.of(request.uri())?;
        if request.uri().scheme() != Some(&Scheme::HTTPS)
            && let Some(authorization) = proxy.and_then(connector::authorization)
        {
            let headers = request.headers_mut();
            headers.insert(PROXY_AUTHORIZATION, authorization?);
        }
        Ok(())
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        match self.begin(request) {
            Ok(pending) => Box::pin(exchange(pending, limits)),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        in_tokio::sleep(duration)
    }
}

/// Whether the request has been given a connection, so that the server may have seen it.
fn is_open(connection: &CaptureConnection) -> bool {
    connection.connection_metadata().is_some()
}

/// A response to come, and the connection that it comes over once there is one.
type Pending = (ResponseFuture, CaptureConnection);

/// Sends and receives, with time limits on connecting and on the whole.
async fn exchange(
    (response, connection): Pending,
    limits: Limits,
) -> Result<http::Response<Bytes>, TransportError> {
    in_tokio::check("hyper")?;
    let exchange = receive(response, limits.max_body);
    within(limits, exchange, &connection)
        .await
        .map_err(|error| {
            if is_open(&connection) {
                error
            } else {
                error.not_sent()
            }
        })
}

/// Keeps the time limits. A call that is over before the first of them would strike costs one timer.
async fn within<T>(
    limits: Limits,
    exchange: impl Future<Output = Result<T, TransportError>>,
    connection: &CaptureConnection,
) -> Result<T, TransportError> {
    let start = Instant::now();
    let mut exchange = pin!(exchange);
    let connecting = limits.connect_timeout.min(limits.timeout);
    if let Ok(outcome) = time::timeout(connecting, &mut exchange).await {
        return outcome;
    }
    if connecting < limits.timeout && !is_open(connection) {
        return Err(connecting_timed_out());
    }
    let left = limits.timeout.saturating_sub(start.elapsed());
    let outcome = time::timeout(left, exchange).await;
    outcome.unwrap_or_else(|_| Err(timed_out()))
}

async fn receive(
    response: ResponseFuture,
    max_body: usize,
) -> Result<http::Response<Bytes>, TransportError> {
    let response = response.await.map_err(|error| {
        if error.is_connect() {
            not_connected(&error)
        } else {
            broken(&error)
        }
    })?;
    let (parts, body) = response.into_parts();
    let too_large = || too_large(max_body);
    // An announced length need not be waited for.
    if usize::try_from(body.size_hint().lower()).map_or(true, |length| length > max_body) {
        return Err(too_large());
    }
    let body = Limited::new(body, max_body)
        .collect()
        .await
        .map_err(|error| {
            if error.is::<LengthLimitError>() {
                too_large()
            } else {
                broken(&*error)
            }
        })?;
    Ok(http::Response::from_parts(parts, body.to_bytes()))
}
