use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use super::files::Output;
use super::path;

const HEADER: &str = "\
# The files that the generator has made, one path a line. A listed file that is no longer made is removed;
# one that is not listed is never touched. Made by `cargo run -p codegen`; do not edit.
";

/// Files by path, the list of them included.
pub(super) type Files<'a> = BTreeMap<&'a str, Cow<'a, [u8]>>;

/// The files of an output and the list of them.
pub(super) fn with_manifest(output: &Output) -> Files<'_> {
    let mut text = HEADER.to_owned();
    for (path, _) in output.iter() {
        text.push_str(path);
        text.push('\n');
    }
    let mut files: Files<'_> = output
        .iter()
        .map(|(path, bytes)| (path, Cow::Borrowed(bytes)))
        .collect();
    files.insert(path::MANIFEST, Cow::Owned(text.into_bytes()));
    files
}

/// The paths that were listed the last time.
///
/// The list is a file that anybody can edit, and files are removed because of it: a line that is not a
/// path of ours counts for nothing.
pub(super) fn listed(root: &Path) -> io::Result<BTreeSet<String>> {
    match fs::read(root.join(path::MANIFEST)) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes)
            .lines()
            .filter(|line| path::check(line).is_ok())
            .map(str::to_owned)
            .collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(super::staging::about(path::MANIFEST, &error)),
    }
}
