use std::time::Duration;

use bytes::Bytes;

use crate::runtime::call::Call;
use crate::runtime::error::Error;
use crate::runtime::transport::TransportError;

/// Nothing in place of the span of a call.
pub(in crate::runtime) struct CallSpan;

/// Nothing in place of the span of an attempt.
#[derive(Clone)]
pub(in crate::runtime) struct AttemptSpan;

impl CallSpan {
    pub(in crate::runtime) fn new(_: &Call<'_>) -> Self {
        Self
    }

    pub(in crate::runtime) fn attempt(
        &self,
        _: &Call<'_>,
        _: &http::Method,
        _: u32,
    ) -> AttemptSpan {
        AttemptSpan
    }

    pub(in crate::runtime) fn retries(&self, _: Duration) {}

    pub(in crate::runtime) fn ends(&self, _: u32, _: Option<&Error>) {}
}

impl AttemptSpan {
    pub(in crate::runtime) fn none() -> Self {
        Self
    }

    pub(in crate::runtime) fn around<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in crate::runtime) fn within<T>(&self, action: impl FnOnce() -> T) -> T {
        action()
    }

    pub(in crate::runtime) fn ends(&self, _: &Result<http::Response<Bytes>, TransportError>) {}
}
