//! What adapters of HTTP libraries have in common when they put errors into our own words.
//!
//! A library's own text may hold the URL. Only the innermost cause is quoted, which speaks of the connection.

use std::error::Error;
use std::io;
use std::iter::successors;

use super::{TransportError, TransportErrorKind};

/// No connection could be made, or TLS refused it. The request was not sent.
pub(super) fn not_connected(error: &(dyn Error + 'static)) -> TransportError {
    // The TLS libraries hand their errors on as invalid data; no other step of connecting does.
    let is_tls = io_kinds(error).any(|kind| kind == io::ErrorKind::InvalidData);
    let result = if is_tls {
        tls_failed(error)
    } else {
        let message = format!("cannot connect: {}", innermost(error));
        with_io_kind(
            TransportError::new(TransportErrorKind::Connect, message),
            error,
        )
    };
    result.not_sent()
}

/// TLS refused the other side, or the other side TLS.
pub(super) fn tls_failed(error: &(dyn Error + 'static)) -> TransportError {
    let message = format!("TLS failed: {}", innermost(error));
    TransportError::new(TransportErrorKind::Tls, message)
}

/// The exchange began and did not end.
pub(super) fn interrupted(error: &(dyn Error + 'static)) -> TransportError {
    let message = format!("the connection broke: {}", innermost(error));
    with_io_kind(
        TransportError::new(TransportErrorKind::Interrupted, message),
        error,
    )
}

/// What came does not follow the protocol.
pub(super) fn not_http(error: &(dyn Error + 'static)) -> TransportError {
    let message = format!("the answer is not HTTP: {}", innermost(error));
    TransportError::new(TransportErrorKind::Other, message)
}

/// The deadline of the whole exchange was reached.
pub(super) fn timed_out() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no complete answer in time")
}

/// The limit on connecting was reached.
#[cfg(any(feature = "hyper", feature = "blocking"))]
pub(super) fn connecting_timed_out() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no connection in time").not_sent()
}

/// The body is longer than `limit`.
pub(super) fn too_large(limit: usize) -> TransportError {
    let message = format!("the answer is longer than {limit} bytes");
    TransportError::new(TransportErrorKind::BodyTooLarge, message)
}

/// An error and what caused it, outermost first, with what hides inside I/O errors.
pub(super) fn causes<'e>(
    error: &'e (dyn Error + 'static),
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    successors(Some(error), |cause| next_cause(*cause))
}

fn next_cause<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().map(io::Error::get_ref) {
        Some(Some(inner)) => Some(inner),
        _ => error.source(),
    }
}

/// Gives the kind of an I/O error as the source, so that callers can tell a refused connection from an unknown host.
fn with_io_kind(result: TransportError, error: &(dyn Error + 'static)) -> TransportError {
    match io_kinds(error).last() {
        Some(kind) => result.with_source(io::Error::from(kind)),
        None => result,
    }
}

fn io_kinds<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = io::ErrorKind> + 'e {
    causes(error).filter_map(|cause| Some(cause.downcast_ref::<io::Error>()?.kind()))
}

fn innermost<'e>(error: &'e (dyn Error + 'static)) -> &'e (dyn Error + 'static) {
    causes(error).last().unwrap_or(error)
}
