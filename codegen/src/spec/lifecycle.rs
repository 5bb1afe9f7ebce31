use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Source;

/// Something with states: a physical connection, a BGP peer, a channel.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What it is, in one line.
    pub doc: String,
    /// Name of the enum that lists its states.
    pub states: String,
    /// How its state is read.
    #[serde(default)]
    pub poll: Option<Poll>,
    /// What can be waited for, by name (`available` gives `wait_until_bgp_peer_available`).
    #[serde(default)]
    pub waiters: IndexMap<String, Waiter>,
    /// Where the states come from.
    #[serde(default)]
    pub source: Option<Source>,
}

/// The operation that reads a resource's state.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// Operation to call.
    pub operation: String,
    /// Wire path of the parameter that takes the resource's id.
    pub id: String,
    /// Wire path of the state in the response.
    pub state: String,
    /// Wire path of the id in the response, where the response is a list.
    #[serde(default)]
    pub match_id: Option<String>,
}

/// States that end waiting.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiter {
    /// States in which the wait has succeeded.
    pub success: Vec<String>,
    /// States in which it never will.
    #[serde(default)]
    pub failure: Vec<String>,
    /// Whether a resource that is gone counts as success.
    #[serde(default)]
    pub gone_is_success: bool,
    /// Seconds between two polls.
    pub interval_seconds: u32,
    /// Seconds after which waiting ends.
    pub deadline_seconds: u32,
}

/// What an operation does to a resource's state.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    /// Key of `resources` in `types.yaml`.
    pub resource: String,
    /// States in which the operation is allowed; every state if empty.
    #[serde(default)]
    pub allowed_in: Vec<String>,
    /// States in which it is refused, where the document says it this way around.
    #[serde(default)]
    pub refused_in: Vec<String>,
    /// State that follows at once, while the operation is in progress.
    #[serde(default)]
    pub passes_through: Option<String>,
    /// State that it leads to.
    #[serde(default)]
    pub leads_to: Option<String>,
    /// Where this is stated, if not in the operation's source.
    #[serde(default)]
    pub source: Option<Source>,
}
