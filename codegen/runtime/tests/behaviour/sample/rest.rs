//! A REST service with an operation that uses every place a parameter can travel in, and one that only reads.

use runtime::runtime::client::ClientBuilder;
use runtime::runtime::json::{At, DecodeError, FromJson, Reader, ToJson, Value, Writer};
use runtime::runtime::operation::{
    ClientValue, Effect, Environment, ErrorEnvelope, Location, Operation, Origin, Parameter,
    Responses, RetryFacts, Service, Source, TokenHeader,
};
use runtime::runtime::request::Input;
use runtime::runtime::secret::SecretString;
use runtime::runtime::validate::Validator;
use runtime::runtime::{protocol, signing};

/// Signed as Baidu does.
pub static BAIDU: Service = Service {
    name: "ET",
    provider: "baidu",
    crate_name: "baidu-et",
    api_version: "v1",
    user_agent: "trunkline/0.1.0 baidu-et/0.1.0",
    scheme: "http",
    endpoint_template: None,
    regions: &[("bj", "bcc.bj.baidubce.com"), ("gz", "bcc.gz.baidubce.com")],
    content_type: "application/json;charset=utf-8",
    headers: &[],
    responses: Responses {
        request_id_header: Some("x-bce-request-id"),
        request_id_member: None,
        operation_wrapper: false,
        error: ErrorEnvelope {
            code: &["code"],
            message: &["message"],
            request_id: &["requestId"],
            nested: false,
        },
    },
    errors: &[],
    retry: RetryFacts {
        statuses: &[500, 503],
        codes: &["RequestExpired"],
        throttle_header: None,
        attempts: 4,
        base_delay_ms: 300,
        max_delay_ms: 20_000,
    },
    environment: Environment {
        access_key_id: "BCE_ACCESS_KEY_ID",
        access_key_secret: "BCE_SECRET_ACCESS_KEY",
        security_token: Some("BCE_SESSION_TOKEN"),
        token: None,
        project_id: None,
    },
    connect_timeout_ms: 5_000,
    attempt_timeout_ms: 10_000,
    signature_seconds: 1800,
    token_header: None,
    build: protocol::rest::build,
    authenticate: signing::bce_auth_v1::authenticate,
};

/// Signed as Huawei does.
pub static HUAWEI: Service = Service {
    name: "Direct Connect",
    provider: "huawei",
    crate_name: "huawei-direct-connect",
    api_version: "v3",
    user_agent: "trunkline/0.1.0 huawei-direct-connect/0.1.0",
    scheme: "https",
    endpoint_template: Some("dcaas.{region}.myhuaweicloud.com"),
    regions: &[],
    content_type: "application/json",
    headers: &[("X-Project-Id", ClientValue::ProjectId)],
    responses: Responses {
        request_id_header: Some("X-Request-Id"),
        request_id_member: Some("request_id"),
        operation_wrapper: false,
        error: ErrorEnvelope {
            code: &["error_code", "errorCode", "code"],
            message: &["error_msg", "errorMsg", "message"],
            request_id: &["request_id"],
            nested: true,
        },
    },
    retry: RetryFacts {
        statuses: &[429],
        codes: &[],
        throttle_header: None,
        attempts: 3,
        base_delay_ms: 10,
        max_delay_ms: 60_000,
    },
    environment: Environment {
        access_key_id: "HUAWEICLOUD_SDK_AK",
        access_key_secret: "HUAWEICLOUD_SDK_SK",
        security_token: Some("HUAWEICLOUD_SDK_SECURITY_TOKEN"),
        token: Some("HUAWEICLOUD_AUTH_TOKEN"),
        project_id: Some("HUAWEICLOUD_SDK_PROJECT_ID"),
    },
    token_header: Some(TokenHeader {
        name: "x-auth-token",
        max_length: Some(10_240),
    }),
    authenticate: signing::token::authenticate_or_sign,
    ..BAIDU
};

static PAGE: Source = Source {
    document: "ET API",
    section: "",
    origin: Origin::Sdk,
};

