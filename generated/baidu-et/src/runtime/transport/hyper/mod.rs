//! The transport over hyper, rustls and Tokio.

mod failure;

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Body;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{CaptureConnection, HttpConnector, capture_connection};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::runtime::Handle;
use tokio::time;

use self::failure::{explain, interrupted};
use super::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};

/// Sends requests over HTTP/1.1, with TLS by rustls and the certificate authorities that Mozilla trusts.
///
/// Connections are kept and used again. Proxies are not used, redirects not followed. It can be made anywhere but
/// must be used within a Tokio runtime with I/O and time enabled.
#[derive(Clone, Debug)]
pub struct HyperTransport {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

impl HyperTransport {
    /// A transport without connections yet.
    ///
    /// # Errors
    /// The TLS library cannot be set up.
    pub fn new() -> Result<Self, TransportError> {
        // Named outright: with two providers in the dependency graph, rustls would panic rather than choose.
        let provider = rustls::crypto::ring::default_provider();
        let tls = HttpsConnectorBuilder::new().with_provider_and_webpki_roots(provider);
        let builder = tls.map_err(|error| {
            TransportError::new(TransportErrorKind::Tls, error.to_string()).not_sent()
        })?;
        let mut tcp = HttpConnector::new();
        // The connector around it deals with https.
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        let connector = builder.https_or_http().enable_http1().wrap_connector(tcp);
        // The pool sends a request again only if it never began to write it: harmless, and left on.
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(connector);
        Ok(Self { client })
    }

    /// Sends and receives, with time limits on connecting and on the whole.
    async fn exchange(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        if Handle::try_current().is_err() {
            return Err(TransportError::new(
                TransportErrorKind::Other,
                "the hyper transport must be used within a Tokio runtime",
            )
            .not_sent());
        }
        let mut request = request.map(Full::new);
        let connection = capture_connection(&mut request);
        let unlimited = self.receive(request, &connection, limits);
        time::timeout(limits.timeout, unlimited)
            .await
            .unwrap_or_else(|_| Err(timed_out("no complete answer in time")))
            .map_err(|error| {
                if is_open(&connection) {
                    error
                } else {
                    error.not_sent()
                }
            })
    }

    async fn receive(
        &self,
        request: http::Request<Full<Bytes>>,
        connection: &CaptureConnection,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let mut pending = self.client.request(request);
        let outcome = match time::timeout(limits.connect_timeout, &mut pending).await {
            Ok(outcome) => outcome,
            Err(_) if is_open(connection) => pending.await,
            Err(_) => return Err(timed_out("no connection in time")),
        };
        let (parts, body) = outcome.map_err(|error| explain(&error))?.into_parts();
        let too_large = || {
            let message = format!("the answer is longer than {} bytes", limits.max_body);
            TransportError::new(TransportErrorKind::BodyTooLarge, message)
        };
        // An announced length need not be waited for.
        if usize::try_from(body.size_hint().lower()).map_or(true, |length| length > limits.max_body)
        {
            return Err(too_large());
        }
        let body = Limited::new(body, limits.max_body)
            .collect()
            .await
            .map_err(|error| {
                if error.is::<LengthLimitError>() {
                    too_large()
                } else {
                    interrupted(&*error)
                }
            })?;
        Ok(http::Response::from_parts(parts, body.to_bytes()))
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(self.exchange(request, limits))
    }

    /// Without a runtime nothing could end the wait, so there is none.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            if Handle::try_current().is_ok() {
                time::sleep(duration).await;
            }
        })
    }
}

/// Whether the request has been given a connection, so that the server may have seen it.
fn is_open(connection: &CaptureConnection) -> bool {
    connection.connection_metadata().is_some()
}

fn timed_out(message: &str) -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, message)
}
