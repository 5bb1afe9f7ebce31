use std::fmt;

use crate::spec::DocumentKind;

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A provider document.
    Document,
    /// An official SDK, or a page that an SDK page refers to.
    Sdk,
    /// Our conclusion from several facts.
    Inferred,
}

impl Origin {
    /// The word that `inspect` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Sdk => "sdk",
            Self::Inferred => "inferred",
        }
    }
}

impl From<DocumentKind> for Origin {
    fn from(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Document => Self::Document,
            DocumentKind::Sdk => Self::Sdk,
            DocumentKind::Inferred => Self::Inferred,
        }
    }
}

/// Where a fact comes from, with the document resolved.
#[derive(Clone, Debug)]
pub struct Source {
    /// Key of the document in `service.yaml`.
    pub document: String,
    /// Title of the document.
    pub title: String,
    /// Section in it.
    pub section: Option<String>,
    /// Who says it.
    pub origin: Origin,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)?;
        match &self.section {
            Some(section) => write!(f, ", {section}"),
            None => Ok(()),
        }
    }
}

/// Two sources are the same if they are the same place, whatever the document is called.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.document, &self.section) == (&other.document, &other.section)
    }
}

impl Eq for Source {}
