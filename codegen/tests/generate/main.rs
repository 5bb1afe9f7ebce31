//! The command line as a user meets it: what is written, what is left alone, and how a run ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod contents;
mod usage;
mod vendoring;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const OPERATION: &str = "specs/acme/lines/self-service/empty.yaml";

/// Contents and times of change of everything below a folder.
fn snapshot(root: &Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    fn visit(
        root: &Path,
        folder: &Path,
        found: &mut BTreeMap<String, (Vec<u8>, std::time::SystemTime)>,
    ) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                let changed = fs::metadata(&path).unwrap().modified().unwrap();
                found.insert(name, (fs::read(&path).unwrap(), changed));
            }
        }
    }
    let mut found = BTreeMap::new();
    visit(root, root, &mut found);
    found
}
