use std::collections::BTreeMap;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Source;

/// A request and, where a source shows one, its response.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What the example shows, in a few words.
    pub title: String,
    /// Where it comes from, if not from the operation's source.
    #[serde(default)]
    pub source: Option<Source>,
    /// Parameters by wire name; lists and objects as JSON has them.
    #[serde(default)]
    pub request: IndexMap<String, serde_json::Value>,
    /// The response.
    #[serde(default)]
    pub response: Option<ExampleResponse>,
}

/// The response of an example.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExampleResponse {
    /// HTTP status; the operation's success status if left out.
    #[serde(default)]
    pub status: Option<u16>,
    /// Headers that matter, by lower-case name.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// JSON body as text, in a block scalar.
    #[serde(default)]
    pub json: Option<String>,
    /// XML body as text, in a block scalar. Beside a JSON body, it says the same.
    #[serde(default)]
    pub xml: Option<String>,
}
