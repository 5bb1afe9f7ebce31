use runtime::runtime::json::{At, DecodeError, FromJson, Reader, ToJson, Value, Writer};
use runtime::runtime::operation::{ClientValue, Operation};
use runtime::runtime::request::Input;
use runtime::runtime::secret::SecretString;
use runtime::runtime::validate::{Characters, Class, LengthUnit, Validator};

use super::{CREATE_PEER, CreatePeerOutput, IpVersion};

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

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub key: Option<String>,
    pub value: Option<Vec<String>>,
    pub password: Option<SecretString>,
}

impl FromJson for Filter {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(value, at)?;
        reader.only(&["Key", "Value", "Password"]);
        let mut decoded = Self::default();
        reader.optional("Key", &mut decoded.key);
        reader.list("Value", None, &mut decoded.value);
        reader.optional("Password", &mut decoded.password);
        reader.finish(decoded)
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
        let mut reader = Reader::new(value, at)?;
        reader.only(&[
            "RegionId",
            "GroupId",
            "Name",
            "EnableBfd",
            "MultiHop",
            "IpVersion",
            "AuthKey",
            "Filter",
            "ClientToken",
        ]);
        let mut decoded = Self::default();
        reader.optional("RegionId", &mut decoded.region_id);
        reader.optional("GroupId", &mut decoded.group_id);
        reader.optional("Name", &mut decoded.name);
        reader.optional("EnableBfd", &mut decoded.enable_bfd);
        reader.optional("MultiHop", &mut decoded.multi_hop);
        reader.optional("IpVersion", &mut decoded.ip_version);
        reader.optional("AuthKey", &mut decoded.auth_key);
        reader.list("Filter", None, &mut decoded.filter);
        reader.optional("ClientToken", &mut decoded.client_token);
        reader.finish(decoded)
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
