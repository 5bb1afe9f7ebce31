use std::path::{Path, PathBuf};
use std::{fs, io};

use super::changes::Changes;
use super::compare::is_file_or_link;
use super::manifest::Files;
use super::path::{self, MANIFEST};
use super::staging::{Staging, about};

/// Makes all changes, or none.
pub(super) fn commit(root: &Path, files: &Files<'_>, changes: &Changes) -> io::Result<()> {
    let fresh = !root.join(path::GENERATED).exists();
    let mut staging = Staging::new(root)?;
    let mut journal = Journal::default();
    let result = stage(&mut staging, files, changes)
        .and_then(|staged| replace(root, &mut staging, &mut journal, changes, &staged));
    let Err(error) = result else {
        staging.remove();
        return Ok(());
    };
    match journal.undo() {
        Ok(()) => {
            staging.remove();
            if fresh {
                // The staging folder was the first thing in it.
                let _ = fs::remove_dir(root.join(path::GENERATED));
            }
            Err(error)
        }
        Err(second) => Err(io::Error::new(
            error.kind(),
            format!(
                "{error}; moreover, not everything could be put back ({second}): what was replaced is in {}",
                staging.folder().display()
            ),
        )),
    }
}

/// Writes all new files to the staging folder, where a full disk does no harm.
fn stage<'c>(
    staging: &mut Staging,
    files: &Files<'_>,
    changes: &'c Changes,
) -> io::Result<Vec<(&'c str, PathBuf)>> {
    let mut staged = Vec::with_capacity(changes.added.len() + changes.changed.len());
    for path in changes.added.iter().chain(&changes.changed) {
        let Some(bytes) = files.get(path.as_str()) else {
            continue;
        };
        let waiting = staging.name();
        fs::write(&waiting, bytes).map_err(|error| about(path, &error))?;
        staged.push((path.as_str(), waiting));
    }
    // The list comes last: if the machine stops before, the next run still knows the old files.
    staged.sort_by_key(|(path, _)| *path == MANIFEST);
    Ok(staged)
}

fn replace(
    root: &Path,
    staging: &mut Staging,
    journal: &mut Journal,
    changes: &Changes,
    staged: &[(&str, PathBuf)],
) -> io::Result<()> {
    // Old files go first: one may stand where a folder is needed now, or the other way around.
    for path in &changes.removed {
        journal
            .rename(root.join(path), staging.name())
            .map_err(|error| about(path, &error))?;
        for folder in path::folders(path)
            .skip(1)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
        {
            if !journal.remove_if_empty(root.join(folder)) {
                break;
            }
        }
    }
    for (path, waiting) in staged {
        place(root, path, waiting, staging, journal).map_err(|error| about(path, &error))?;
    }
    Ok(())
}

fn place(
    root: &Path,
    path: &str,
    waiting: &Path,
    staging: &mut Staging,
    journal: &mut Journal,
) -> io::Result<()> {
    for folder in path::folders(path) {
        journal.create_folder(root.join(folder))?;
    }
    let target = root.join(path);
    if is_file_or_link(&target) {
        journal.rename(target.clone(), staging.name())?;
    } else if target.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "a folder stands in its place",
        ));
    }
    journal.rename(waiting.to_owned(), target)
}

/// What has been done, so that it can be undone.
#[derive(Debug, Default)]
struct Journal {
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Renamed { from: PathBuf, to: PathBuf },
    CreatedFolder(PathBuf),
    RemovedFolder(PathBuf),
}

impl Journal {
    fn rename(&mut self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        fs::rename(&from, &to)?;
        self.steps.push(Step::Renamed { from, to });
        Ok(())
    }

    fn create_folder(&mut self, folder: PathBuf) -> io::Result<()> {
        match fs::create_dir(&folder) {
            Ok(()) => {
                self.steps.push(Step::CreatedFolder(folder));
                Ok(())
            }
            Err(_) if folder.is_dir() => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Whether the folder is gone.
    fn remove_if_empty(&mut self, folder: PathBuf) -> bool {
        // The system refuses to remove a folder that holds something.
        let removed = fs::remove_dir(&folder).is_ok();
        if removed {
            self.steps.push(Step::RemovedFolder(folder));
        }
        removed
    }

    /// Undoes everything, from the last step to the first. What fails does not keep the rest from being
    /// undone; the first failure is returned.
    fn undo(self) -> io::Result<()> {
        let mut result = Ok(());
        for step in self.steps.into_iter().rev() {
            let undone = match step {
                Step::Renamed { from, to } => fs::rename(to, from),
                Step::CreatedFolder(folder) => fs::remove_dir(folder),
                Step::RemovedFolder(folder) => fs::create_dir(folder),
            };
            result = result.and(undone);
        }
        result
    }
}
