use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::Failure;
use super::super::pipeline::{tell, text_format};
use super::git::Repository;
use super::note;
use super::temporary::TemporaryFolder;
use crate::diff::{Side, Unsound};

/// Where a side's specs are to be read.
pub(super) struct Place {
    name: String,
    folder: Folder,
}

enum Folder {
    /// Of the user.
    Theirs(PathBuf),
    /// Of our own, for a revision.
    Ours(TemporaryFolder),
    /// A revision that has no specs.
    None,
}

/// The place that a word of the command line names: a folder, or else a revision.
pub(super) fn named(word: &OsStr, root: &Path) -> Result<Place, Failure> {
    let folder = Path::new(word);
    let name = word.to_string_lossy();
    if !folder.is_dir() {
        return revision(word, root);
    }
    let is_revision = Repository::around(root)
        .and_then(|repository| repository.commit(word))
        .is_ok_and(|commit| commit.is_some());
    if is_revision {
        note(&format!(
            "`{name}` is a folder and a revision; the folder is compared (`{name}^{{}}` is the revision)"
        ));
    }
    Ok(Place {
        name: name.into_owned(),
        folder: Folder::Theirs(specs_of(folder)?),
    })
}

/// The specs as they are on disk.
pub(super) fn work_tree(root: &Path) -> Result<Place, Failure> {
    let specs = root.join("specs");
    if !specs.is_dir() {
        return Err(Failure::unloadable(format!(
            "there is no folder `specs` in {} or above it; run this inside the workspace, name it with --root, \
             or name both sides",
            root.display()
        )));
    }
    Ok(Place {
        name: "work tree".to_owned(),
        folder: Folder::Theirs(specs),
    })
}

fn revision(word: &OsStr, root: &Path) -> Result<Place, Failure> {
    let revision = word.to_string_lossy();
    let repository = Repository::around(root)?;
    let Some(commit) = repository.commit(word)? else {
        return Err(Failure::unloadable(format!(
            "there is neither a folder nor a revision `{revision}`; {}",
            repository.advice(word)
        )));
    };
    let name = format!("{revision} ({})", commit.short());
    match repository.specs(&commit) {
        Ok(folder) => Ok(Place {
            name,
            folder: folder.map_or(Folder::None, Folder::Ours),
        }),
        Err(failure) => Err(failure.about(&name)),
    }
}

impl Place {
    fn side(&self) -> (&str, Option<&Path>) {
        let folder = match &self.folder {
            Folder::Theirs(folder) => Some(folder.as_path()),
            Folder::Ours(folder) => Some(folder.path()),
            Folder::None => None,
        };
        (&self.name, folder)
    }
}

/// Loads both sides. What is wrong with either is told.
pub(super) fn load(old: &Place, new: &Place) -> (Result<Side, Failure>, Result<Side, Failure>) {
    let [old, new] = Side::pair(old.side(), new.side());
    let failure = |error: Box<Unsound>| unsound(*error);
    (old.map_err(failure), new.map_err(failure))
}

/// Where the specs of a folder are: in it, or in its `specs`.
fn specs_of(folder: &Path) -> Result<PathBuf, Failure> {
    let inner = folder.join("specs");
    if inner.is_dir() {
        return Ok(inner);
    }
    let folders = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    let is_product = |folder: &PathBuf| folder.join("service.yaml").is_file();
    if folders(folder)
        .iter()
        .any(|provider| folders(provider).iter().any(is_product))
    {
        return Ok(folder.to_owned());
    }
    Err(Failure::unloadable(format!(
        "{} holds no specs: neither a folder `specs` nor <provider>/<product>/service.yaml",
        folder.display()
    )))
}

/// Shows what is wrong with the specs of a side.
fn unsound(unsound: Unsound) -> Failure {
    let Unsound {
        name,
        sources,
        diagnostics,
    } = unsound;
    tell(&diagnostics.render(&sources, text_format(&std::io::stderr())));
    Failure::unloadable(format!(
        "the specs of {name} have errors; nothing was compared"
    ))
}
