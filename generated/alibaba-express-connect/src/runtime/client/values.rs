use crate::runtime::operation::ClientValue;

/// Values that are given once to the client and used by every request that wants them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientValues {
    /// The region id.
    pub region: Option<String>,
    /// The project id.
    pub project_id: Option<String>,
}

impl ClientValues {
    /// The value, if it is set.
    pub fn get(&self, value: ClientValue) -> Option<&str> {
        match value {
            ClientValue::Region => self.region.as_deref(),
            ClientValue::ProjectId => self.project_id.as_deref(),
        }
    }

    /// Sets the value.
    pub fn set(&mut self, value: ClientValue, text: String) {
        match value {
            ClientValue::Region => self.region = Some(text),
            ClientValue::ProjectId => self.project_id = Some(text),
        }
    }
}