/// Uses every place that a parameter can travel in.
pub static ASSOCIATE: Operation = Operation {
    name: "Associate",
    effect: Effect::Write,
    method: "PUT",
    path: "/v1/{project_id}/et/{etId}/channel",
    flag: Some("associate"),
    parameters: &[
        Parameter {
            name: "project_id",
            location: Location::Path,
            also_in: None,
        },
        Parameter {
            name: "etId",
            location: Location::Path,
            also_in: Some(Location::Body),
        },
        Parameter {
            name: "clientToken",
            location: Location::Query,
            also_in: None,
        },
        Parameter {
            name: "fields",
            location: Location::Query,
            also_in: None,
        },
        Parameter {
            name: "X-Reason",
            location: Location::Header,
            also_in: None,
        },
        Parameter {
            name: "channel",
            location: Location::Body,
            also_in: None,
        },
    ],
    client_values: &[("project_id", ClientValue::ProjectId)],
    idempotency_token: Some("clientToken"),
    secrets: &["channel.bgpKey"],
    response_secrets: &[],
    errors: &[],
    source: PAGE,
    request_source: PAGE,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateInput {
    pub project_id: Option<String>,
    pub et_id: Option<String>,
    pub client_token: Option<String>,
    pub fields: Option<Vec<String>>,
    pub reason: Option<String>,
    pub vlan: Option<i32>,
    pub bgp_key: Option<SecretString>,
}

impl FromJson for AssociateInput {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(value, at)?;
        reader.only(&[
            "project_id",
            "etId",
            "clientToken",
            "fields",
            "X-Reason",
            "channel",
        ]);
        let mut decoded = Self::default();
        reader.optional("project_id", &mut decoded.project_id);
        reader.optional("etId", &mut decoded.et_id);
        reader.optional("clientToken", &mut decoded.client_token);
        reader.list("fields", None, &mut decoded.fields);
        reader.optional("X-Reason", &mut decoded.reason);
        reader.object("channel", |channel| {
            channel.only(&["vlan", "bgpKey"]);
            channel.optional_text("vlan", &mut decoded.vlan);
            channel.optional("bgpKey", &mut decoded.bgp_key);
        });
        reader.finish(decoded)
    }
}

impl ToJson for AssociateInput {
    fn to_json(&self) -> Value {
        let mut writer = Writer::new();
        writer.put("project_id", &self.project_id);
        writer.put("etId", &self.et_id);
        writer.put("clientToken", &self.client_token);
        writer.put("fields", &self.fields);
        writer.put("X-Reason", &self.reason);
        let mut channel = Writer::new();
        channel.put_text("vlan", &self.vlan);
        channel.put("bgpKey", &self.bgp_key);
        writer.put_object("channel", channel);
        writer.finish()
    }
}

impl Input for AssociateInput {
    type Output = Value;

    const OPERATION: &'static Operation = &ASSOCIATE;

    fn validate(&self, validator: &mut Validator<'_>) {
        validator.required("etId", "et_id", self.et_id.is_some());
    }
}

/// Only reads: no body, no flag, no token.
pub static LIST: Operation = Operation {
    name: "List",
    effect: Effect::Read,
    method: "GET",
    path: "/v1/et",
    flag: None,
    parameters: &[Parameter {
        name: "maxKeys",
        location: Location::Query,
        also_in: None,
    }],
    client_values: &[],
    idempotency_token: None,
    secrets: &[],
    response_secrets: &[],
    errors: &[],
    source: PAGE,
    request_source: PAGE,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInput {
    pub max_keys: Option<i32>,
}

impl FromJson for ListInput {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(value, at)?;
        reader.only(&["maxKeys"]);
        let mut decoded = Self::default();
        reader.optional("maxKeys", &mut decoded.max_keys);
        reader.finish(decoded)
    }
}

impl ToJson for ListInput {
    fn to_json(&self) -> Value {
        let mut writer = Writer::new();
        writer.put("maxKeys", &self.max_keys);
        writer.finish()
    }
}

impl Input for ListInput {
    type Output = Value;

    const OPERATION: &'static Operation = &LIST;

    fn validate(&self, validator: &mut Validator<'_>) {
        if let Some(count) = self.max_keys {
            validator
                .field("maxKeys", "max_keys")
                .range(count.into(), Some(1), Some(1000));
        }
    }
}

pub fn baidu() -> ClientBuilder {
    ClientBuilder::new(&BAIDU)
}

pub fn huawei() -> ClientBuilder {
    ClientBuilder::new(&HUAWEI)
}
