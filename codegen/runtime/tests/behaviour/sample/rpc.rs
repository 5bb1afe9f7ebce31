//! An RPC service with one operation.

use runtime::runtime::client::{Client, ClientBuilder};
use runtime::runtime::json::{At, DecodeError, FromJson, Reader, ToJson, Value, Writer};
use runtime::runtime::open_enum::UnknownValue;
use runtime::runtime::operation::{
    ClientValue, DocumentedError, Effect, Environment, ErrorEnvelope, Location, Operation, Origin,
    Parameter, Responses, Retry, Service, Source,
};
use runtime::runtime::request::{Input, Request};
use runtime::runtime::secret::SecretString;
use runtime::runtime::timestamp::Timestamp;
use runtime::runtime::validate::{Characters, Class, LengthUnit, Validator};
use runtime::runtime::{protocol, signing};

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
    environment: Environment {
        access_key_id: "ALIBABA_CLOUD_ACCESS_KEY_ID",
        access_key_secret: "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
        security_token: Some("ALIBABA_CLOUD_SECURITY_TOKEN"),
        token: None,
        project_id: None,
    },
    connect_timeout_ms: 5_000,
    attempt_timeout_ms: 10_000,
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

static NAME: Characters = Characters {
    first: &[Class::Letter, Class::Chinese],
    allowed: &[
        Class::Letter,
        Class::Chinese,
        Class::Digit,
        Class::One('_'),
        Class::One(':'),
    ],
    forbidden_prefixes: &["http:"],
};

/// The address family of a session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IpVersion {
    Ipv4,
    Ipv6,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl IpVersion {
    pub const VALUES: &'static [&'static str] = &["IPv4", "IPv6"];

    pub fn as_str(&self) -> &str {
        match self {
            Self::Ipv4 => "IPv4",
            Self::Ipv6 => "IPv6",
            Self::Unknown(value) => value.as_str(),
        }
    }

    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for IpVersion {
    fn from(text: &str) -> Self {
        match text {
            "IPv4" | "ipv4" => Self::Ipv4,
            "IPv6" | "ipv6" => Self::Ipv6,
            _ => Self::Unknown(UnknownValue::new(text)),
        }
    }
}

runtime::open_enum!(IpVersion);

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub key: Option<String>,
    pub value: Option<Vec<String>>,
    pub password: Option<SecretString>,
}

impl FromJson for Filter {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let reader = Reader::new(value, at)?;
        let filter = Self {
            key: reader.optional("Key")?,
            value: reader.list("Value", None)?,
            password: reader.optional("Password")?,
        };
        reader.finish(&["Key", "Value", "Password"])?;
        Ok(filter)
    }
}

impl ToJson for Filter {
    fn to_json(&self) -> Value {
        let mut writer = Writer::new();
        writer.put("Key", &self.key);
        writer.put("Value", &self.value);
        writer.put("Password", &self.password);
        writer.finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePeerInput {
    pub region_id: Option<String>,
    pub group_id: Option<String>,
    pub name: Option<String>,
    pub enable_bfd: Option<bool>,
    pub multi_hop: Option<i32>,
    pub ip_version: Option<IpVersion>,
    pub auth_key: Option<SecretString>,
    pub filter: Option<Vec<Filter>>,
    pub client_token: Option<String>,
}

impl FromJson for CreatePeerInput {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let reader = Reader::new(value, at)?;
        let input = Self {
            region_id: reader.optional("RegionId")?,
            group_id: reader.optional("GroupId")?,
            name: reader.optional("Name")?,
            enable_bfd: reader.optional("EnableBfd")?,
            multi_hop: reader.optional("MultiHop")?,
            ip_version: reader.optional("IpVersion")?,
            auth_key: reader.optional("AuthKey")?,
            filter: reader.list("Filter", None)?,
            client_token: reader.optional("ClientToken")?,
        };
        reader.finish(&[
            "RegionId",
            "GroupId",
            "Name",
            "EnableBfd",
            "MultiHop",
            "IpVersion",
            "AuthKey",
            "Filter",
            "ClientToken",
        ])?;
        Ok(input)
    }
}

impl ToJson for CreatePeerInput {
    fn to_json(&self) -> Value {
        let mut writer = Writer::new();
        writer.put("RegionId", &self.region_id);
        writer.put("GroupId", &self.group_id);
        writer.put("Name", &self.name);
        writer.put("EnableBfd", &self.enable_bfd);
        writer.put("MultiHop", &self.multi_hop);
        writer.put("IpVersion", &self.ip_version);
        writer.put("AuthKey", &self.auth_key);
        writer.put("Filter", &self.filter);
        writer.put("ClientToken", &self.client_token);
        writer.finish()
    }
}

impl Input for CreatePeerInput {
    type Output = CreatePeerOutput;

