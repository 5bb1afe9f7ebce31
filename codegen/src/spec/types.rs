use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Member, Resource, Source};

/// `types.yaml`: what several operations of a service share.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Types {
    /// Enums by name, in PascalCase.
    #[serde(default)]
    pub enums: IndexMap<String, Enumeration>,
    /// Objects by name, in PascalCase.
    #[serde(default)]
    pub shapes: IndexMap<String, Shape>,
    /// Parameters that operations take with `use`, by any name.
    #[serde(default)]
    pub parameters: IndexMap<String, Member>,
    /// Things with states, in PascalCase.
    #[serde(default)]
    pub resources: IndexMap<String, Resource>,
}

/// A set of values, always open on the way in.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enumeration {
    /// What it tells apart.
    pub doc: String,
    /// Documented type.
    #[serde(default)]
    pub base: EnumerationBase,
    /// Whether values are compared without case.
    #[serde(default)]
    pub ignore_case: bool,
    /// The values, by their canonical spelling.
    pub values: IndexMap<String, EnumerationValue>,
    /// Where it comes from, if not from the operations that use it.
    #[serde(default)]
    pub source: Option<Source>,
}

/// Documented type of an enum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EnumerationBase {
    /// Text.
    #[default]
    String,
    /// A whole number.
    Integer,
}

/// One value of an enum.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnumerationValue {
    /// What it means.
    pub doc: String,
    /// Name in Rust, where the value gives no good one.
    #[serde(default)]
    pub name: Option<String>,
    /// Other spellings of the value that a source shows.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Where the value comes from, if not from the source of its enum.
    #[serde(default)]
    pub source: Option<Source>,
}

/// A named object.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// What it is.
    pub doc: String,
    /// Its members by wire name.
    pub fields: IndexMap<String, Member>,
    /// Where it comes from, if not from the operations that use it.
    #[serde(default)]
    pub source: Option<Source>,
}
