use std::error::Error;
use std::fmt;
use std::iter::successors;

use crate::runtime::scrub::Scrubber;
use crate::runtime::text::{MESSAGE_LIMIT, one_line};

/// Why no answer came.
///
/// Its message should hold no URL, since URLs may carry signatures; the same goes for the source, which shows only to
/// code that walks along [`Error::source`]. Should a transport do otherwise, the client takes the secrets out.
pub struct TransportError {
    kind: TransportErrorKind,
    may_have_been_sent: bool,
    message: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// At which point an exchange failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// A time limit was reached.
    Timeout,
    /// No connection could be made.
    Connect,
    /// A connection was made, but TLS refused it.
    Tls,
    /// The answer is longer than allowed.
    BodyTooLarge,
    /// The connection broke before the answer was complete.
    Interrupted,
    /// Anything else.
    Other,
}

impl TransportErrorKind {
    /// Whether the same exchange may succeed later.
    pub fn is_transient(self) -> bool {
        matches!(self, Self::Timeout | Self::Connect | Self::Interrupted)
    }
}

impl TransportError {
    /// An error of a request that may have reached the server, with a message without a URL.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            may_have_been_sent: true,
            message: message.into(),
            source: None,
        }
    }

    /// The same error of a request that certainly was not sent.
    pub fn not_sent(self) -> Self {
        Self {
            may_have_been_sent: false,
            ..self
        }
    }

    /// The same error with what caused it, which should show no URL.
    pub fn with_source(self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            ..self
        }
    }

    /// The same error without any of `secrets`, whatever the transport put into it.
    ///
    /// A source that shows one is left out: it cannot be rewritten.
    pub(in crate::runtime) fn without(self, secrets: &Scrubber) -> Self {
        Self {
            message: secrets.scrub(&self.message),
            source: self.source.filter(|source| !shows(&**source, secrets)),
            ..self
        }
    }

    /// At which point the exchange failed.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the server may have seen the request, and acted on it.
    pub fn may_have_been_sent(&self) -> bool {
        self.may_have_been_sent
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fate = if self.may_have_been_sent {
            "may have been sent"
        } else {
            "was not sent"
        };
        write!(
            f,
            "{} (the request {fate})",
            one_line(&self.message, MESSAGE_LIMIT)
        )
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("kind", &self.kind)
            .field("may_have_been_sent", &self.may_have_been_sent)
            .field("message", &self.message)
            .finish_non_exhaustive()
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Whether any text of `error` or of what caused it holds a secret.
fn shows(error: &(dyn Error + 'static), secrets: &Scrubber) -> bool {
    successors(Some(error), |cause| (*cause).source()).any(|cause| {
        let texts = format!("{cause} {cause:?}");
        secrets.scrub(&texts) != texts
    })
}
