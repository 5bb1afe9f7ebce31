use std::path::{Path, PathBuf};
use std::{fs, io, process};

use super::path::GENERATED;

/// A folder on the disk of the targets, where new files wait and old ones are kept until all is done.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// How many names have been given out.
    names: usize,
}

impl Staging {
    pub(super) fn new(root: &Path) -> io::Result<Self> {
        let name = format!("{GENERATED}/.staging-{}", process::id());
        let folder = root.join(&name);
        // One with this name was left behind by a process that was killed.
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(about(&name, &error));
            }
            _ => {}
        }
        fs::create_dir_all(&folder).map_err(|error| about(&name, &error))?;
        Ok(Self { folder, names: 0 })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A path that nothing has.
    pub(super) fn name(&mut self) -> PathBuf {
        self.names += 1;
        self.folder.join(self.names.to_string())
    }

    /// Removes the folder with all that is left in it. What cannot be removed is litter, not a failure.
    pub(super) fn remove(self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// An error that says which file it is about.
pub(super) fn about(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}
