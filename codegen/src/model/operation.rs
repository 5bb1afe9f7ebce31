use std::sync::Arc;

use super::{Fields, Source};
use crate::diagnostic::Span;
use crate::spec::{
    Check, Discrepancy, Effect, Example, Lifecycle, Location, Method, Pagination, Retry, Stage,
    Statement,
};

/// One operation, resolved.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The provider's own name.
    pub name: String,
    /// Resource group (the folder of its file).
    pub group: String,
    /// Whether it changes anything.
    pub effect: Effect,
    /// What it does, in one sentence.
    pub summary: String,
    /// More about it.
    pub doc: Option<String>,
    /// Where it is documented; the first is the main one.
    pub sources: Vec<Source>,
    /// Where its parameters come from unless they say otherwise.
    pub request_source: Source,
    /// How it is called.
    pub http: Http,
    /// Parameters, in the order of the spec.
    pub parameters: Fields,
    /// Rules, in the order of the spec.
    pub rules: Vec<Rule>,
    /// Response fields, in the order of the spec.
    pub response: Fields,
    /// Error rows, in the order of the document.
    pub errors: Vec<ErrorRow>,
    /// How its list is paged.
    pub pagination: Option<Pagination>,
    /// What it does to the state of resources.
    pub lifecycle: Vec<Lifecycle>,
    /// Requests and responses.
    pub examples: Arc<[Example]>,
    /// Contradictions and what we take.
    pub discrepancies: Arc<[Discrepancy]>,
    /// Where its spec stands.
    pub place: Span,
}

/// How an operation is called.
#[derive(Clone, Debug)]
pub struct Http {
    /// Method.
    pub method: Method,
    /// Path template.
    pub path: String,
    /// Query key without a value.
    pub flag: Option<String>,
    /// Documented status of success.
    pub success: u16,
}

/// Where a top-level parameter is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Its place.
    pub location: Location,
    /// A second place with the same value.
    pub also_in: Option<Location>,
}

/// A rule, with its id, text and source resolved.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `<Operation>.<id>`.
    pub id: String,
    /// What must hold.
    pub check: Check,
    /// Who can check it.
    pub stage: Stage,
    /// How strongly it is documented.
    pub stated_by: Statement,
    /// List in whose elements it holds.
    pub within: Option<String>,
    /// The rule in words.
    pub text: String,
    /// Code that the server answers with.
    pub error: Option<String>,
    /// Wire paths that it is about, in the order of the spec.
    pub parameters: Vec<String>,
    /// Where it is stated.
    pub source: Source,
    /// Where its spec stands.
    pub place: Span,
}

/// One row of an error table.
#[derive(Clone, Debug)]
pub struct ErrorRow {
    /// HTTP status.
    pub status: Option<u16>,
    /// Code exactly as documented.
    pub code: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// What it is about.
    pub about: Option<String>,
    /// What it means.
    pub meaning: String,
    /// Whether sending again can help.
    pub retry: Option<Retry>,
    /// Where the row comes from.
    pub source: Source,
    /// Where its spec stands.
    pub place: Span,
}

impl Rule {
    /// The paths of its parameters from the object that it looks at: the request, or an element.
    pub fn paths(&self) -> Vec<&str> {
        let relative = |path: &'_ String| match &self.within {
            Some(within) => path.len().min(within.len() + 1),
            None => 0,
        };
        self.parameters
            .iter()
            .map(|path| path.get(relative(path)..).unwrap_or_default())
            .collect()
    }
}

impl Operation {
    /// Where it is documented.
    pub fn source(&self) -> &Source {
        self.sources.first().unwrap_or(&self.request_source)
    }

    /// Whether a rule says when the parameter at a wire path must be given.
    pub fn rules_require(&self, path: &str) -> bool {
        self.rules.iter().any(|rule| {
            let parameters = match &rule.check {
                Check::RequiredIf { parameters, .. } => parameters.as_slice(),
                _ => &[],
            };
            rule.stage == Stage::Client
                && rule.within.is_none()
                && parameters.iter().any(|parameter| parameter == path)
        })
    }

    /// Name of the parameter that is the idempotency token.
    pub fn idempotency_token(&self) -> Option<&str> {
        self.parameters
            .values()
            .find(|parameter| parameter.idempotency_token)
            .map(|parameter| parameter.name.as_str())
    }
}
