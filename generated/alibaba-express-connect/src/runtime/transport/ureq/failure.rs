//! Errors of ureq in our own words.

use std::error::Error as StdError;
use std::io::{self, ErrorKind};

use ::ureq::{Error, Timeout};

use crate::runtime::transport::failure::{
    causes, connecting_timed_out, interrupted, not_connected, not_http, timed_out, tls_failed,
};
use crate::runtime::transport::{TransportError, TransportErrorKind};

/// Why there is no answer. ureq does not say how far an exchange came; its errors tell more or less.
pub(super) fn explain(error: Error) -> TransportError {
    match error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => connecting_timed_out(),
        Error::Timeout(_) => timed_out(),
        Error::Io(io) if is_before_sending(&io) => not_connected(&io),
        Error::Io(io) if io.kind() == ErrorKind::InvalidData => untrusted(&io),
        Error::Io(io) => interrupted(&io),
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::InvalidProxyUrl
        | Error::ConnectProxyFailed(_)
        | Error::Tls(_) => not_connected(&error),
        Error::Rustls(tls) => untrusted(&tls),
        Error::Protocol(_) | Error::LargeResponseHeader(..) => not_http(&error),
        // The rest has to do with requests that cannot be sent; some of it shows the URL.
        _ => TransportError::new(
            TransportErrorKind::Other,
            "ureq cannot carry out the request",
        ),
    }
}

/// TLS failed, which it can at any time; a certificate is refused before anything is sent.
fn untrusted(error: &(dyn StdError + 'static)) -> TransportError {
    let is_certificate = causes(error)
        .filter_map(|cause| cause.downcast_ref::<rustls::Error>())
        .any(|cause| matches!(cause, rustls::Error::InvalidCertificate(_)));
    let result = tls_failed(error);
    if is_certificate {
        result.not_sent()
    } else {
        result
    }
}

/// Whether an I/O error comes only while connecting.
fn is_before_sending(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::AddrNotAvailable
            | ErrorKind::NetworkDown
    ) || is_unknown_host(error)
}

/// The standard library has no kind for a host that cannot be found, only a text.
fn is_unknown_host(error: &io::Error) -> bool {
    error
        .to_string()
        .starts_with("failed to lookup address information")
}
