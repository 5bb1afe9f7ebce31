use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::report::Report;
use crate::diagnostic::Code;

/// The files of all products, in the order of their paths.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) products: Vec<FoundProduct>,
    /// `approved-changes.yaml`.
    pub(super) approvals: Option<FoundFile>,
}

/// A folder `<provider>/<product>`.
#[derive(Debug, Default)]
pub(super) struct FoundProduct {
    pub(super) dir: String,
    pub(super) service: Option<FoundFile>,
    pub(super) types: Option<FoundFile>,
    /// Operations with their groups.
    pub(super) operations: Vec<(String, FoundFile)>,
}

/// A file to read.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// Where it is on disk.
    pub(super) path: PathBuf,
    /// Relative to the root, separated by `/`.
    pub(super) name: String,
}

/// Looks for specs in a folder; whatever else is there is reported.
pub(super) fn find(specs: &Path, report: &mut Report) -> Found {
    let mut found = Found::default();
    let specs = Folder {
        path: specs.to_owned(),
        name: "specs".to_owned(),
    };
    if !specs.path.is_dir() {
        report.file(
            Code::NoSpecs,
            "specs",
            "there is no folder `specs` here",
            &["run the generator in the workspace, or name it with `--root`"],
        );
        return found;
    }
    for provider in specs.entries(report) {
        match provider.kind {
            Kind::Folder if provider.short == "schema" => {}
            Kind::File if provider.short == "README.md" => {}
            Kind::File if provider.short == "approved-changes.yaml" => {
                found.approvals = Some(provider.file());
            }
            Kind::Folder => {
                for product in provider.folder().entries(report) {
                    match product.kind {
                        Kind::Folder => found.products.push(read_product(&product, report)),
                        Kind::File => stray(&product, report),
                    }
                }
            }
            Kind::File => stray(&provider, report),
        }
    }
    if found.products.is_empty() && report.diagnostics.is_empty() {
        // Taken for an answer, this would have all that was generated before removed.
        report.file(
            Code::NoSpecs,
            "specs",
            "there is no spec in this folder",
            &["the first one is <provider>/<product>/service.yaml"],
        );
    }
    found
}

fn read_product(product: &Entry, report: &mut Report) -> FoundProduct {
    let dir = product.name.strip_prefix("specs/").unwrap_or(&product.name);
    let mut found = FoundProduct {
        dir: dir.to_owned(),
        ..FoundProduct::default()
    };
    for entry in product.folder().entries(report) {
        match (&entry.kind, entry.short.as_str()) {
            (Kind::File, "service.yaml") => found.service = Some(entry.file()),
            (Kind::File, "types.yaml") => found.types = Some(entry.file()),
            (Kind::File, _) => stray(&entry, report),
            (Kind::Folder, group) => {
                for operation in entry.folder().entries(report) {
                    if operation.kind == Kind::File && operation.short.ends_with(".yaml") {
                        found.operations.push((group.to_owned(), operation.file()));
                    } else {
                        stray(&operation, report);
                    }
                }
            }
        }
    }
    if found.service.is_none() {
        let message = format!("the product `{dir}` has no service.yaml");
        report.file(
            Code::MissingService,
            &product.name,
            message,
            &["add one, or remove the folder"],
        );
    }
    found
}

fn stray(entry: &Entry, report: &mut Report) {
    let what = match entry.kind {
        Kind::File => "file",
        Kind::Folder => "folder",
    };
    let hint = if entry.short.ends_with(".yml") {
        "the name of a spec ends in `.yaml`"
    } else {
        "specs are <provider>/<product>/service.yaml, types.yaml and <group>/<operation>.yaml"
    };
    let message = format!("no spec stands here, so this {what} would be ignored");
    report.file(Code::StrayFile, &entry.name, message, &[hint]);
}

struct Folder {
    path: PathBuf,
    name: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

/// Something in a folder.
struct Entry {
    path: PathBuf,
    /// Relative to the root, separated by `/`.
    name: String,
    /// The last part of it.
    short: String,
    kind: Kind,
}

impl Entry {
    fn folder(&self) -> Folder {
        Folder {
            path: self.path.clone(),
            name: self.name.clone(),
        }
    }

    fn file(&self) -> FoundFile {
        FoundFile {
            path: self.path.clone(),
            name: self.name.clone(),
        }
    }
}

impl Folder {
    /// What is in it, by name. Names that begin with a dot belong to the tools of somebody's machine.
    fn entries(&self, report: &mut Report) -> Vec<Entry> {
        let listing = fs::read_dir(&self.path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let listing = match listing {
            Ok(listing) => listing,
            Err(error) => {
                report.unreadable(&self.name, &error);
                return Vec::new();
            }
        };
        let mut entries: Vec<Entry> = listing
            .iter()
            .filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."))
            .filter_map(|entry| self.entry(entry, report))
            .collect();
        entries.sort_unstable_by(|a, b| a.short.cmp(&b.short));
        entries
    }

    fn entry(&self, entry: &DirEntry, report: &mut Report) -> Option<Entry> {
        let path = entry.path();
        let short = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{}/{short}", self.name);
        if entry.file_name().to_str().is_none() {
            report.file(
                Code::NotUtf8,
                &name,
                "the name of this file is not UTF-8",
                &[],
            );
            return None;
        }
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) if is_link && is_circle(&error) => {
                circle(&name, report);
                return None;
            }
            Err(error) => {
                report.unreadable(&name, &error);
                return None;
            }
        };
        if is_link && metadata.is_dir() && contains(&path, &self.path) {
            circle(&name, report);
            return None;
        }
        let Some(kind) = kind(&metadata) else {
            report.file(
                Code::StrayFile,
                &name,
                "this is neither a file nor a folder",
                &[],
            );
            return None;
        };
        Some(Entry {
            path,
            name,
            short,
            kind,
        })
    }
}

fn kind(metadata: &Metadata) -> Option<Kind> {
    if metadata.is_dir() {
        Some(Kind::Folder)
    } else {
        metadata.is_file().then_some(Kind::File)
    }
}

/// Whether following a link failed because of the link, and not because of what it leads to. Rust has no
/// stable name for the error that says so.
fn is_circle(error: &io::Error) -> bool {
    !matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied
    )
}

/// Whether a link leads to a folder above the one that it stands in.
fn contains(link: &Path, folder: &Path) -> bool {
    match (link.canonicalize(), folder.canonicalize()) {
        (Ok(target), Ok(folder)) => folder.starts_with(target),
        _ => false,
    }
}

fn circle(name: &str, report: &mut Report) {
    report.file(
        Code::SymlinkLoop,
        name,
        "this symbolic link leads back to itself",
        &["remove it"],
    );
}
