use bytes::Bytes;

use crate::runtime::timestamp::UnixTime;
use crate::runtime::transport::{
    BlockingTransport, Limits, Transport, TransportError, TransportErrorKind,
};

/// The client's clock and transport, for a provider of credentials.
#[derive(Clone, Copy)]
pub struct Exchange<'a> {
    now: UnixTime,
    limits: Limits,
    way: Way<'a>,
}

/// How a call waits.
#[derive(Clone, Copy)]
pub(in crate::runtime) enum Way<'a> {
    Asynchronous(&'a dyn Transport),
    Blocking(&'a dyn BlockingTransport),
    /// It does not: a request is only built.
    Nowhere,
}

impl<'a> Exchange<'a> {
    pub(in crate::runtime) fn new(now: UnixTime, limits: Limits, way: Way<'a>) -> Self {
        Self { now, limits, way }
    }

    /// The time by the client's clock.
    pub fn now(&self) -> UnixTime {
        self.now
    }

    /// Sends a request by the client's transport, within the limits of one attempt.
    ///
    /// # Errors
    /// No answer comes, or the client only builds a request and sends nothing.
    pub async fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Bytes>, TransportError> {
        match self.way {
            Way::Asynchronous(transport) => transport.send(request, self.limits).await,
            Way::Blocking(transport) => transport.send(request, self.limits),
            Way::Nowhere => Err(TransportError::new(
                TransportErrorKind::Other,
                "nothing is sent while a request is built",
            )
            .not_sent()),
        }
    }
}

impl std::fmt::Debug for Exchange<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Exchange")
            .field("now", &self.now)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
