//! Operations that this crate does not know.

use std::fmt;

use super::client::Client;
use super::json::{At, DecodeError, FromJson, ToJson, Value};
use super::operation::{Effect, Operation, Origin, Source};
use super::request::{Input, Request};
use super::validate::Validator;

/// An operation that this crate does not know, as its caller describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawOperation {
    /// The name of an RPC operation; method and path of a REST operation.
    pub operation: String,
    /// Whether the request may be sent again after it may have reached the server.
    pub is_repeatable: bool,
}

/// The parameters of an operation that this crate does not know, by wire name.
#[derive(Clone, Default, PartialEq)]
pub struct RawInput(Value);

static RAW: Operation = Operation {
    name: "call_raw",
    effect: Effect::Write,
    method: "",
    path: "/",
    flag: None,
    parameters: &[],
    client_values: &[],
    idempotency_token: None,
    secrets: &[],
    response_secrets: &[],
    errors: &[],
    source: NOWHERE,
    request_source: NOWHERE,
};

const NOWHERE: Source = Source {
    document: "",
    section: "",
    origin: Origin::Inferred,
};

impl Client {
    /// An operation that this crate does not know, signed and sent like the others. The answer is JSON.
    ///
    /// At an RPC service, `operation` is the name of the action. At a REST service it is method and path, escaped as
    /// they are sent, such as `GET /v1/et/dcphy-1/etChannel`; the path may have a query. There, parameters of `GET`,
    /// `HEAD` and `DELETE` go into the query, and those of other methods are the JSON body.
    ///
    /// Nothing is validated, nothing is filled in, and nothing tells which parameters are secret: a printed request
    /// shows them all. Unless it is a `GET`, the request is sent once; see [`Request::repeatable`].
    pub fn call_raw(&self, operation: impl Into<String>, parameters: Value) -> Request<RawInput> {
        let operation = operation.into();
        let mut request = Request::new(self, RawInput(parameters));
        request.options_mut().raw = Some(RawOperation {
            is_repeatable: operation.starts_with("GET "),
            operation,
        });
        request
    }
}

impl Request<RawInput> {
    /// Lets the request be sent again after it may have reached the server: it only reads, or does no harm twice.
    pub fn repeatable(mut self) -> Self {
        if let Some(raw) = &mut self.options_mut().raw {
            raw.is_repeatable = true;
        }
        self
    }
}

impl Input for RawInput {
    type Output = Value;

    const OPERATION: &'static Operation = &RAW;

    fn validate(&self, _: &mut Validator<'_>) {}
}

impl FromJson for RawInput {
    fn from_json(value: &Value, _: &At<'_>) -> Result<Self, DecodeError> {
        Ok(Self(value.clone()))
    }
}

impl ToJson for RawInput {
    fn to_json(&self) -> Value {
        self.0.clone()
    }
}

impl fmt::Debug for RawInput {
    /// Shows names only: nothing tells which values are secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self
            .0
            .as_object()
            .into_iter()
            .flat_map(|members| members.keys());
        f.debug_set().entries(names).finish()
    }
}
