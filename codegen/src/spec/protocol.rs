use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a service is spoken to.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Protocol {
    /// One path; the operation is a parameter.
    Rpc(RpcProtocol),
    /// A path and a method per operation, JSON bodies.
    Rest(RestProtocol),
}

/// Remote procedure calls over the query string.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RpcProtocol {
    /// Documented method.
    pub method: Method,
    /// Methods that the service takes as well, with the parameters still in the query.
    #[serde(default)]
    pub other_methods: Vec<Method>,
    /// Parameter that names the operation.
    pub action_parameter: String,
    /// Parameter that carries the API version.
    pub version_parameter: String,
    /// Parameter that selects the format of the response.
    pub format_parameter: String,
    /// How lists go out.
    pub lists: ListEncoding,
}

/// A path and a method per operation.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestProtocol {
    /// Content type of a JSON body.
    pub content_type: String,
    /// How lists go out in the query.
    pub lists: ListEncoding,
}

/// How a list goes out in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListEncoding {
    /// `Filter.1.Key`, counted from 1.
    Indexed,
    /// The key is repeated.
    Repeated,
}

/// HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
    Patch,
}

/// A way to prove who is calling.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Authentication {
    /// Alibaba's signature 1.0: HMAC-SHA1 over the sorted query.
    RpcHmacSha1 {},
    /// Baidu's bce-auth-v1.
    BceAuthV1 {
        /// Seconds for which a signature is valid.
        expiration_seconds: u32,
    },
    /// Huawei's SDK-HMAC-SHA256.
    SdkHmacSha256 {},
    /// A token in a header.
    Token {
        /// The header.
        header: String,
        /// Most characters that the document allows.
        #[serde(default)]
        max_length: Option<u32>,
    },
}

/// What all responses have in common.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Responses {
    /// Header that carries the request id.
    #[serde(default)]
    pub request_id_header: Option<String>,
    /// Body member that carries the request id.
    #[serde(default)]
    pub request_id_member: Option<String>,
    /// Whether a body may be wrapped in one object named `<Operation>Response`.
    #[serde(default)]
    pub operation_wrapper: bool,
    /// The body of a failure.
    pub error: ErrorEnvelope,
}

/// Names in the body of a failure; several spellings are tried in order.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorEnvelope {
    /// Members that hold the code.
    pub code: Vec<String>,
    /// Members that hold the message.
    pub message: Vec<String>,
    /// Members that hold the request id.
    #[serde(default)]
    pub request_id: Vec<String>,
    /// Whether code and message may stand in a nested object (`{"error": {…}}`).
    #[serde(default)]
    pub nested: bool,
}

/// What may be tried again, and how the official SDK paces it.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RetryFacts {
    /// Statuses that may pass.
    pub statuses: Vec<u16>,
    /// Codes that may pass.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Header that marks an answer as throttled, whatever its status: a positive number of milliseconds to wait.
    #[serde(default)]
    pub throttle_header: Option<String>,
    /// Attempts in all.
    pub attempts: u32,
    /// First pause, in milliseconds.
    pub base_delay_ms: u64,
    /// Longest pause, in milliseconds.
    pub max_delay_ms: u64,
}

/// How long a call may take.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timeouts {
    /// Milliseconds to connect.
    pub connect_ms: u64,
    /// Milliseconds for one attempt.
    pub attempt_ms: u64,
}
