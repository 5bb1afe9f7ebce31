use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Authentication, Discrepancy, Document, ErrorRow, Protocol, Responses, RetryFacts, Source,
    Timeouts,
};

/// `service.yaml`: what all operations of a product have in common.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Name of the product.
    pub service: String,
    /// Short name of the provider, as in `<provider>-call`.
    pub provider: String,
    /// Name of the crate.
    #[serde(rename = "crate")]
    pub crate_name: String,
    /// Version of the API.
    pub api_version: String,
    /// What the product is, in one sentence.
    pub summary: String,
    /// More about it, in paragraphs of prose; code stands in backticks.
    #[serde(default)]
    pub doc: Option<String>,
    /// Sources of facts, by the name that `source` uses.
    pub documents: IndexMap<String, Document>,
    /// How the service is spoken to.
    pub protocol: Protocol,
    /// Ways to prove who is calling, the documented one first.
    pub authentication: Vec<Authentication>,
    /// Environment variables that credentials are read from.
    pub credentials: CredentialVariables,
    /// Where the service is.
    pub endpoints: Endpoints,
    /// Parameters that are given to the client once, by wire name.
    #[serde(default)]
    pub client_values: IndexMap<String, ClientValue>,
    /// Headers that carry a value of the client, by header name.
    #[serde(default)]
    pub client_headers: IndexMap<String, ClientValue>,
    /// Parameters and headers of every request that callers never give.
    #[serde(default)]
    pub common_parameters: IndexMap<String, CommonParameter>,
    /// What all responses have in common.
    pub responses: Responses,
    /// Errors that any operation may answer with.
    #[serde(default)]
    pub errors: Vec<ErrorRow>,
    /// What may be tried again.
    pub retry: RetryFacts,
    /// How long a call may take.
    pub timeouts: Timeouts,
    /// Resource groups by folder name, with what they hold.
    pub groups: IndexMap<String, String>,
    /// Where sources contradict each other on all of this.
    #[serde(default)]
    pub discrepancies: Vec<Discrepancy>,
}

/// A value that is given to the client once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClientValue {
    /// The region.
    Region,
    /// The project id.
    ProjectId,
}

/// Environment variables by what they hold.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CredentialVariables {
    /// Access key id.
    pub access_key_id: String,
    /// Access key secret.
    pub access_key_secret: String,
    /// Security token of a temporary access key.
    #[serde(default)]
    pub security_token: Option<String>,
    /// Token that replaces signing; wins when set.
    #[serde(default)]
    pub token: Option<String>,
    /// Project id.
    #[serde(default)]
    pub project_id: Option<String>,
}

/// Where a service is.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Endpoints {
    /// Scheme that the client uses.
    pub scheme: Scheme,
    /// Schemes that the service takes.
    #[serde(default)]
    pub schemes: Vec<Scheme>,
    /// Host for a region that is not listed, with `{region}` in it; unlisted regions are refused if left out.
    #[serde(default)]
    pub template: Option<String>,
    /// Known regions by id.
    pub regions: IndexMap<String, Region>,
    /// Where the table comes from.
    #[serde(default)]
    pub source: Option<Source>,
}

/// A region.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Host; from the template if left out.
    #[serde(default)]
    pub host: Option<String>,
    /// Name of the region.
    #[serde(default)]
    pub name: Option<String>,
    /// Where it comes from, if not from the source of the table.
    #[serde(default)]
    pub source: Option<Source>,
}

/// Scheme of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Scheme {
    Https,
    Http,
}

/// A parameter or header of every request that the client fills in itself.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommonParameter {
    /// What it is.
    pub doc: String,
    /// Whether the document demands it.
    #[serde(default)]
    pub required: bool,
    /// Its only value, where it has one.
    #[serde(default)]
    pub value: Option<String>,
    /// Its values, where it has several.
    #[serde(default)]
    pub values: Vec<String>,
    /// The value that the server takes when it is absent.
    #[serde(default)]
    pub default: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<Source>,
}
