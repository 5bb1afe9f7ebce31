use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use super::changes::Changes;
use super::manifest::{self, Files};
use super::path;
use super::staging::about;

/// What is different on disk.
pub(super) fn compare(root: &Path, files: &Files<'_>) -> io::Result<Changes> {
    let mut changes = Changes::default();
    let mut ways = Ways {
        root,
        known: BTreeSet::new(),
    };
    ways.check(path::MANIFEST)?;
    let listed = manifest::listed(root)?;
    for path in listed
        .iter()
        .filter(|path| !files.contains_key(path.as_str()))
    {
        ways.check(path)?;
        if is_file_or_link(&root.join(path)) {
            changes.removed.push(path.clone());
        }
    }
    // Where upper and lower case are one, a file whose path changed in case is there and yet will be gone.
    let going: BTreeSet<String> = changes
        .removed
        .iter()
        .map(|path| path.to_lowercase())
        .collect();
    for (path, bytes) in files {
        ways.check(path)?;
        match state(&root.join(path), bytes).map_err(|error| about(path, &error))? {
            State::Absent => changes.added.push((*path).to_owned()),
            State::Same if !going.contains(&path.to_lowercase()) => {}
            State::Same | State::Different => changes.changed.push((*path).to_owned()),
        }
    }
    let mut found = Vec::new();
    walk(&root.join(path::GENERATED), path::GENERATED, &mut found)?;
    found.retain(|path| !files.contains_key(path.as_str()) && !listed.contains(path));
    found.sort_unstable();
    changes.unknown = found;
    Ok(changes)
}

enum State {
    Absent,
    Same,
    Different,
}

fn state(target: &Path, bytes: &[u8]) -> io::Result<State> {
    let metadata = match fs::symlink_metadata(target) {
        Ok(metadata) => metadata,
        Err(error) if is_absence(&error) => return Ok(State::Absent),
        Err(error) => return Err(error),
    };
    // A link is replaced by the file itself; a folder cannot be, which is found out when writing.
    if !metadata.is_file() || usize::try_from(metadata.len()) != Ok(bytes.len()) {
        return Ok(State::Different);
    }
    Ok(if fs::read(target)? == bytes {
        State::Same
    } else {
        State::Different
    })
}

/// Whether nothing is there; a file on the way to it counts as nothing, too.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

pub(super) fn is_file_or_link(target: &Path) -> bool {
    fs::symlink_metadata(target).is_ok_and(|metadata| !metadata.is_dir())
}

/// The ways to files, which must not leave the root.
struct Ways<'a> {
    root: &'a Path,
    /// Folders that have been looked at.
    known: BTreeSet<String>,
}

impl Ways<'_> {
    fn check(&mut self, path: &str) -> io::Result<()> {
        for folder in path::folders(path) {
            if !self.known.contains(folder) {
                let is_link = fs::symlink_metadata(self.root.join(folder))
                    .is_ok_and(|metadata| metadata.is_symlink());
                if is_link {
                    let message = format!(
                        "`{folder}` is a symbolic link, which may lead anywhere; put a folder there"
                    );
                    return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
                }
                self.known.insert(folder.to_owned());
            }
        }
        Ok(())
    }
}

/// Collects all files below a folder but those that cargo makes when somebody works in it.
fn walk(folder: &Path, name: &str, found: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if is_absence(&error) => return Ok(()),
        Err(error) => return Err(about(name, &error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| about(name, &error))?;
        let short = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{name}/{short}");
        let kind = entry.file_type().map_err(|error| about(&name, &error))?;
        match (kind.is_dir(), short.as_str()) {
            (true, "target") | (false, "Cargo.lock") => {}
            (true, _) => walk(&entry.path(), &name, found)?,
            (false, _) => found.push(name),
        }
    }
    Ok(())
}
