//! The hand-written half of this client: building, signing, sending, decoding.
//!
//! Nothing here knows a particular operation. Generated code describes each operation with the static tables of
//! [`operation`], and everything else works from them. There is no I/O outside [`transport`].

pub mod client;
pub mod clock;
pub mod credentials;
pub mod endpoint;
pub mod entropy;
pub mod error;
pub mod escape;
pub mod json;
pub mod open_enum;
pub mod operation;
pub mod options;
pub mod paging;
pub mod protocol;
pub mod raw;
pub mod request;
pub mod response;
pub mod retry;
pub mod scrub;
pub mod secret;
pub mod signed;
pub mod signing;
pub mod suggest;
pub mod text;
pub mod timestamp;
pub mod transport;
pub mod validate;
pub mod waiting;
#[cfg(feature = "xml")]
pub mod xml;

mod attempts;
mod call;
mod trace;
