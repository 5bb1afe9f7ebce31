/// How files on disk differ from those in memory. All paths are sorted, relative to the root and
/// separated by `/`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// Files that are not there yet.
    pub added: Vec<String>,
    /// Files with another content.
    pub changed: Vec<String>,
    /// Files that were made once and no longer are.
    pub removed: Vec<String>,
    /// Files below `generated` that the generator has not made. They are never touched.
    pub unknown: Vec<String>,
}

impl Changes {
    /// Whether disk and memory agree; a file that nobody knows is a disagreement.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.needs_writing() && self.unknown.is_empty()
    }

    /// Whether writing would touch any file.
    #[must_use]
    pub fn needs_writing(&self) -> bool {
        !(self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty())
    }
}
