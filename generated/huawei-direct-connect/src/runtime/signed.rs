//! A request that is ready for the wire.

use std::fmt::{self, Write};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HOST, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Uri};

use super::endpoint::Endpoint;
use super::error::Error;
use super::protocol::UnsignedRequest;
use super::protocol::headers::parse_value;
use super::scrub::Scrubber;

/// A request with credentials and signature, ready to be sent by any HTTP client.
///
/// It must go out as it is: a client that normalises the path or reorders the query breaks the signature.
#[derive(Clone)]
pub struct SignedRequest {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
    secrets: Scrubber,
}

impl SignedRequest {
    /// Addresses `request` to `endpoint` and adds the headers that are not signed.
    pub(super) fn new(
        operation: &'static str,
        request: UnsignedRequest,
        endpoint: &Endpoint,
        user_agent: &str,
    ) -> Result<Self, Error> {
        let uri = Uri::builder()
            .scheme(endpoint.scheme().clone())
            .authority(endpoint.authority().clone())
            .path_and_query(request.target())
            .build()
            .map_err(|_| {
                Error::build(
                    operation,
                    "the path and query cannot be sent; they may be too long",
                )
            })?;
        let UnsignedRequest {
            method,
            mut headers,
            body,
            secrets,
            ..
        } = request;
        headers.insert(HOST, parse_value(operation, &HOST, endpoint.host())?);
        headers.insert(USER_AGENT, parse_value(operation, &USER_AGENT, user_agent)?);
        // Servers may refuse a request without a length where the method is made for a body.
        if !body.is_empty() || !matches!(method, Method::GET | Method::HEAD) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        }
        Ok(Self {
            method,
            uri,
            headers,
            body,
            secrets,
        })
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path, escaped, without the query.
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// The request for an HTTP client. From here on the signature and the token are in plain sight.
    pub fn into_http(self) -> http::Request<Bytes> {
        let mut request = http::Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = self.uri;
        *request.headers_mut() = self.headers;
        request
    }

    /// The request for a transport, and what must not be printed of it.
    pub(super) fn into_parts(self) -> (http::Request<Bytes>, Scrubber) {
        let secrets = self.secrets.clone();
        (self.into_http(), secrets)
    }

    /// The request as an HTTP/1.1 message, for people: lines end in LF, and unless `show_secrets` is set, signature,
    /// tokens and secret parameters are redacted.
    pub fn render(&self, show_secrets: bool) -> String {
        let target = self
            .uri
            .path_and_query()
            .map_or("/", |target| target.as_str());
        let mut message = format!("{} {target} HTTP/1.1\n", self.method);
        for (name, value) in &self.headers {
            let value = String::from_utf8_lossy(value.as_bytes());
            // Writing to a string cannot fail.
            let _ = writeln!(message, "{name}: {value}");
        }
        message.push('\n');
        message.push_str(&String::from_utf8_lossy(&self.body));
        if show_secrets {
            message
        } else {
            self.secrets.scrub(&message)
        }
    }
}

impl fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest")
            .field("method", &self.method)
            .field("uri", &self.secrets.scrub(&self.uri.to_string()))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}
