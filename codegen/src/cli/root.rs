use std::env;
use std::path::{Path, PathBuf};

use super::Failure;

/// The workspace to work on: the one named, or the nearest folder upwards that holds `specs`.
pub(super) fn find(named: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(root) = named {
        return if root.is_dir() {
            Ok(root.to_owned())
        } else {
            Err(Failure::usage(format!(
                "--root {}: there is no such folder",
                root.display()
            )))
        };
    }
    let current = env::current_dir()
        .map_err(|error| Failure::usage(format!("the current folder cannot be read: {error}")))?;
    current
        .ancestors()
        .find(|folder| folder.join("specs").is_dir())
        .map(Path::to_owned)
        .ok_or_else(|| {
            Failure::usage(format!(
                "no folder `specs` in {} or above it; run this inside the workspace, or name it with --root",
                current.display()
            ))
        })
}

/// The same, or else the current folder: what is compared may be all in git, or in two folders somewhere else.
pub(super) fn find_or_current(named: Option<&Path>) -> Result<PathBuf, Failure> {
    match find(named) {
        Err(_) if named.is_none() => Ok(PathBuf::from(".")),
        found => found,
    }
}
