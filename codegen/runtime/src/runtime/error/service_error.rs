use std::error::Error;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use super::ErrorClass;
use super::display::write_request_id;
use crate::runtime::operation::{DocumentedError, Operation, Retry, Service};
use crate::runtime::retry::RetryAfter;
use crate::runtime::text::{MESSAGE_LIMIT, one_line};

/// What a service answered instead of a result.
///
/// Code, message and request id are free of the request's secrets; the body is as it came.
#[derive(Clone)]
pub struct ServiceError {
    service: &'static Service,
    operation: &'static Operation,
    status: StatusCode,
    code: Option<String>,
    message: String,
    request_id: Option<String>,
    retry_after: RetryAfter,
    body: Bytes,
}

/// What an error answer says, free of secrets.
#[derive(Clone, Debug, Default)]
pub(in crate::runtime) struct Explanation {
    pub(in crate::runtime) code: Option<String>,
    pub(in crate::runtime) message: String,
    pub(in crate::runtime) request_id: Option<String>,
    pub(in crate::runtime) retry_after: RetryAfter,
}

impl ServiceError {
    pub(in crate::runtime) fn new(
        service: &'static Service,
        operation: &'static Operation,
        status: StatusCode,
        explanation: Explanation,
        body: Bytes,
    ) -> Self {
        let Explanation {
            code,
            message,
            request_id,
            retry_after,
        } = explanation;
        Self {
            service,
            operation,
            status,
            code,
            message,
            request_id,
            retry_after,
            body,
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The error code, such as `QuotaExceeded.Bgp`.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The message of the service; where it sent none, what can be said of its answer.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The id that the service gave the request, for its support.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The body as it came. It may hold secrets.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The rows of the documented error tables for this status and code: those of the operation, then those that
    /// every operation shares.
    pub fn documented(&self) -> impl Iterator<Item = &'static DocumentedError> {
        let status = self.status();
        let code = self.code().unwrap_or_default();
        let tables = self.operation.errors.iter().chain(self.service.errors);
        tables.filter(move |row| row.describes(status, code))
    }

    /// What the error means, by the first documented row.
    pub fn meaning(&self) -> Option<&'static str> {
        self.documented().next().map(|row| row.meaning)
    }

    /// What the error is about, by the first documented row.
    pub fn about(&self) -> Option<&'static str> {
        self.documented()
            .next()
            .map(|row| row.about)
            .filter(|about| !about.is_empty())
    }

    /// Whether a retry can help, by the first documented row that says so.
    pub fn retry(&self) -> Retry {
        self.documented()
            .map(|row| row.retry)
            .find(|retry| *retry != Retry::Unknown)
            .unwrap_or(Retry::Unknown)
    }

    /// What the error amounts to, whatever the provider calls it.
    pub fn class(&self) -> Option<ErrorClass> {
        if self.retry_after.is_throttled {
            return Some(ErrorClass::Throttled);
        }
        ErrorClass::of(self.code(), self.status())
    }

    /// How long the service wants to be left alone, if it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after.pause
    }

    /// Whether the same request may succeed later: as documented, else by the codes and statuses that pass at this
    /// service.
    pub fn is_retryable(&self) -> bool {
        let facts = &self.service.retry;
        match self.retry() {
            Retry::Later => true,
            Retry::Never | Retry::AfterStateChange => false,
            Retry::Unknown => {
                self.retry_after.is_throttled
                    || facts.statuses.contains(&self.status())
                    || self.code().is_some_and(|code| facts.codes.contains(&code))
            }
        }
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}", self.status())?;
        if let Some(code) = self.code() {
            write!(f, ", code {}", one_line(code, MESSAGE_LIMIT))?;
        }
        write!(f, ": {}", one_line(&self.message, MESSAGE_LIMIT))?;
        write_request_id(f, self.request_id())
    }
}

impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("status", &self.status())
            .field("code", &self.code)
            .field("message", &one_line(&self.message, MESSAGE_LIMIT))
            .field("request_id", &self.request_id)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

impl Error for ServiceError {}
