use std::time::Duration;

use bytes::Bytes;
use tracing::field::{Empty, display};
use tracing::instrument::Instrumented;
use tracing::{Instrument, Span};

use crate::runtime::call::Call;
use crate::runtime::error::Error;
use crate::runtime::transport::{TransportError, TransportErrorKind};

/// The span of a call, from the first attempt to the last answer.
pub(in crate::runtime) struct CallSpan(Span);

/// The span of an attempt, from sending to the last byte of the answer.
#[derive(Clone)]
pub(in crate::runtime) struct AttemptSpan(Span);

impl CallSpan {
    pub(in crate::runtime) fn new(call: &Call<'_>) -> Self {
        Self(tracing::info_span!(
            "call",
            "otel.kind" = "internal",
            "rpc.service" = call.client.service.name,
            "rpc.method" = call.name(),
            "attempts" = Empty,
            "error.type" = Empty,
        ))
    }

    /// The span of the attempt that comes after `made` others.
    pub(in crate::runtime) fn attempt(
        &self,
        call: &Call<'_>,
        method: &http::Method,
        made: u32,
    ) -> AttemptSpan {
        let endpoint = &call.client.endpoint;
        let scheme = endpoint.scheme().as_str();
        let port = endpoint.authority().port_u16();
        let span = tracing::info_span!(
            parent: &self.0,
            "attempt",
            "otel.kind" = "client",
            "http.request.method" = method.as_str(),
            "url.scheme" = scheme,
            "url.template" = call.operation.path,
            "server.address" = endpoint.authority().host(),
            "server.port" = port.unwrap_or(if scheme == "http" { 80 } else { 443 }),
            "http.request.resend_count" = Empty,
            "http.response.status_code" = Empty,
            "error.type" = Empty,
        );
        // The convention leaves it out of the first one.
        if made > 0 {
            span.record("http.request.resend_count", made);
        }
        AttemptSpan(span)
    }

    /// Notes that another attempt follows.
    pub(in crate::runtime) fn retries(&self, pause: Duration) {
        let pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
        tracing::debug!(parent: &self.0, pause_ms, "the request is sent again");
    }

    /// Notes how the call ended.
    pub(in crate::runtime) fn ends(&self, attempts: u32, error: Option<&Error>) {
        self.0.record("attempts", attempts);
        if let Some(error) = error {
            match error.status() {
                Some(status) => self.0.record("error.type", display(status)),
                None => self.0.record("error.type", display(error.kind())),
            };
        }
    }
}

impl AttemptSpan {
    /// No span: between attempts.
    pub(in crate::runtime) fn none() -> Self {
        Self(Span::none())
    }

    /// A future that runs within the span.
    pub(in crate::runtime) fn around<F: Future>(&self, future: F) -> Instrumented<F> {
        future.instrument(self.0.clone())
    }

    /// Acts within the span.
    pub(in crate::runtime) fn within<T>(&self, action: impl FnOnce() -> T) -> T {
        self.0.in_scope(action)
    }

    /// Notes how the attempt ended.
    pub(in crate::runtime) fn ends(&self, outcome: &Result<http::Response<Bytes>, TransportError>) {
        match outcome {
            Ok(response) => {
                let status = response.status();
                self.0.record("http.response.status_code", status.as_u16());
                if !status.is_success() {
                    self.0.record("error.type", status.as_str());
                }
            }
            Err(error) => {
                self.0.record("error.type", name(error.kind()));
            }
        }
    }
}

fn name(kind: TransportErrorKind) -> &'static str {
    match kind {
        TransportErrorKind::Timeout => "timeout",
        TransportErrorKind::Connect => "connect",
        TransportErrorKind::Tls => "tls",
        TransportErrorKind::BodyTooLarge => "body_too_large",
        TransportErrorKind::Interrupted => "interrupted",
        TransportErrorKind::Other => "_OTHER",
    }
}
