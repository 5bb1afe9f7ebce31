//! How requests reach the network.
//!
//! The client does no I/O of its own. It hands finished requests to a [`Transport`] or a [`BlockingTransport`].

#[cfg(any(feature = "hyper", feature = "blocking"))]
mod choices;
mod error;
#[cfg(any(feature = "hyper", feature = "reqwest", feature = "blocking"))]
mod failure;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod in_tokio;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod proxies;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

pub use error::{TransportError, TransportErrorKind};
#[cfg(any(feature = "hyper", feature = "blocking"))]
pub use proxies::{Proxies, Proxy, ProxyUser};

#[cfg(feature = "hyper")]
pub mod hyper;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "blocking")]
pub mod ureq;

/// A future of a trait method.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What one exchange may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long connecting may take, TLS included.
    pub connect_timeout: Duration,
    /// How long the whole exchange may take, from connecting to the last byte of the answer.
    pub timeout: Duration,
    /// The longest answer body, in bytes.
    pub max_body: usize,
}

/// Sends requests asynchronously.
///
/// An implementation sends the request as it is: it does not touch path and query, follows no redirect, and repeats
/// nothing that may have arrived. It keeps all [`Limits`].
pub trait Transport: Send + Sync + 'static {
    /// Sends `request` and receives the whole answer, whatever its status.
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>>;

    /// Waits, between attempts.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

/// Sends requests while the calling thread waits. Otherwise the same as [`Transport`].
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends `request` and receives the whole answer, whatever its status.
    ///
    /// # Errors
    /// No answer came, or it broke a limit.
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError>;

    /// Waits, between attempts.
    fn sleep(&self, duration: Duration);
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        (**self).send(request, limits)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }
}

impl<T: BlockingTransport + ?Sized> BlockingTransport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        (**self).send(request, limits)
    }

    fn sleep(&self, duration: Duration) {
        (**self).sleep(duration);
    }
}
