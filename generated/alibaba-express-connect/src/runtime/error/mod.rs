//! The one error type.

mod class;
mod display;
mod kind;
mod predicates;
mod service_error;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;

use super::json::DecodeError;
use super::paging::PagingFault;
use super::raw::RawOperation;
use super::transport::{TransportError, TransportErrorKind};
use super::validate::Violations;
use super::waiting::{WaitFault, WaitFaultReason};

pub use class::ErrorClass;
pub use kind::ErrorKind;
pub(super) use service_error::Explanation;
pub use service_error::ServiceError;

/// Why an operation did not succeed.
///
/// Its texts take one line and hold no secret, so they may go into a log as they are.
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    operation: Cow<'static, str>,
    attempts: u32,
    cause: Cause,
}

enum Cause {
    Validation(Violations),
    Build(String),
    Credentials(String),
    Transport(TransportError),
    Service(ServiceError),
    Decode(Undecodable),
    Paging(PagingFault),
    Waiting(WaitFault),
}

/// An answer that is not what the operation answers with.
struct Undecodable {
    error: DecodeError,
    status: u16,
    request_id: Option<String>,
    body: Bytes,
}

/// Making errors: for whoever brings a protocol, a signature scheme or a transport.
impl Error {
    /// The request breaks documented limits.
    pub fn validation(operation: &'static str, violations: Violations) -> Self {
        Self::new(operation, Cause::Validation(violations))
    }

    /// No request can be made, for the reason in `message`, which must hold no secret.
    ///
    /// `operation` is empty for errors of the client itself.
    pub fn build(operation: &'static str, message: impl Into<String>) -> Self {
        Self::new(operation, Cause::Build(message.into()))
    }

    /// There are no credentials or not the right ones, as `message` says, which must hold no secret.
    pub fn credentials(operation: &'static str, message: impl Into<String>) -> Self {
        Self::new(operation, Cause::Credentials(message.into()))
    }

    /// No answer came.
    pub fn transport(operation: &'static str, error: TransportError) -> Self {
        Self::new(operation, Cause::Transport(error))
    }

    /// The service answered with an error.
    pub fn rejected(operation: &'static str, error: ServiceError) -> Self {
        Self::new(operation, Cause::Service(error))
    }

    /// A list cannot be followed to its end.
    pub fn paging(operation: &'static str, fault: PagingFault) -> Self {
        Self::new(operation, Cause::Paging(fault))
    }

    /// Something has not reached the state that was waited for.
    pub fn waiting(operation: &'static str, fault: WaitFault) -> Self {
        Self::new(operation, Cause::Waiting(fault))
    }

    /// The answer is not what the operation answers with.
    pub fn undecodable(
        operation: &'static str,
        error: DecodeError,
        status: http::StatusCode,
        request_id: Option<String>,
        body: Bytes,
    ) -> Self {
        let undecodable = Undecodable {
            error,
            status: status.as_u16(),
            request_id,
            body,
        };
        Self::new(operation, Cause::Decode(undecodable))
    }

    fn new(operation: &'static str, cause: Cause) -> Self {
        Self {
            inner: Box::new(Inner {
                operation: Cow::Borrowed(operation),
                attempts: 0,
                cause,
            }),
        }
    }

    /// The same error of an operation that the crate does not know, if it is one.
    pub(super) fn of(mut self, raw: Option<&RawOperation>) -> Self {
        if let Some(raw) = raw {
            self.inner.operation = Cow::Owned(raw.operation.clone());
        }
        self
    }

    /// The same error at the end of a call with this many attempts.
    pub(super) fn after(mut self, attempts: u32) -> Self {
        self.inner.attempts = attempts;
        self
    }
}

/// Looking into errors.
impl Error {
    /// What went wrong, roughly.
    pub fn kind(&self) -> ErrorKind {
        match &self.inner.cause {
            Cause::Validation(_) => ErrorKind::Validation,
            Cause::Build(_) => ErrorKind::Build,
            Cause::Credentials(_) => ErrorKind::Credentials,
            Cause::Transport(error) if error.kind() == TransportErrorKind::Timeout => {
                ErrorKind::Timeout
            }
            Cause::Transport(_) => ErrorKind::Transport,
            Cause::Service(_) => ErrorKind::Service,
            Cause::Decode(_) => ErrorKind::Decode,
            Cause::Paging(_) => ErrorKind::Paging,
            Cause::Waiting(fault) => match fault.reason() {
                WaitFaultReason::Deadline(_) => ErrorKind::Timeout,
                WaitFaultReason::State(_) | WaitFaultReason::Gone => ErrorKind::State,
            },
        }
    }

