//! What is on disk, for tests of what is written there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use codegen::output::Output;

/// Something on disk: the content of a file and when it was changed, or what else it is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Thing {
    File(Vec<u8>, SystemTime),
    Folder,
    Link(PathBuf),
}

/// All there is below a folder.
pub(crate) fn snapshot(root: &Path) -> BTreeMap<String, Thing> {
    fn add(folder: &Path, name: &str, things: &mut BTreeMap<String, Thing>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{name}/{}", entry.file_name().to_str().unwrap());
            let metadata = fs::symlink_metadata(entry.path()).unwrap();
            let thing = if metadata.is_symlink() {
                Thing::Link(fs::read_link(entry.path()).unwrap())
            } else if metadata.is_dir() {
                add(&entry.path(), &name, things);
                Thing::Folder
            } else {
                Thing::File(
                    fs::read(entry.path()).unwrap(),
                    metadata.modified().unwrap(),
                )
            };
            things.insert(name, thing);
        }
    }
    let mut things = BTreeMap::new();
    add(root, "", &mut things);
    things
}

/// Files in memory.
pub(crate) fn output(files: &[(&str, &str)]) -> Output {
    let mut output = Output::default();
    for (path, text) in files {
        output.insert(*path, *text).unwrap();
    }
    output
}

/// Writes a file and the folders above it.
pub(crate) fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
