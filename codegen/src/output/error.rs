use std::fmt;

/// Why a file cannot be part of an [`Output`](super::Output).
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum InsertError {
    /// The path is absolute, leaves the root, or is not written in the plainest way.
    BadPath(String),
    /// The path lies outside of what the generator owns.
    NotOurs(String),
    /// There is such a file already, or one whose path differs in upper and lower case only, which is
    /// the same file on some systems.
    Duplicate(String),
    /// The path runs through a file, or names a folder with files.
    FileAndFolder(String),
}

impl fmt::Display for InsertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadPath(path) => write!(f, "`{path}` is not a plain path relative to the root"),
            Self::NotOurs(path) => write!(
                f,
                "`{path}` is neither below `generated` nor one of `specs/schema/*.json`"
            ),
            Self::Duplicate(path) => write!(f, "`{path}` is made twice"),
            Self::FileAndFolder(path) => write!(f, "`{path}` would be a file and a folder"),
        }
    }
}

impl std::error::Error for InsertError {}
