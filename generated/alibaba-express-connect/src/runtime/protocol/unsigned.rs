use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};

use super::Query;
use crate::runtime::client::ClientValues;
use crate::runtime::error::Error;
use crate::runtime::operation::{Operation, Service};
use crate::runtime::options::Options;
use crate::runtime::scrub::Scrubber;

/// What a request is made from, besides its parameters.
#[derive(Clone, Copy, Debug)]
pub struct BuildContext<'a> {
    /// The service.
    pub service: &'static Service,
    /// The operation.
    pub operation: &'static Operation,
    /// The values that the client fills in.
    pub client: &'a ClientValues,
    /// What the caller set besides parameters.
    pub options: &'a Options,
    /// The method of RPC requests.
    pub rpc_method: &'static str,
    /// The format that RPC requests ask for.
    pub rpc_format: &'static str,
}

impl BuildContext<'_> {
    /// The name of the operation on the wire.
    pub fn name(&self) -> &str {
        let raw = self.options.raw.as_ref();
        raw.map_or(self.operation.name, |raw| raw.operation.as_str())
    }

    /// An error of this operation, with the reason in words and without a value.
    pub fn error(&self, reason: impl Into<String>) -> Error {
        Error::build(self.operation.name, reason)
    }
}

/// Room for the headers of most requests.
const HEADERS: usize = 6;

/// A request without credentials and signature.
#[derive(Clone)]
pub struct UnsignedRequest {
    /// The HTTP method.
    pub method: Method,
    /// The path, escaped as it is sent.
    pub path: String,
    /// The query.
    pub query: Query,
    /// The headers, without `Host`.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// What must not be printed of this request.
    pub secrets: Scrubber,
}

impl UnsignedRequest {
    /// A request without query, headers and body.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            query: Query::default(),
            headers: HeaderMap::with_capacity(HEADERS),
            body: Bytes::new(),
            secrets: Scrubber::new(),
        }
    }

    /// Path and query as they are sent.
    pub fn target(&self) -> String {
        let query = self.query.as_str();
        let mut target = String::with_capacity(self.path.len() + 1 + query.len());
        target.push_str(&self.path);
        if !query.is_empty() {
            target.push('?');
            target.push_str(query);
        }
        target
    }
}

impl fmt::Debug for UnsignedRequest {
    /// Shows names only, since values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsignedRequest")
            .field("method", &self.method)
            .field("path", &self.secrets.scrub(&self.path))
            .field("query", &self.query)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}
