//! What the transports that run on Tokio have in common.

use std::error::Error;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time;

use super::failure::{causes, interrupted, not_http};
use super::{BoxFuture, TransportError, TransportErrorKind};

/// Refuses to begin outside of a runtime, where Tokio would panic.
pub(super) fn check(transport: &str) -> Result<(), TransportError> {
    Handle::try_current().map(drop).map_err(|_| {
        let message = format!("the {transport} transport must be used within a Tokio runtime");
        TransportError::new(TransportErrorKind::Other, message).not_sent()
    })
}

/// Waits. Without a runtime nothing could end the wait, so there is none.
pub(super) fn sleep(duration: Duration) -> BoxFuture<'static, ()> {
    Box::pin(async move {
        if Handle::try_current().is_ok() {
            time::sleep(duration).await;
        }
    })
}

/// What became of an exchange that began and did not end.
pub(super) fn broken(error: &(dyn Error + 'static)) -> TransportError {
    if is_garbage(error) {
        not_http(error)
    } else {
        interrupted(error)
    }
}

/// Whether hyper could not make sense of what came.
pub(super) fn is_garbage(error: &(dyn Error + 'static)) -> bool {
    causes(error)
        .filter_map(|cause| cause.downcast_ref::<hyper::Error>())
        .any(hyper::Error::is_parse)
}
