//! The transport over a `reqwest` client of your own.

use std::error::Error;
use std::time::Duration;

use ::reqwest::{Client, ClientBuilder, Request, Url, redirect};
use bytes::Bytes;
use http::Uri;
use tokio::time;

use super::failure::{not_connected, timed_out, too_large};
use super::in_tokio::{self, broken, is_garbage};
use super::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};

/// Sends requests by a [`reqwest::Client`](Client), with its proxies, TLS and connections.
///
/// TLS comes from the features of your own dependency on `reqwest`. The time limit on connecting is the client's
/// (`connect_timeout`), since `reqwest` has none for a single request; that on the whole exchange is kept here. It must
/// be used within a Tokio runtime.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: Client,
}

impl ReqwestTransport {
    /// A transport over `client`, which should follow no redirects.
    ///
    /// An answer that came by way of a redirect is an error, but what the client sent to reach it has left by then. So
    /// give the client `redirect(Policy::none())`, as [`from_builder`](Self::from_builder) does.
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    /// A transport over a client with the settings of `builder`, except that it follows no redirects.
    ///
    /// # Errors
    /// The client cannot be built.
    pub fn from_builder(builder: ClientBuilder) -> Result<Self, TransportError> {
        let client = builder.redirect(redirect::Policy::none()).build();
        client.map(Self::new).map_err(|error| {
            let message = format!("the reqwest client: {}", error.without_url());
            TransportError::new(TransportErrorKind::Other, message).not_sent()
        })
    }

    async fn exchange(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        in_tokio::check("reqwest")?;
        let request = convert(request)?;
        time::timeout(limits.timeout, self.receive(request, limits.max_body))
            .await
            .unwrap_or_else(|_| Err(timed_out()))
    }

    async fn receive(
        &self,
        request: Request,
        max_body: usize,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let url = request.url().clone();
        let mut response = self.client.execute(request).await.map_err(explain)?;
        if *response.url() != url {
            return Err(TransportError::new(
                TransportErrorKind::Other,
                "the reqwest client followed a redirect, which is refused; build it with `redirect(Policy::none())`",
            ));
        }
        let announced = response.content_length().unwrap_or(0);
        if usize::try_from(announced).map_or(true, |length| length > max_body) {
            return Err(too_large(max_body));
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(explain)? {
            if chunk.len() > max_body - body.len() {
                return Err(too_large(max_body));
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = http::Response::new(Bytes::from(body));
        *answer.status_mut() = response.status();
        *answer.version_mut() = response.version();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(self.exchange(request, limits))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        in_tokio::sleep(duration)
    }
}

/// The request as `reqwest` has them, if its URL library leaves path and query as they were signed.
fn convert(request: http::Request<Bytes>) -> Result<Request, TransportError> {
    let (parts, body) = request.into_parts();
    let url = Url::parse(&parts.uri.to_string())
        .ok()
        .filter(|url| is_same(url, &parts.uri))
        .ok_or_else(|| {
            let message = "the reqwest transport would rewrite the path or the query, which breaks the signature";
            TransportError::new(TransportErrorKind::Other, message).not_sent()
        })?;
    let mut request = Request::new(parts.method, url);
    *request.headers_mut() = parts.headers;
    // An empty body would be announced by a header.
    if !body.is_empty() {
        *request.body_mut() = Some(body.into());
    }
    Ok(request)
}

/// Whether a URL has the path and query of `uri`: `url` resolves `..` even if it is escaped, and escapes more.
fn is_same(url: &Url, uri: &Uri) -> bool {
    url.path() == uri.path() && url.query() == uri.query() && url.fragment().is_none()
}

/// Errors of `reqwest` show the URL. What caused them speaks of the connection.
fn explain(error: ::reqwest::Error) -> TransportError {
    let error = error.without_url();
    if error.is_connect() {
        not_connected(&error)
    } else if error.is_timeout() {
        timed_out()
    } else if !is_garbage(&error) && (error.is_redirect() || error.source().is_none()) {
        TransportError::new(TransportErrorKind::Other, error.to_string())
    } else {
        broken(&error)
    }
}
