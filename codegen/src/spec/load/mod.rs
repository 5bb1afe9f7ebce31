//! Finds, reads and checks all spec files below a root.
//!
//! A file is read into a tree that knows where everything stands (`parse`), the tree is held against the
//! schema of the spec structs (`check`), and only if that finds nothing is the tree read into the
//! struct (`decode`): serde stops at the first mistake.

mod assemble;
mod build;
mod check;
mod decode;
mod file;
mod find;
mod located;
mod node;
mod parallel;
mod parse;
mod report;
mod scalar;
mod schema;
mod shape;
mod syntax;

use std::path::Path;

pub use located::Located;
pub(crate) use schema::schema_text;
pub use schema::schemas;

use self::assemble::{approvals, assemble, read, tasks};
use self::find::find;
use self::report::Report;
use super::{Approvals, Operation, Service, Types};
use crate::diagnostic::{Diagnostics, Sources, Span};

/// Everything below `specs`.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The texts that diagnostics point into.
    pub sources: Sources,
    /// The products by folder. One whose `service.yaml` or `types.yaml` could not be read is left out, and so is
    /// an operation that could not be read; the diagnostics say so.
    pub products: Vec<Product>,
    /// `approved-changes.yaml`, if there is one that could be read.
    pub approvals: Option<Located<Approvals>>,
    /// What is wrong with the files.
    pub diagnostics: Diagnostics,
}

/// The specs of one product.
#[derive(Debug)]
pub struct Product {
    /// Folder below `specs`, as in `alibaba/express-connect`.
    pub dir: String,
    /// `service.yaml`.
    pub service: Located<Service>,
    /// `types.yaml`; nothing, located in `service.yaml`, if there is none.
    pub types: Located<Types>,
    /// The operations by group and file name.
    pub operations: Vec<OperationFile>,
    /// Whether an operation could not be read, so that references to it are no mistakes of their own.
    pub incomplete: bool,
}

/// One operation, and the folder that it stands in.
#[derive(Debug)]
pub struct OperationFile {
    /// Name of the folder.
    pub group: String,
    /// The operation.
    pub spec: Located<Operation>,
}

impl Loaded {
    /// Where a part of something stands that stands at `whole`; `None` if it has no such part.
    #[must_use]
    pub fn part(&self, whole: Span, path: &[&str]) -> Option<Span> {
        let product = self.products.iter().find(|product| product.holds(whole))?;
        if product.service.file == whole.file {
            return product.service.part(whole, path);
        }
        if product.types.file == whole.file {
            return product.types.part(whole, path);
        }
        let operation = product.operation(whole)?;
        operation.spec.part(whole, path)
    }
}

impl Product {
    /// Whether a place is in one of its files. They are read one after another, so their numbers are too.
    fn holds(&self, place: Span) -> bool {
        [self.service.file, self.types.file].contains(&place.file)
            || self.operation(place).is_some()
    }

    /// The operation that a place is in.
    fn operation(&self, place: Span) -> Option<&OperationFile> {
        let index = self
            .operations
            .binary_search_by_key(&place.file, |operation| operation.spec.file);
        self.operations.get(index.ok()?)
    }
}

/// Reads all specs of the workspace at `root`. Whatever is wrong is in the result; what is right is there as well.
#[must_use]
pub fn load(root: &Path) -> Loaded {
    load_folder(&root.join("specs"), None)
}

/// Reads all specs of a folder, which diagnostics call `specs` whatever its name. What another version of them
/// says in the same words is not read again.
#[must_use]
pub fn load_folder(specs: &Path, other: Option<&Loaded>) -> Loaded {
    let mut report = Report::default();
    let found = find(specs, &mut report);
    let read = read(tasks(&found), &mut report);
    let approvals = approvals(&found, &mut report);
    let Report {
        sources,
        mut diagnostics,
    } = report;
    let products = assemble(&found, &read, other, &sources, &mut diagnostics);
    Loaded {
        sources,
        products,
        approvals,
        diagnostics,
    }
}
