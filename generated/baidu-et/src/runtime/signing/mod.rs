//! The providers' signature schemes.
//!
//! Each scheme is a module with pure functions over method, path, query, headers, body and time, which know nothing
//! of clients and can be used alone, and an `authenticate` function that applies them to a request.

pub mod bce_auth_v1;
pub mod hmac;

mod authorization;
mod context;
mod request;

pub use authorization::Authorization;
pub use context::{AuthenticateContext, AuthenticateFn};
pub use request::{SigningRequest, header_texts};
