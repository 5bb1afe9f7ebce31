use std::fmt;

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The title of the document, or the name and version of the SDK.
    pub document: &'static str,
    /// The section of it; empty when the whole document is meant.
    pub section: &'static str,
    /// How far the fact can be trusted.
    pub origin: Origin,
}

/// How a fact was established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The provider's document states it.
    Document,
    /// The provider's own SDK does it.
    Sdk,
    /// It follows from something else that is stated.
    Inferred,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.origin {
            Origin::Document => {}
            Origin::Sdk => f.write_str("SDK: ")?,
            Origin::Inferred => f.write_str("inferred from ")?,
        }
        f.write_str(self.document)?;
        if self.section.is_empty() {
            Ok(())
        } else {
            write!(f, ", section {}", self.section)
        }
    }
}
