use std::sync::Arc;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Discrepancy, ErrorRow, Example, Lifecycle, Member, Method, Pagination, Rule, Source};

/// `<resource>/<operation>.yaml`: one operation.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The provider's own name.
    pub operation: String,
    /// Whether it changes anything.
    pub effect: Effect,
    /// What it does, in one sentence.
    pub summary: String,
    /// More about it, in paragraphs of prose; code stands in backticks.
    #[serde(default)]
    pub doc: Option<String>,
    /// Where it is documented.
    pub source: Source,
    /// Further places that document it.
    #[serde(default)]
    pub also_documented_in: Vec<Source>,
    /// Method, path and flag; the protocol's own if left out.
    #[serde(default)]
    pub http: Http,
    /// Where its parameters come from, if not from `source`.
    #[serde(default)]
    pub request_source: Option<Source>,
    /// Where its response fields come from, if not from `source`.
    #[serde(default)]
    pub response_source: Option<Source>,
    /// Parameters by wire name.
    #[serde(default)]
    pub request: IndexMap<String, Member>,
    /// Rules by id; an id stays.
    #[serde(default)]
    pub rules: IndexMap<String, Rule>,
    /// Response fields by wire name.
    #[serde(default)]
    pub response: IndexMap<String, Member>,
    /// Shape whose members stand at the top of the response.
    #[serde(default)]
    pub response_shape: Option<String>,
    /// Rows of the error table, in the document's order.
    #[serde(default)]
    pub errors: Vec<ErrorRow>,
    /// How its list is paged.
    #[serde(default)]
    pub pagination: Option<Pagination>,
    /// What it does to the state of resources.
    #[serde(default)]
    pub lifecycle: Vec<Lifecycle>,
    /// Requests and responses.
    #[serde(default)]
    pub examples: Arc<[Example]>,
    /// Where sources contradict each other, and what we take.
    #[serde(default)]
    pub discrepancies: Arc<[Discrepancy]>,
}

/// Whether an operation changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It only reads.
    Read,
    /// It changes something.
    Write,
}

/// How an operation is called over HTTP.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Http {
    /// Method.
    #[serde(default)]
    pub method: Option<Method>,
    /// Path template with `{parameter}` segments.
    #[serde(default)]
    pub path: Option<String>,
    /// Query key without a value that selects the action.
    #[serde(default)]
    pub flag: Option<String>,
    /// Documented status of success.
    #[serde(default)]
    pub success: Option<u16>,
}
