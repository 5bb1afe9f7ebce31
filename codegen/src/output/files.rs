use std::collections::{BTreeMap, BTreeSet};

use super::error::InsertError;
use super::path;

/// Files in memory, by path relative to the root and separated by `/`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Output {
    files: BTreeMap<String, Vec<u8>>,
    /// Paths in lower case: on some systems those that differ in case only are one file.
    folded: BTreeSet<String>,
    /// Folders that files stand in, in lower case.
    folders: BTreeSet<String>,
}

impl Output {
    /// Takes in a file.
    ///
    /// # Errors
    ///
    /// When the path is not one that the generator may write, or there is such a file already.
    pub fn insert(
        &mut self,
        path: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<(), InsertError> {
        let path = path.into();
        path::check(&path)?;
        let folded = path.to_lowercase();
        if self.folded.contains(&folded) {
            return Err(InsertError::Duplicate(path));
        }
        let through_file = path::folders(&folded).any(|folder| self.folded.contains(folder));
        if through_file || self.folders.contains(&folded) {
            return Err(InsertError::FileAndFolder(path));
        }
        self.folders
            .extend(path::folders(&folded).map(str::to_owned));
        self.folded.insert(folded);
        self.files.insert(path, bytes.into());
        Ok(())
    }

    /// Takes in all files of another set.
    ///
    /// # Errors
    ///
    /// When a file is in both. Those before it have been taken in by then.
    pub fn extend(&mut self, other: Self) -> Result<(), InsertError> {
        other
            .files
            .into_iter()
            .try_for_each(|(path, bytes)| self.insert(path, bytes))
    }

    /// The files by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The content of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