    const OPERATION: &'static Operation = &CREATE_PEER;

    fn validate(&self, validator: &mut Validator<'_>) {
        validator.required_or_client(
            "RegionId",
            "region_id",
            self.region_id.is_some(),
            ClientValue::Region,
        );
        validator.required("GroupId", "group_id", self.group_id.is_some());
        if let Some(name) = &self.name {
            let field = validator.field("Name", "name");
            field.length(name, Some(2), Some(8), LengthUnit::Characters);
            field.characters(name, &NAME);
        }
        if let Some(hops) = self.multi_hop {
            validator
                .field("MultiHop", "multi_hop")
                .range(hops.into(), Some(1), Some(255));
        }
        if let Some(version) = &self.ip_version
            && !version.is_known()
        {
            validator
                .field("IpVersion", "ip_version")
                .one_of_ignore_case(version.as_str(), IpVersion::VALUES);
        }
        if let Some(key) = &self.auth_key {
            validator.field("AuthKey", "auth_key").secret().length(
                key.expose(),
                None,
                Some(16),
                LengthUnit::Bytes,
            );
        }
        if let Some(filters) = &self.filter {
            let field = validator.field("Filter", "filter");
            field.item_count(filters.len(), Some(1), Some(5));
            for (index, filter) in filters.iter().enumerate() {
                let element = field.index(index);
                element.required("Key", "key", filter.key.is_some());
                if let Some(values) = &filter.value {
                    element
                        .member("Value", "value")
                        .item_count(values.len(), Some(1), Some(2));
                }
            }
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Peer {
    pub id: Option<String>,
    pub status: Option<String>,
    pub asn: Option<i64>,
    pub auth_key: Option<SecretString>,
    pub created: Option<Timestamp>,
}

impl FromJson for Peer {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let reader = Reader::new(value, at)?;
        let peer = Self {
            id: reader.optional("Id")?,
            status: reader.optional("Status")?,
            asn: reader.optional("Asn")?,
            auth_key: reader.optional("AuthKey")?,
            created: reader.optional("Created")?,
        };
        reader.finish(&["Id", "Status", "Asn", "AuthKey", "Created"])?;
        Ok(peer)
    }
}

impl ToJson for Peer {
    fn to_json(&self) -> Value {
        let mut writer = Writer::new();
        writer.put("Id", &self.id);
        writer.put("Status", &self.status);
        writer.put("Asn", &self.asn);
        writer.put("AuthKey", &self.auth_key);
        writer.put("Created", &self.created);
        writer.finish()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePeerOutput {
    pub peers: Option<Vec<Peer>>,
    pub total: Option<i32>,
}

impl FromJson for CreatePeerOutput {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let reader = Reader::new(value, at)?;
        let output = Self {
            peers: reader.list("Peers", Some("Peer"))?,
            total: reader.optional("Total")?,
        };
        reader.finish(&["Peers", "Total"])?;
        Ok(output)
    }
}

impl ToJson for CreatePeerOutput {
    fn to_json(&self) -> Value {
        let mut writer = Writer::new();
        writer.put("Peers", &self.peers);
        writer.put("Total", &self.total);
        writer.finish()
    }
}

pub fn builder() -> ClientBuilder {
    ClientBuilder::new(&SERVICE)
}

pub fn create_peer(client: &Client) -> Request<CreatePeerInput> {
    Request::new(client, CreatePeerInput::default())
}
