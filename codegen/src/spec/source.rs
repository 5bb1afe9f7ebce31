use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A document or SDK that facts are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Title of the document, or name and version of the SDK.
    pub title: String,
    /// What kind of source it is; decides the origin of a fact.
    pub kind: DocumentKind,
    /// Date or version that the source carries.
    #[serde(default)]
    pub version: Option<String>,
    /// Where the source can be found.
    #[serde(default)]
    pub url: Option<String>,
}

/// What kind of source a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// A provider document that the specs are transcribed from.
    Document,
    /// An official SDK, its metadata, or an API page that an SDK page refers to.
    Sdk,
    /// Concluded by us from several facts; no source states it.
    Inferred,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Key of the service's `documents`.
    pub document: String,
    /// Section, table or heading in it.
    #[serde(default)]
    pub section: Option<String>,
}

/// A place where sources contradict themselves or each other.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Discrepancy {
    /// Wire path of the parameter or field, or a word for what it is about.
    pub about: String,
    /// What the document shows.
    pub documented: String,
    /// What the official SDK does, with its version.
    #[serde(default)]
    pub sdk: Option<String>,
    /// What we take, and why.
    pub resolution: String,
}
