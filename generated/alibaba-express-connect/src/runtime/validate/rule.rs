use crate::runtime::operation::Source;

/// A documented rule over several parameters.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The id, which stays the same across versions, such as `CreateBgpPeer.bfd-multi-hop-required`.
    pub id: &'static str,
    /// The kind of rule, such as `required_if`.
    pub kind: &'static str,
    /// The parameters that it is about, by wire paths.
    pub parameters: &'static [&'static str],
    /// What it demands, in one sentence.
    pub text: &'static str,
    /// How it is documented.
    pub stated_by: Statement,
    /// The code that the server answers with when the rule is broken.
    pub error: Option<&'static str>,
    /// Where it is documented.
    pub source: &'static Source,
}

/// How a rule is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statement {
    /// A sentence or a table states it.
    Sentence,
    /// Only an error row shows that it exists; the limit is inferred from it.
    ErrorRow,
}

impl Statement {
    /// The word that reports use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sentence => "documented",
            Self::ErrorRow => "inferred from an error row",
        }
    }
}
