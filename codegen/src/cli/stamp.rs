//! What the last run has seen, so that a run with nothing to do is over at once.
//!
//! Like make, it trusts lengths and times of files: of the specs, of the generator, and of everything
//! that was generated. It stands in `target`, is never checked in, and `generate --check` does not look at it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{env, fs, io};

/// Whether everything is as the last run left it.
pub(super) fn is_current(root: &Path) -> bool {
    let found = fs::read_to_string(file(root)).ok();
    found.is_some() && found == describe(root).ok()
}

/// Remembers how everything is now. What cannot be remembered is done again; that is no failure.
pub(super) fn remember(root: &Path) {
    if let Ok(text) = describe(root) {
        let _ = fs::write(file(root), text);
    }
}

/// Where it stands; there is nothing to read or write where cargo has made no `target`.
fn file(root: &Path) -> PathBuf {
    root.join("target/codegen.stamp")
}

/// A line for each file that goes in or comes out.
fn describe(root: &Path) -> io::Result<String> {
    let mut lines = Vec::new();
    lines.push(line(&env::current_exe()?)?);
    for folder in ["specs", "generated"] {
        collect(&root.join(folder), &mut lines)?;
    }
    lines.sort_unstable();
    Ok(lines.concat())
}

fn collect(folder: &Path, lines: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let kind = entry.file_type()?;
        if !kind.is_dir() {
            lines.push(line(&path)?);
        } else if entry.file_name() != "target" {
            collect(&path, lines)?;
        }
    }
    Ok(())
}

fn line(path: &Path) -> io::Result<String> {
    let about = fs::metadata(path)?;
    let changed = about.modified()?.duration_since(UNIX_EPOCH);
    let nanoseconds = changed.map_or(0, |since| since.as_nanos());
    let mut line = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(line, "{} {} {nanoseconds}", path.display(), about.len());
    Ok(line)
}