    /// The operation, such as `CreateBgpPeer`; empty for errors of the client itself.
    pub fn operation(&self) -> &str {
        &self.inner.operation
    }

    /// How often the request was sent, or tried to; 0 if the call ended before that.
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    /// How long the service wants to be left alone, if it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        self.service()?.retry_after()
    }

    /// The HTTP status of the answer, if one came.
    pub fn status(&self) -> Option<u16> {
        match &self.inner.cause {
            Cause::Service(error) => Some(error.status()),
            Cause::Decode(answer) => Some(answer.status),
            _ => None,
        }
    }

    /// The id that the service gave the request, for its support.
    pub fn request_id(&self) -> Option<&str> {
        match &self.inner.cause {
            Cause::Service(error) => error.request_id(),
            Cause::Decode(answer) => answer.request_id.as_deref(),
            _ => None,
        }
    }

    /// The error code of the service.
    pub fn code(&self) -> Option<&str> {
        self.service()?.code()
    }

    /// The error code of the service as an enum of the documented codes.
    pub fn code_as<E: for<'a> From<&'a str>>(&self) -> Option<E> {
        self.code().map(E::from)
    }

    /// What happened, in words, without operation and status.
    pub fn message(&self) -> String {
        match &self.inner.cause {
            Cause::Validation(violations) => violations.to_string(),
            Cause::Build(message) | Cause::Credentials(message) => message.clone(),
            Cause::Transport(error) => error.to_string(),
            Cause::Service(error) => error.message().to_owned(),
            Cause::Decode(answer) => answer.error.to_string(),
            Cause::Paging(fault) => fault.to_string(),
            Cause::Waiting(fault) => fault.to_string(),
        }
    }

    /// The limits that the request breaks.
    pub fn violations(&self) -> Option<&Violations> {
        match &self.inner.cause {
            Cause::Validation(violations) => Some(violations),
            _ => None,
        }
    }

    /// What the service answered.
    pub fn service(&self) -> Option<&ServiceError> {
        match &self.inner.cause {
            Cause::Service(error) => Some(error),
            _ => None,
        }
    }

    /// Why no answer came.
    pub fn transport_error(&self) -> Option<&TransportError> {
        match &self.inner.cause {
            Cause::Transport(error) => Some(error),
            _ => None,
        }
    }

    /// Why a wait ended without success.
    pub fn wait_fault(&self) -> Option<&WaitFault> {
        match &self.inner.cause {
            Cause::Waiting(fault) => Some(fault),
            _ => None,
        }
    }

    /// The body of the answer as it came. It may hold secrets.
    pub fn body(&self) -> Option<&Bytes> {
        match &self.inner.cause {
            Cause::Service(error) => Some(error.body()),
            Cause::Decode(answer) => Some(&answer.body),
            _ => None,
        }
    }

    /// The place in the answer that could not be decoded.
    pub fn path(&self) -> Option<&str> {
        match &self.inner.cause {
            Cause::Decode(answer) => Some(answer.error.path()),
            _ => None,
        }
    }

    /// Whether the same request may succeed later.
    ///
    /// Whether it is safe to send it again is another question: a write without an idempotency token may already
    /// have happened.
    pub fn is_retryable(&self) -> bool {
        match &self.inner.cause {
            Cause::Transport(error) => error.kind().is_transient(),
            Cause::Service(error) => error.is_retryable(),
            _ => false,
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.inner.cause {
            Cause::Validation(violations) => Some(violations),
            Cause::Build(_) | Cause::Credentials(_) => None,
            Cause::Transport(error) => Some(error),
            Cause::Service(error) => Some(error),
            Cause::Decode(answer) => Some(&answer.error),
            Cause::Paging(fault) => Some(fault),
            Cause::Waiting(fault) => Some(fault),
        }
    }
}
