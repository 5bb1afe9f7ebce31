//! Copies of a generated crate outside the workspace.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use super::Output;
use super::changes::Changes;

/// The files of one crate, by path below its folder.
#[derive(Debug)]
pub struct Copy<'o> {
    files: BTreeMap<&'o str, &'o [u8]>,
}

impl<'o> Copy<'o> {
    /// The files of `output` whose path starts with `prefix`, which ends in `/`.
    #[must_use]
    pub fn of(output: &'o Output, prefix: &str) -> Self {
        Self {
            files: output
                .iter()
                .filter_map(|(path, bytes)| Some((path.strip_prefix(prefix)?, bytes)))
                .collect(),
        }
    }
}

/// Folders of a crate in which every file is the generator's.
const OWN_FOLDERS: [&str; 4] = ["src", "docs", "examples", "tests"];

/// How the copy in a folder differs.
///
/// # Errors
///
/// The folder cannot be read.
pub fn compare(folder: &Path, copy: &Copy<'_>) -> io::Result<Changes> {
    let mut changes = Changes::default();
    for (path, bytes) in &copy.files {
        match fs::read(folder.join(path)) {
            Ok(found) if found == *bytes => {}
            Ok(_) => changes.changed.push((*path).to_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                changes.added.push((*path).to_owned())
            }
            Err(error) => return Err(error),
        }
    }
    for own in OWN_FOLDERS {
        unknown(folder, own, copy, &mut changes.unknown)?;
    }
    changes.unknown.sort();
    Ok(changes)
}

fn unknown(folder: &Path, below: &str, copy: &Copy<'_>, found: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder.join(below)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let path = format!("{below}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            unknown(folder, &path, copy, found)?;
        } else if !copy.files.contains_key(path.as_str()) {
            found.push(path);
        }
    }
    Ok(())
}

/// Writes the copy. A folder that holds something else is refused, and nothing that is not part of
/// the crate is touched.
///
/// # Errors
///
/// The folder holds something else, or cannot be written.
pub fn write(folder: &Path, copy: &Copy<'_>) -> io::Result<()> {
    refuse_foreign(folder, copy)?;
    for (path, bytes) in &copy.files {
        let target = folder.join(path);
        if fs::read(&target).is_ok_and(|found| found == *bytes) {
            continue;
        }
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        // Renaming replaces a file whole or not at all.
        let waiting = target.with_extension("trunkline-new");
        fs::write(&waiting, bytes)?;
        fs::rename(&waiting, &target)?;
    }
    Ok(())
}

/// A folder may be absent, empty, or hold an earlier copy.
fn refuse_foreign(folder: &Path, copy: &Copy<'_>) -> io::Result<()> {
    let is_empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(error),
    };
    let name = |manifest: &[u8]| {
        String::from_utf8_lossy(manifest)
            .lines()
            .find(|line| line.starts_with("name = "))
            .map(str::to_owned)
    };
    let own = copy
        .files
        .get("Cargo.toml")
        .and_then(|manifest| name(manifest));
    let found = fs::read(folder.join("Cargo.toml"))
        .ok()
        .and_then(|manifest| name(&manifest));
    if is_empty || (found.is_some() && found == own) {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::AlreadyExists,
        "the folder holds something else; name an empty one, or one with an earlier copy",
    ))
}
