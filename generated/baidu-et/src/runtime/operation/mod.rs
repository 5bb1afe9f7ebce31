//! Static tables that describe a service and its operations.
//!
//! Generated code consists largely of constants of these types. Everything borrows for `'static`, so a table costs
//! nothing at run time.

mod documented_error;
mod parameter;
mod service;
mod source;

pub use documented_error::{DocumentedError, Retry};
pub use parameter::{Location, Parameter};
pub use service::{
    ClientValue, Environment, ErrorEnvelope, Responses, RetryFacts, Service, TokenHeader,
};
pub use source::{Origin, Source};

/// What one operation of a service is and where its parameters go.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// The provider's own name, such as `CreateBgpPeer`.
    pub name: &'static str,
    /// Whether the operation changes anything.
    pub effect: Effect,
    /// The HTTP method, in upper case. RPC services choose their own and ignore it.
    pub method: &'static str,
    /// The path template, such as `/v1/et/{etId}`; `/` for RPC services.
    pub path: &'static str,
    /// The query key without a value that selects the action, such as `associate`.
    pub flag: Option<&'static str>,
    /// The top-level parameters, in document order.
    pub parameters: &'static [Parameter],
    /// Parameters, by wire name, that the client fills in when the caller leaves them out.
    pub client_values: &'static [(&'static str, ClientValue)],
    /// The parameter that makes a repeated request harmless, by wire name.
    pub idempotency_token: Option<&'static str>,
    /// Wire paths of secret request parameters, such as `PMInfo[].PMCertificateNo`.
    pub secrets: &'static [&'static str],
    /// Wire paths of secret response members, with bare lists (`BgpGroups[].AuthKey`).
    pub response_secrets: &'static [&'static str],
    /// The errors documented for this operation.
    pub errors: &'static [DocumentedError],
    /// Where the operation is documented.
    pub source: Source,
    /// Where its request parameters are documented; often the same place.
    pub request_source: Source,
}

/// Whether an operation changes anything on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// The operation only looks. Repeating it is harmless.
    Read,
    /// The operation changes something. Repeating it is safe only with an idempotency token.
    Write,
}
