use std::ops::Range;
use std::sync::Arc;

use super::node::{Found, Node};
use crate::diagnostic::{FileId, Span};

/// A value read from a file, and where its parts stand in it.
#[derive(Debug)]
pub struct Located<T> {
    /// The value. Two versions of a file that say the same may share it.
    pub value: Arc<T>,
    /// The file.
    pub file: FileId,
    root: Option<Arc<Node>>,
}

impl<T> Located<T> {
    pub(super) fn new(value: T, file: FileId, root: Node) -> Self {
        Self {
            value: Arc::new(value),
            file,
            root: Some(Arc::new(root)),
        }
    }

    /// The same text in another file.
    pub(super) fn again(&self, file: FileId) -> Self {
        Self {
            value: Arc::clone(&self.value),
            file,
            root: self.root.clone(),
        }
    }

    /// A value that stands nowhere; all its places are the top of `file`.
    pub(super) fn absent(value: T, file: FileId) -> Self {
        Self {
            value: Arc::new(value),
            file,
            root: None,
        }
    }

    /// Where the value at a path stands; a member of a list is named by its index, as in
    /// `["errors", "0", "code"]`. If there is no such value, the nearest place above it.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Span {
        self.span(path, |found| found.node.range.clone())
    }

    /// Where the key at the end of a path stands. A member of a list, which has no key, stands for
    /// itself; if there is no such key, the nearest place above it.
    #[must_use]
    pub fn key(&self, path: &[&str]) -> Span {
        self.span(path, |found| {
            found
                .key
                .map_or_else(|| found.header(), |key| key.range.clone())
        })
    }

    /// Where a part of the value at `whole` stands: its key and value, or its key alone if the value goes on
    /// for pages; without a path, the whole itself. `None` if there is no such part.
    #[must_use]
    pub fn part(&self, whole: Span, path: &[&str]) -> Option<Span> {
        let mut found = self.root.as_ref()?.covering(&(whole.start..whole.end))?;
        if !path.is_empty() {
            found = found.node.find(path.iter().copied());
        }
        let header = found.header();
        let start = found.key.map_or(header.start, |key| key.range.start);
        found
            .complete
            .then(|| Span::new(self.file, start..header.end))
    }

    fn span(&self, path: &[&str], place: impl Fn(&Found<'_>) -> Range<usize>) -> Span {
        let range = self.root.as_ref().map_or(0..0, |root| {
            let found = root.find(path.iter().copied());
            if found.complete {
                place(&found)
            } else {
                found.header()
            }
        });
        Span::new(self.file, range)
    }
}
