use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Source;

/// One row of an error table. Two rows of one code with two meanings stay two rows.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorRow {
    /// HTTP status, left out where no source states it.
    #[serde(default)]
    pub status: Option<u16>,
    /// Code exactly as documented, misspelt ones too.
    pub code: String,
    /// Other spellings of the same code.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Wire path of the parameter, or a word for the thing, that the error is about.
    #[serde(default)]
    pub about: Option<String>,
    /// What it means, in our words.
    pub meaning: String,
    /// Whether the same request can succeed later.
    #[serde(default)]
    pub retry: Option<Retry>,
    /// Where the row comes from, if not from the operation's source.
    #[serde(default)]
    pub source: Option<Source>,
}

/// Whether sending the same request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Retry {
    /// Not without changing the request, or the state that it meets.
    Never,
    /// After the resource has reached another state.
    AfterStateChange,
    /// After a pause.
    Later,
}
