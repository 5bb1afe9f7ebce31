//! What the caller can set on one request besides its parameters.

use std::fmt;
use std::time::Duration;

use super::json::{Map, Value};
use super::raw::RawOperation;

/// The options of one request.
#[derive(Clone, Default)]
pub struct Options {
    /// Whether documented limits are left unchecked.
    pub skip_validation: bool,
    /// Ids of rules that the request may break.
    pub allowed_rules: Vec<String>,
    /// How long the whole call may take, all attempts and the pauses between them included.
    pub timeout: Option<Duration>,
    /// How often the request is sent at most, the first time included.
    pub max_attempts: Option<u32>,
    /// Query parameters by wire name, which may be undocumented, and stand in place of documented ones.
    pub parameters: Vec<(String, String)>,
    /// Members of the JSON body by wire name, which may be undocumented, and stand in place of documented ones.
    pub body_parameters: Map<String, Value>,
    /// The operation, where it is none of this crate's.
    pub raw: Option<RawOperation>,
    /// Additional headers.
    pub headers: Vec<(String, String)>,
}

impl fmt::Debug for Options {
    /// Shows names only: nothing tells whether an undocumented value is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("skip_validation", &self.skip_validation)
            .field("allowed_rules", &self.allowed_rules)
            .field("timeout", &self.timeout)
            .field("max_attempts", &self.max_attempts)
            .field("parameters", &names(&self.parameters))
            .field(
                "body_parameters",
                &self.body_parameters.keys().collect::<Vec<_>>(),
            )
            .field("raw", &self.raw)
            .field("headers", &names(&self.headers))
            .finish()
    }
}

fn names(pairs: &[(String, String)]) -> Vec<&str> {
    pairs.iter().map(|(name, _)| name.as_str()).collect()
}
