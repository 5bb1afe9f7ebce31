use std::error::Error;
use std::future::ready;
use std::sync::Arc;
use std::task::{Context, Poll};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::uri::{PathAndQuery, Scheme};
use http::{HeaderValue, Uri};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use tower_service::Service;
use zeroize::Zeroizing;

use super::stream::{Io, Stream};
use crate::runtime::transport::{BoxFuture, Proxies, Proxy, TransportError, TransportErrorKind};

type BoxError = Box<dyn Error + Send + Sync>;

/// Connects to servers, directly or through a proxy: by a tunnel where TLS follows, else to the proxy itself.
#[derive(Clone, Debug)]
pub(super) struct Connector {
    tcp: HttpConnector,
    /// For proxies, which may want TLS themselves.
    to_proxy: HttpsConnector<HttpConnector>,
    proxies: Arc<Proxies>,
}

impl Connector {
    pub(super) fn new(
        tcp: HttpConnector,
        to_proxy: HttpsConnector<HttpConnector>,
        proxies: Arc<Proxies>,
    ) -> Self {
        Self {
            tcp,
            to_proxy,
            proxies,
        }
    }

    fn connect(
        &mut self,
        destination: Uri,
    ) -> Result<BoxFuture<'static, Result<Stream, BoxError>>, BoxError> {
        let Some(proxy) = self.proxies.of(&destination)? else {
            let connecting = self.tcp.call(destination);
            return Ok(Box::pin(async move {
                Ok(Stream::direct(Io::Http(connecting.await?)))
            }));
        };
        let address = address(proxy)?;
        if destination.scheme() != Some(&Scheme::HTTPS) {
            let connecting = self.to_proxy.call(address);
            return Ok(Box::pin(
                async move { Ok(Stream::forwarded(connecting.await?)) },
            ));
        }
        let mut tunnel = Tunnel::new(address, self.to_proxy.clone());
        if let Some(authorization) = authorization(proxy) {
            tunnel = tunnel.with_auth(authorization?);
        }
        let connecting = tunnel.call(destination);
        Ok(Box::pin(
            async move { Ok(Stream::direct(connecting.await?)) },
        ))
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Stream, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        // Neither connector inside ever makes its callers wait.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, destination: Uri) -> Self::Future {
        self.connect(destination)
            .unwrap_or_else(|error| Box::pin(ready(Err(error))))
    }
}

/// The value of `Proxy-Authorization`, where a proxy wants to know who uses it.
pub(super) fn authorization(proxy: &Proxy) -> Option<Result<HeaderValue, TransportError>> {
    let user = proxy.user()?;
    let plain = Zeroizing::new(format!("{}:{}", user.name(), user.password().expose()));
    let value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(plain.as_bytes())));
    let value = value.map(|mut value| {
        value.set_sensitive(true);
        value
    });
    Some(value.map_err(|_| malformed()))
}

fn address(proxy: &Proxy) -> Result<Uri, TransportError> {
    Uri::builder()
        .scheme(proxy.scheme().clone())
        .authority(proxy.authority().clone())
        .path_and_query(PathAndQuery::from_static("/"))
        .build()
        .map_err(|_| malformed())
}

fn malformed() -> TransportError {
    let message = "the environment names a malformed proxy";
    TransportError::new(TransportErrorKind::Connect, message).not_sent()
}
