use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `approved-changes.yaml`: changes of the specs that somebody has looked at and wants all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approvals {
    /// The approved changes.
    pub approved: Vec<Approval>,
}

/// One change that is wanted, although it would not pass `diff --fail-on`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The twelve digits that `diff` shows for the change, in quotes.
    pub finding: String,
    /// The kind of change, as in `maximum-lowered`, for those who read; if given, it must be that of the finding.
    #[serde(default)]
    pub rule: Option<String>,
    /// What changes, in words.
    #[serde(default)]
    pub about: Option<String>,
    /// Why it is wanted.
    pub reason: String,
    /// The last day on which it counts, as in `2026-12-31`.
    pub expires: String,
}
