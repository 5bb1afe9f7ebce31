//! Errors of the HTTP library in our own words.

use std::error::Error;
use std::io;

use hyper_util::client::legacy::Error as ClientError;

use crate::runtime::transport::{TransportError, TransportErrorKind};

/// Why there is no answer.
///
/// The library's text may hold more than is meant for logs. Only the innermost cause is quoted, which speaks of the connection.
pub(super) fn explain(error: &ClientError) -> TransportError {
    if !error.is_connect() {
        return interrupted(error);
    }
    let cause = innermost(error);
    match tls_failure(error) {
        Some(tls) => TransportError::new(TransportErrorKind::Tls, format!("TLS failed: {tls}")),
        None => with_io_kind(
            TransportError::new(
                TransportErrorKind::Connect,
                format!("cannot connect: {cause}"),
            ),
            error,
        ),
    }
}

/// What became of an exchange that began and did not end.
pub(super) fn interrupted(error: &(dyn Error + 'static)) -> TransportError {
    let is_garbage = causes(error)
        .filter_map(|cause| cause.downcast_ref::<hyper::Error>())
        .any(hyper::Error::is_parse);
    let cause = innermost(error);
    if is_garbage {
        let message = format!("the answer is not HTTP: {cause}");
        TransportError::new(TransportErrorKind::Other, message)
    } else {
        let message = format!("the connection broke: {cause}");
        with_io_kind(
            TransportError::new(TransportErrorKind::Interrupted, message),
            error,
        )
    }
}

/// Gives the kind of an I/O error as the source, so that callers can tell a refused connection from an unknown host.
fn with_io_kind(result: TransportError, error: &(dyn Error + 'static)) -> TransportError {
    match causes(error).find_map(|cause| cause.downcast_ref::<io::Error>()) {
        Some(cause) => result.with_source(io::Error::from(cause.kind())),
        None => result,
    }
}

/// The TLS error, which hides inside an I/O error.
fn tls_failure<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e rustls::Error> {
    causes(error).find_map(|cause| {
        let mut inner: Option<&'e (dyn Error + 'static)> = Some(cause);
        while let Some(io) = inner?.downcast_ref::<io::Error>() {
            inner = io.get_ref().map(|inner| inner as _);
        }
        inner?.downcast_ref::<rustls::Error>()
    })
}

fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |cause| (*cause).source())
}

fn innermost<'e>(error: &'e (dyn Error + 'static)) -> &'e (dyn Error + 'static) {
    causes(error).last().unwrap_or(error)
}
