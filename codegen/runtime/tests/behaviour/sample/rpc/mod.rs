//! An RPC service with one operation.

mod input;
mod ip_version;
mod output;

use runtime::runtime::client::{Client, ClientBuilder};
use runtime::runtime::operation::{
    ClientValue, DocumentedError, Effect, Environment, ErrorEnvelope, Location, Operation, Origin,
    Parameter, Responses, Retry, RetryFacts, Service, Source,
};
use runtime::runtime::request::Request;
use runtime::runtime::{protocol, signing};

pub use input::{CreatePeerInput, Filter};
pub use ip_version::IpVersion;
pub use output::{CreatePeerOutput, Peer};

pub static SERVICE: Service = Service {
    name: "Express Connect",
    provider: "alibaba",
    crate_name: "alibaba-express-connect",
    api_version: "2016-04-28",
    user_agent: "trunkline/0.1.0 alibaba-express-connect/0.1.0",
    scheme: "https",
    endpoint_template: Some("vpc.{region}.aliyuncs.com"),
    regions: &[
        ("cn-hangzhou", "vpc.aliyuncs.com"),
        ("cn-shanghai", "vpc.aliyuncs.com"),
    ],
    content_type: "",
    headers: &[],
    responses: Responses {
        request_id_header: None,
        request_id_member: Some("RequestId"),
        operation_wrapper: true,
        error: ErrorEnvelope {
            code: &["Code"],
            message: &["Message"],
            request_id: &["RequestId"],
            nested: false,
        },
    },
    errors: &[DocumentedError {
        status: Some(503),
        code: "ServiceUnavailable",
        aliases: &[],
        about: "",
        meaning: "The service is overloaded.",
        retry: Retry::Later,
    }],
    retry: RetryFacts {
        statuses: &[429, 500, 502, 503, 504],
        codes: &[],
        throttle_header: Some("x-acs-retry-after"),
        attempts: 3,
        base_delay_ms: 100,
        max_delay_ms: 20_000,
    },
    environment: Environment {
        access_key_id: "ALIBABA_CLOUD_ACCESS_KEY_ID",
        access_key_secret: "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
        security_token: Some("ALIBABA_CLOUD_SECURITY_TOKEN"),
        token: None,
        project_id: None,
    },
    connect_timeout_ms: 5_000,
    attempt_timeout_ms: 10_000,
    signature_seconds: 0,
    token_header: None,
    build: protocol::rpc::build,
    authenticate: signing::rpc_hmac_sha1::authenticate,
};

static SECTION: Source = Source {
    document: "Express Connect API reference",
    section: "7.5",
    origin: Origin::Document,
};

pub static CREATE_PEER: Operation = Operation {
    name: "CreatePeer",
    effect: Effect::Write,
    method: "GET",
    path: "/",
    flag: None,
    parameters: &[
        query("RegionId"),
        query("GroupId"),
        query("Name"),
        query("EnableBfd"),
        query("MultiHop"),
        query("IpVersion"),
        query("AuthKey"),
        query("Filter"),
        query("ClientToken"),
    ],
    client_values: &[("RegionId", ClientValue::Region)],
    idempotency_token: Some("ClientToken"),
    secrets: &["AuthKey", "Filter[].Password"],
    response_secrets: &["Peers[].AuthKey"],
    errors: &[
        DocumentedError {
            status: Some(400),
            code: "QuotaExceeded.Bgp",
            aliases: &["QuotaExceeded.BGP"],
            about: "GroupId",
            meaning: "There is no room for another peer.",
            retry: Retry::AfterStateChange,
        },
        DocumentedError {
            status: None,
            code: "Throttling",
            aliases: &[],
            about: "",
            meaning: "Too many requests.",
            retry: Retry::Later,
        },
        DocumentedError {
            status: None,
            code: "Throttling",
            aliases: &[],
            about: "ClientToken",
            meaning: "The same request is being worked on.",
            retry: Retry::Later,
        },
    ],
    source: SECTION,
    request_source: SECTION,
};

const fn query(name: &'static str) -> Parameter {
    Parameter {
        name,
        location: Location::Query,
        also_in: None,
    }
}

pub fn builder() -> ClientBuilder {
    ClientBuilder::new(&SERVICE)
}

pub fn create_peer(client: &Client) -> Request<CreatePeerInput> {
    Request::new(client, CreatePeerInput::default())
}
