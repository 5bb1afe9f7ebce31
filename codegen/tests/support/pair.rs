//! Two versions of one small product, for what is found between them.
//!
//! A version is written as fragments of its files: `# service.yaml`, `# types.yaml`, `# rent_line.yaml` and any other
//! operation, each followed by keys that take the place of those in `fixtures/diff/line`. A file of its own
//! must be whole. `# no rent_line.yaml` takes a file away. `# ../wires/service.yaml` makes another product, whose
//! service begins as this one's.

use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::diff::{Report, Side, diff};

use super::{TempDir, copy_into};

/// A version of the product in a folder of its own.
pub(crate) struct Version(TempDir);

impl Version {
    /// The product with some fragments in it.
    pub(crate) fn new(fragments: &str) -> Self {
        let dir = TempDir::new();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diff/line");
        copy_into(&fixture, dir.path());
        let version = Self(dir);
        for (file, text) in files(fragments) {
            version.put(&file, &text);
        }
        version
    }

    /// The folder that holds `specs`.
    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, file: &str, fragment: &str) {
        if let Some(product) = file.strip_suffix("/service.yaml") {
            let service = self.root().join("specs/acme/lines/service.yaml");
            let folder = self.root().join("specs/acme/lines").join(product);
            fs::create_dir_all(&folder).unwrap();
            fs::copy(service, folder.join("service.yaml")).unwrap();
        }
        let (folder, schema) = match file.rsplit('/').next().unwrap() {
            "service.yaml" => ("specs/acme/lines", "../../schema/service.json"),
            "types.yaml" => ("specs/acme/lines", "../../schema/types.json"),
            _ => ("specs/acme/lines/line", "../../../schema/operation.json"),
        };
        if let Some(name) = file.strip_prefix("no ") {
            fs::remove_file(self.root().join("specs/acme/lines/line").join(name)).unwrap();
            return;
        }
        // `spare/x.yaml` stands in another group.
        let path = match file.split_once('/') {
            Some((group, name)) => PathBuf::from("specs/acme/lines").join(group).join(name),
            None => Path::new(folder).join(file),
        };
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let before = fs::read_to_string(&path).unwrap_or_default();
        let given = blocks(fragment);
        let mut text = format!("# yaml-language-server: $schema={schema}\n");
        for (key, block) in blocks(&before) {
            if !given.iter().any(|(other, _)| *other == key) {
                text.push_str(&block);
            }
        }
        for (_, block) in given {
            text.push_str(&block);
        }
        fs::write(path, text).unwrap();
    }

    /// The version, read and resolved.
    pub(crate) fn side(&self, name: &str) -> Side {
        Side::load(name, &self.root().join("specs")).unwrap_or_else(|unsound| {
            let format = codegen::diagnostic::Format::Text { color: false };
            panic!("{}", unsound.diagnostics.render(&unsound.sources, format))
        })
    }
}

/// What is found between two versions.
pub(crate) fn compare(old: &str, new: &str) -> Report {
    diff(
        &Version::new(old).side("old"),
        &Version::new(new).side("new"),
    )
}

/// The fragments by file.
fn files(fragments: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in fragments.lines() {
        match line.strip_prefix("# ") {
            Some(file) => files.push((file.trim().to_owned(), String::new())),
            None => {
                if let Some((_, text)) = files.last_mut() {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
    }
    files
}

/// A file by its top-level keys.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let starts = line.starts_with(|first: char| first.is_ascii_alphabetic());
        if let (true, Some((key, _))) = (starts, line.split_once(':')) {
            blocks.push((key.to_owned(), String::new()));
        }
        if let Some((_, block)) = blocks.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
    }
    blocks
}
