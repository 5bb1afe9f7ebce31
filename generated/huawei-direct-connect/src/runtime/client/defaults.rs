//! What a client uses when it is given nothing else, as far as the features allow.

use std::sync::Arc;

use crate::runtime::clock::Clock;
use crate::runtime::entropy::Entropy;
use crate::runtime::error::Error;
use crate::runtime::transport::{BlockingTransport, Transport};

#[cfg(feature = "hyper")]
pub(super) fn default_transport() -> Result<Option<Arc<dyn Transport>>, Error> {
    use crate::runtime::transport::hyper::HyperTransport;

    let transport = HyperTransport::new().map_err(|error| Error::transport("", error))?;
    Ok(Some(Arc::new(transport)))
}

/// Without one, sending is an error that says so; building and signing work.
#[cfg(not(feature = "hyper"))]
pub(super) fn default_transport() -> Result<Option<Arc<dyn Transport>>, Error> {
    Ok(None)
}

#[cfg(feature = "blocking")]
pub(super) fn default_blocking_transport() -> Option<Arc<dyn BlockingTransport>> {
    Some(Arc::new(
        crate::runtime::transport::ureq::UreqTransport::new(),
    ))
}

/// Without one, sending is an error that says so.
#[cfg(not(feature = "blocking"))]
pub(super) fn default_blocking_transport() -> Option<Arc<dyn BlockingTransport>> {
    None
}

#[cfg(feature = "std-clock")]
pub(super) fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Ok(Arc::new(crate::runtime::clock::SystemClock))
}

#[cfg(not(feature = "std-clock"))]
pub(super) fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Err(Error::build(
        "",
        "no clock: call `clock` on the builder or enable the feature `std-clock`",
    ))
}

#[cfg(feature = "getrandom")]
pub(super) fn default_entropy() -> Result<Arc<dyn Entropy>, Error> {
    Ok(Arc::new(crate::runtime::entropy::SystemEntropy))
}

#[cfg(not(feature = "getrandom"))]
pub(super) fn default_entropy() -> Result<Arc<dyn Entropy>, Error> {
    Err(Error::build(
        "",
        "no entropy: call `entropy` on the builder or enable the feature `getrandom`",
    ))
}
