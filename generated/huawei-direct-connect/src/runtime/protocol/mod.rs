//! How parameters become an HTTP request.

pub mod headers;
pub mod query;
pub mod rest;
pub mod value;

mod unsigned;

pub use query::Query;
pub use unsigned::{BuildContext, UnsignedRequest};

use super::error::Error;
use super::json::{Map, Value};

/// Makes an HTTP request from the parameters of an operation, by wire name.
pub type BuildFn = fn(&BuildContext<'_>, &Map<String, Value>) -> Result<UnsignedRequest, Error>;
