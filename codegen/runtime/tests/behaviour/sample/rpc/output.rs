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
