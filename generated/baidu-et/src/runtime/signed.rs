//! A request that is ready for the wire.

use std::fmt::{self, Write};
use std::mem;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST, HeaderName, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Uri, uri};

use super::endpoint::Endpoint;
use super::error::Error;
use super::operation::Operation;
use super::protocol::UnsignedRequest;
use super::scrub::{Scrubber, redact, wire_path};
use super::secret::REDACTED;

/// A request with credentials and signature, ready to be sent by any HTTP client.
///
/// It must go out as it is: a client that normalises the path or reorders the query breaks the signature.
#[derive(Clone)]
pub struct SignedRequest {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
    operation: &'static Operation,
    secrets: Scrubber,
}

/// Query parameters that prove who is calling.
const PROOFS: [&str; 2] = ["Signature", "SecurityToken"];

impl SignedRequest {
    /// Addresses `request` to `endpoint` and adds the headers that are not signed.
    pub(super) fn new(
        operation: &'static Operation,
        request: UnsignedRequest,
        endpoint: &Endpoint,
        user_agent: &HeaderValue,
    ) -> Result<Self, Error> {
        let uri = uri(endpoint, request.target()).map_err(|_| {
            Error::build(
                operation.name,
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
        headers.insert(HOST, endpoint.host_value().clone());
        headers.insert(USER_AGENT, user_agent.clone());
        // Servers may refuse a request without a length where the method is made for a body.
        if !body.is_empty() || !matches!(method, Method::GET | Method::HEAD) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        }
        Ok(Self {
            method,
            uri,
            headers,
            body,
            operation,
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
    pub(super) fn into_parts(mut self) -> (http::Request<Bytes>, Scrubber) {
        let secrets = mem::take(&mut self.secrets);
        (self.into_http(), secrets)
    }

    /// The request as an HTTP/1.1 message, for people: lines end in LF, and unless `show_secrets` is set, signature,
    /// tokens and secret parameters are redacted.
    pub fn render(&self, show_secrets: bool) -> String {
        let mut message = format!("{} {} HTTP/1.1\n", self.method, self.target(show_secrets));
        for (name, value) in &self.headers {
            let value = String::from_utf8_lossy(value.as_bytes());
            let value = if show_secrets {
                value.into_owned()
            } else {
                self.header(name, &value)
            };
            // Writing to a string cannot fail.
            let _ = writeln!(message, "{name}: {value}");
        }
        message.push('\n');
        message.push_str(&self.body(show_secrets));
        message
    }

    /// Path and query. Secrets are told by the names of their parameters: looking for their values would show, by
    /// what else is redacted, what a short one is.
    fn target(&self, show_secrets: bool) -> String {
        let Some(query) = self.uri.query().filter(|_| !show_secrets) else {
            let target = self.uri.path_and_query();
            return target.map_or("/", |target| target.as_str()).to_owned();
        };
        let pairs: Vec<String> = query
            .split('&')
            .map(|pair| match pair.split_once('=') {
                Some((name, _)) if self.is_secret(name) => format!("{name}={REDACTED}"),
                _ => pair.to_owned(),
            })
            .collect();
        format!("{}?{}", self.uri.path(), pairs.join("&"))
    }

    fn is_secret(&self, name: &str) -> bool {
        PROOFS.contains(&name) || self.operation.secrets.contains(&wire_path(name).as_str())
    }

    /// The value of a header: an `Authorization` without its signature, nothing of a token.
    fn header(&self, name: &HeaderName, value: &str) -> String {
        if name == AUTHORIZATION {
            self.secrets.scrub(value)
        } else if self.secrets.contains(value) {
            REDACTED.to_owned()
        } else {
            value.to_owned()
        }
    }

    fn body(&self, show_secrets: bool) -> String {
        let text = String::from_utf8_lossy(&self.body);
        if show_secrets || self.operation.secrets.is_empty() {
            return text.into_owned();
        }
        match serde_json::from_slice(&self.body) {
            Ok(mut json) => {
                redact(&mut json, self.operation.secrets);
                json.to_string()
            }
            // Only an empty body is no JSON.
            Err(_) => self.secrets.scrub(&text),
        }
    }
}

fn uri(endpoint: &Endpoint, target: String) -> Result<Uri, http::Error> {
    let mut parts = uri::Parts::default();
    parts.scheme = Some(endpoint.scheme().clone());
    parts.authority = Some(endpoint.authority().clone());
    parts.path_and_query = Some(target.try_into()?);
    Ok(Uri::from_parts(parts)?)
}

impl fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest")
            .field("method", &self.method)
            .field("target", &self.target(false))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}
