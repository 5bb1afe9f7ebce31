use super::DocumentedError;
use crate::runtime::protocol::BuildFn;
use crate::runtime::signing::AuthenticateFn;

/// What all operations of a service share.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// The name of the product, such as `Express Connect`.
    pub name: &'static str,
    /// The provider's short name, such as `alibaba`.
    pub provider: &'static str,
    /// The name of the crate that this client is.
    pub crate_name: &'static str,
    /// The version of the API, as requests carry it.
    pub api_version: &'static str,
    /// The `User-Agent` of every request.
    pub user_agent: &'static str,
    /// The scheme of endpoints that do not name one: `http` or `https`.
    pub scheme: &'static str,
    /// The host of a region that [`regions`](Self::regions) does not list, with `{region}` in it.
    pub endpoint_template: Option<&'static str>,
    /// Known regions: id and host.
    pub regions: &'static [(&'static str, &'static str)],
    /// The media type of JSON bodies; empty for services that never send one.
    pub content_type: &'static str,
    /// Headers of every request whose value the client knows.
    pub headers: &'static [(&'static str, ClientValue)],
    /// How answers are laid out.
    pub responses: Responses,
    /// Errors that any operation may answer with.
    pub errors: &'static [DocumentedError],
    /// What may be tried again.
    pub retry: RetryFacts,
    /// Where credentials are looked for.
    pub environment: Environment,
    /// How long connecting may take, in milliseconds.
    pub connect_timeout_ms: u64,
    /// How long one attempt may take in all, in milliseconds.
    pub attempt_timeout_ms: u64,
    /// How long a signature is valid, in seconds, where requests say so; else 0.
    pub signature_seconds: u32,
    /// The header of a token that stands in for a signature, where the service takes one.
    pub token_header: Option<TokenHeader>,
    /// Makes an HTTP request from parameters.
    pub build: BuildFn,
    /// Adds the credentials and the signature.
    pub authenticate: AuthenticateFn,
}

/// The header of a token that stands in for a signature.
#[derive(Clone, Copy, Debug)]
pub struct TokenHeader {
    /// Its name, in lower case.
    pub name: &'static str,
    /// Most characters that the service takes, where it says so.
    pub max_length: Option<usize>,
}

/// How the answers of a service are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Responses {
    /// The header that carries the request id; it wins over the member.
    pub request_id_header: Option<&'static str>,
    /// The member of the body that carries the request id.
    pub request_id_member: Option<&'static str>,
    /// Whether the answer may stand inside an `<Operation>Response` object.
    pub operation_wrapper: bool,
    /// How errors are laid out.
    pub error: ErrorEnvelope,
}

/// The members of an error body, each list in the order in which they are looked for.
#[derive(Clone, Copy, Debug)]
pub struct ErrorEnvelope {
    /// Members that carry the error code.
    pub code: &'static [&'static str],
    /// Members that carry the message.
    pub message: &'static [&'static str],
    /// Members that carry the request id.
    pub request_id: &'static [&'static str],
    /// Whether the members may stand one object deeper.
    pub nested: bool,
}

/// What may be tried again, and at what pace.
#[derive(Clone, Copy, Debug)]
pub struct RetryFacts {
    /// Statuses that may pass.
    pub statuses: &'static [u16],
    /// Error codes that may pass.
    pub codes: &'static [&'static str],
    /// The header that marks an answer as throttled, whatever its status: a positive number of milliseconds to wait.
    pub throttle_header: Option<&'static str>,
    /// Attempts in all.
    pub attempts: u32,
    /// The upper bound of the first pause, in milliseconds; it doubles with each attempt.
    pub base_delay_ms: u64,
    /// The longest pause, in milliseconds.
    pub max_delay_ms: u64,
}

/// The environment variables that hold credentials.
#[derive(Clone, Copy, Debug)]
pub struct Environment {
    /// The access key id.
    pub access_key_id: &'static str,
    /// The access key secret.
    pub access_key_secret: &'static str,
    /// The token that goes with a temporary access key.
    pub security_token: Option<&'static str>,
    /// A bearer token, which wins over an access key.
    pub token: Option<&'static str>,
    /// The project that requests are made in.
    pub project_id: Option<&'static str>,
}

/// A value that is given once to the client and used by every request that wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClientValue {
    /// The region id.
    Region,
    /// The project id.
    ProjectId,
}
