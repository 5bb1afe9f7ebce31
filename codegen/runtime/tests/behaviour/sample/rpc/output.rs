use runtime::runtime::json::{At, DecodeError, FromJson, Reader, ToJson, Value, Writer};
use runtime::runtime::secret::SecretString;
use runtime::runtime::timestamp::Timestamp;

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
        let mut reader = Reader::new(value, at)?;
        reader.only(&["Id", "Status", "Asn", "AuthKey", "Created"]);
        let mut decoded = Self::default();
        reader.optional("Id", &mut decoded.id);
        reader.optional("Status", &mut decoded.status);
        reader.optional("Asn", &mut decoded.asn);
        reader.optional("AuthKey", &mut decoded.auth_key);
        reader.optional("Created", &mut decoded.created);
        reader.finish(decoded)
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
        let mut reader = Reader::new(value, at)?;
        reader.only(&["Peers", "Total"]);
        let mut decoded = Self::default();
        reader.list("Peers", Some("Peer"), &mut decoded.peers);
        reader.optional("Total", &mut decoded.total);
        reader.finish(decoded)
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
