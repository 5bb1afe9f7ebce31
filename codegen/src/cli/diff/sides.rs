use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::Failure;
use super::super::pipeline::{tell, text_format};
use super::git::Repository;
use super::note;
use crate::diff::{Side, Unsound};

/// Loads the side that a word of the command line names: a folder, or else a revision. What the `other` side says
/// in the same words is taken from there.
pub(super) fn named(word: &OsStr, root: &Path, other: Option<&Side>) -> Result<Side, Failure> {
    let folder = Path::new(word);
    let name = word.to_string_lossy();
    if !folder.is_dir() {
        return revision(word, root, other);
    }
    let is_revision = Repository::around(root)
        .and_then(|repository| repository.commit(word))
        .is_ok_and(|commit| commit.is_some());
    if is_revision {
        note(&format!(
            "`{name}` is a folder and a revision; the folder is compared (`{name}^{{}}` is the revision)"
        ));
    }
    load(&name, &specs_of(folder)?, other)
}

/// Loads the specs as they are on disk.
pub(super) fn work_tree(root: &Path, other: Option<&Side>) -> Result<Side, Failure> {
    let specs = root.join("specs");
    if !specs.is_dir() {
        return Err(Failure::unloadable(format!(
            "there is no folder `specs` in {} or above it; run this inside the workspace, name it with --root, \
             or name both sides",
            root.display()
        )));
    }
    load("work tree", &specs, other)
}

fn revision(word: &OsStr, root: &Path, other: Option<&Side>) -> Result<Side, Failure> {
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
        Ok(Some(folder)) => load(&name, folder.path(), other),
        Ok(None) => Ok(Side::empty(name)),
        Err(failure) => Err(failure.about(&name)),
    }
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

fn load(name: &str, specs: &Path, other: Option<&Side>) -> Result<Side, Failure> {
    Side::load(name, specs, other).map_err(|unsound| {
        let Unsound {
            name,
            sources,
            diagnostics,
        } = *unsound;
        tell(&diagnostics.render(&sources, text_format(&std::io::stderr())));
        Failure::unloadable(format!(
            "the specs of {name} have errors; nothing was compared"
        ))
    })
}
