use std::fmt;

use super::{Cause, Error, ErrorKind, Undecodable};
use crate::runtime::text::{MESSAGE_LIMIT, VALUE_LIMIT, one_line};

impl fmt::Display for Error {
    /// One line: operation, kind, and what the kind has to say (status, code, message, path), request id, and the
    /// number of attempts if there were several.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        let name = one_line(&self.inner.operation, VALUE_LIMIT);
        match (&*self.inner.operation, kind) {
            ("", ErrorKind::Build) => f.write_str("client")?,
            ("", kind) => write!(f, "{kind}")?,
            (_, kind) => write!(f, "{name}: {kind}")?,
        }
        match &self.inner.cause {
            Cause::Validation(violations) => {
                f.write_str(": ")?;
                violations.write(f, "; ")
            }
            Cause::Build(message) | Cause::Credentials(message) => {
                write!(f, ": {}", one_line(message, MESSAGE_LIMIT))
            }
            Cause::Transport(error) => write!(f, ": {error}"),
            Cause::Service(error) => write!(f, ": {error}"),
            Cause::Paging(fault) => write!(f, ": {fault}"),
            Cause::Waiting(fault) => write!(f, ": {fault}"),
            Cause::Decode(Undecodable {
                error,
                status,
                request_id,
                ..
            }) => {
                write!(f, ": status {status}, {error}")?;
                write_request_id(f, request_id.as_deref())
            }
        }?;
        match self.inner.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts)"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Error");
        shown
            .field("operation", &self.inner.operation)
            .field("kind", &self.kind())
            .field("attempts", &self.inner.attempts);
        match &self.inner.cause {
            Cause::Validation(violations) => shown.field("violations", violations),
            Cause::Build(message) | Cause::Credentials(message) => shown.field("message", message),
            Cause::Transport(error) => shown.field("transport", error),
            Cause::Service(error) => shown.field("service", error),
            Cause::Paging(fault) => shown.field("fault", fault),
            Cause::Waiting(fault) => shown.field("fault", fault),
            Cause::Decode(answer) => shown
                .field("status", &answer.status)
                .field("error", &answer.error)
                .field("request_id", &answer.request_id)
                .field("body_bytes", &answer.body.len()),
        };
        shown.finish()
    }
}

/// Ends a line with the request id, where there is one.
pub(super) fn write_request_id(f: &mut fmt::Formatter<'_>, id: Option<&str>) -> fmt::Result {
    match id {
        Some(id) => write!(f, " (request id {})", one_line(id, MESSAGE_LIMIT)),
        None => Ok(()),
    }
}
