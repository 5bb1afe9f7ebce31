//! Exchanges over the hyper transport on the test's own runtime.

use bytes::Bytes;
use runtime::runtime::client::{Client, ClientBuilder};
use runtime::runtime::error::Error;
use runtime::runtime::operation::ClientValue;
use runtime::runtime::request::Request;
use runtime::runtime::transport::hyper::HyperTransport;
use runtime::runtime::transport::{Limits, Transport, TransportError};

use super::adapters::LIMITS;
use super::frozen;
use crate::sample::rest::{ListInput, baidu};

/// Runs a future on a runtime of its own.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

/// A client that sends to `endpoint`.
pub fn client(endpoint: &str) -> Client {
    configured(endpoint, |builder| builder)
}

pub fn configured(endpoint: &str, configure: fn(ClientBuilder) -> ClientBuilder) -> Client {
    let mut builder = frozen(baidu())
        .endpoint(endpoint)
        .attempt_timeout(LIMITS.timeout);
    builder.set_client_value(ClientValue::ProjectId, "p".to_owned());
    configure(builder).build().unwrap()
}

/// Calls an operation that reads.
pub fn list(client: &Client) -> Result<serde_json::Value, Error> {
    let response = block_on(Request::new(client, ListInput::default()).send())?;
    Ok(response.into_output())
}

/// Sends a request with a signature in its URL by the transport alone.
pub fn get(
    address: impl std::fmt::Display,
    limits: Limits,
) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> {
    let uri = format!("http://{address}/path?Signature=s3cret");
    let request = http::Request::get(uri).body(Bytes::new()).unwrap();
    async move { HyperTransport::new().unwrap().send(request, limits).await }
}
