//! A set of files in memory, compared with the disk or written to it.
//!
//! The generator owns the files that it made, and nothing else: `generated/FILES` lists them, so that one
//! that is no longer made can be removed, while a file that somebody put beside them is only reported.

mod changes;
mod commit;
mod compare;
pub mod copy;
mod error;
mod files;
mod manifest;
mod path;
mod staging;

use std::io;
use std::path::Path;

pub use changes::Changes;
pub use error::InsertError;
pub use files::Output;

/// What writing `output` would change below `root`. Changes nothing.
///
/// # Errors
///
/// When the disk cannot be read, or when a folder on the way to a file is a symbolic link: it may lead
/// out of `root`.
pub fn compare(root: &Path, output: &Output) -> io::Result<Changes> {
    compare::compare(root, &manifest::with_manifest(output))
}

/// Makes the files below `root` those of `output`. Only files that differ are touched.
///
/// # Errors
///
/// For what [`compare`] fails for, and when a file cannot be written. Then everything is as it was before;
/// the error says so in the rare case that it could not be restored.
pub fn write(root: &Path, output: &Output) -> io::Result<Changes> {
    let files = manifest::with_manifest(output);
    let changes = compare::compare(root, &files)?;
    if changes.needs_writing() {
        commit::commit(root, &files, &changes)?;
    }
    Ok(changes)
}
