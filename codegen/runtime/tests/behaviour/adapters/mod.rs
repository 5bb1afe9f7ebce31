//! What every transport does, whatever its library: over real sockets on the loopback interface.

mod answers;
mod faults;
#[cfg(feature = "hyper")]
mod hyper_limits;
#[cfg(feature = "hyper")]
mod hyper_runtime;
mod limits;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod proxies;
#[cfg(feature = "reqwest")]
mod reqwest;
mod tls;
mod wire;
