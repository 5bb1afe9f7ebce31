use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Range, Scalar, Source};

/// A rule over several parameters of a request, or one that needs the server's state.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What must hold.
    pub check: Check,
    /// Who can check it.
    #[serde(default)]
    pub stage: Stage,
    /// Whether a sentence of the document states it, or only an error row.
    #[serde(default)]
    pub stated_by: Statement,
    /// List in whose elements the rule holds (`PMInfo[]`); parameters are then relative to the element.
    #[serde(default)]
    pub within: Option<String>,
    /// The rule in our words; made from `check` if left out.
    #[serde(default)]
    pub text: Option<String>,
    /// Error code that the server answers with when the rule is broken.
    #[serde(default)]
    pub error: Option<String>,
    /// Where the rule is stated, if not in the operation's source.
    #[serde(default)]
    pub source: Option<Source>,
}

/// Who can check a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The request alone decides.
    #[default]
    Client,
    /// Needs state that only the server has: recorded and documented, not checked.
    Server,
}

/// How strongly a rule is documented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Statement {
    /// A sentence or a table states it.
    #[default]
    Sentence,
    /// Only an error row shows that it exists.
    ErrorRow,
}

/// What a rule demands. Parameters are wire paths; an absent parameter counts as its documented
/// default, and a condition on an absent parameter without default is false.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Check {
    /// The parameters must be given when the condition holds.
    RequiredIf {
        /// Parameters that must be given.
        parameters: Vec<String>,
        /// Conditions that must all hold.
        when: IndexMap<String, Condition>,
    },
    /// The parameters must be given when all of the others are.
    RequiredWith {
        /// Parameters that must be given.
        parameters: Vec<String>,
        /// Parameters whose presence demands them.
        with: Vec<String>,
    },
    /// The parameters must not be given when the condition holds.
    ForbiddenIf {
        /// Parameters that must be absent.
        parameters: Vec<String>,
        /// Conditions that must all hold.
        when: IndexMap<String, Condition>,
    },
    /// The parameters must not be given when any of the others is.
    ForbiddenWith {
        /// Parameters that must be absent.
        parameters: Vec<String>,
        /// Parameters whose presence forbids them.
        with: Vec<String>,
    },
    /// One group or more must be given whole. A group is a list of parameters.
    AtLeastOneOf {
        /// The groups.
        groups: Vec<Vec<String>>,
    },
    /// Exactly one group must be given whole, and nothing of the others.
    ExactlyOneOf {
        /// The groups.
        groups: Vec<Vec<String>>,
    },
    /// Either all of the parameters or none.
    AllOrNone {
        /// The parameters.
        parameters: Vec<String>,
    },
    /// A range that holds under a condition.
    RangeIf {
        /// The parameter.
        parameter: String,
        /// Its range, both ends included.
        range: Range,
        /// Conditions that must all hold.
        when: IndexMap<String, Condition>,
    },
    /// A set of values that holds under a condition.
    AllowedIf {
        /// The parameter.
        parameter: String,
        /// Values that it may have.
        values: Vec<Scalar>,
        /// Conditions that must all hold.
        when: IndexMap<String, Condition>,
    },
    /// Addresses that must lie in one subnet.
    SameSubnet {
        /// The addresses.
        parameters: Vec<String>,
        /// Parameter with the mask: dotted quad, prefix length, or `/56`.
        mask: String,
    },
    /// A network that must not equal another, or lie inside it.
    NotWithin {
        /// The parameter.
        parameter: String,
        /// The network.
        network: String,
    },
    /// Values that a parameter must not have.
    NotEqual {
        /// The parameter.
        parameter: String,
        /// The values.
        values: Vec<Scalar>,
    },
    /// How many members a list may have.
    ItemCount {
        /// The list.
        parameter: String,
        /// Fewest and most.
        range: Range,
    },
    /// Something that only the server can know; `text` says what.
    State {
        /// Parameters that it concerns; may be empty.
        #[serde(default)]
        parameters: Vec<String>,
    },
}

/// A condition on one parameter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// Has this value.
    Equals(Scalar),
    /// Has one of these values.
    In(Vec<Scalar>),
    /// Has a value, and not this one.
    Not(Scalar),
    /// Is given (`true`) or absent (`false`); a default does not count.
    Present(bool),
}
