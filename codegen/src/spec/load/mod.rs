//! Finds, reads and checks all spec files below a root.
//!
//! A file is read into a tree that knows where everything stands ([`parse`]), the tree is held against the
//! schema of the spec structs ([`check`](mod@check)), and only if that finds nothing is the tree read into the
//! struct ([`decode`]): serde stops at the first mistake.

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
pub use schema::schemas;

use self::file::{Content, Language, Source};
use self::find::{Found, FoundFile, FoundProduct, find};
use self::report::Report;
use super::{Operation, Service, Types};
use crate::diagnostic::{Diagnostics, FileId, Sources};

/// Everything below `specs`.
#[derive(Debug)]
pub struct Loaded {
    /// The texts that diagnostics point into.
    pub sources: Sources,
    /// The products by folder. One whose `service.yaml` or `types.yaml` could not be read is left out, and so is
    /// an operation that could not be read; the diagnostics say so.
    pub products: Vec<Product>,
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
}

/// One operation, and the folder that it stands in.
#[derive(Debug)]
pub struct OperationFile {
    /// Name of the folder.
    pub group: String,
    /// The operation.
    pub spec: Located<Operation>,
}

/// Reads all specs below `root`. Whatever is wrong is in the result; what is right is there as well.
#[must_use]
pub fn load(root: &Path) -> Loaded {
    let mut report = Report::default();
    let found = find(root, &mut report);
    let tasks = tasks(&found);
    let contents = parallel::map(&tasks, |task| Content::read(task.found));

    // Files get their ids in the order of their paths, whichever was read first.
    let mut read: Vec<(&Task<'_>, FileId, Option<usize>)> = Vec::with_capacity(tasks.len());
    for (task, content) in tasks.iter().zip(contents) {
        match content {
            Ok(content) => {
                let invalid_at = content.invalid_at();
                let file = report.sources.add(task.found.name.clone(), content.text);
                read.push((task, file, invalid_at));
            }
            Err(error) => report.unreadable(&task.found.name, &error),
        }
    }

    let languages = Languages::new();
    let Report { sources, mut diagnostics } = report;
    let understood = parallel::map(&read, |(task, file, invalid_at)| {
        let (file, invalid_at) = (*file, *invalid_at);
        let text = sources.text(file);
        let mut problems = Vec::new();
        let source = |language| Source { file, text, invalid_at, language };
        let part = match task.role {
            Role::Service => source(&languages.service)
                .understand(&mut problems)
                .map(|service| Part::Service(Box::new(service))),
            Role::Types => {
                source(&languages.types).understand(&mut problems).map(Part::Types)
            }
            Role::Operation(group) => source(&languages.operation)
                .understand(&mut problems)
                .map(|spec| Part::Operation(OperationFile { group: group.to_owned(), spec })),
        };
        (part, problems)
    });

    let mut parts: Vec<Parts> = found.products.iter().map(|_| Parts::default()).collect();
    for ((task, ..), (part, problems)) in read.iter().zip(understood) {
        diagnostics.extend(problems);
        if let (Some(part), Some(parts)) = (part, parts.get_mut(task.product)) {
            parts.add(part);
        }
    }
    let products =
        found.products.iter().zip(parts).filter_map(|(found, parts)| parts.product(found)).collect();
    Loaded { sources, products, diagnostics }
}

struct Languages {
    service: Language,
    types: Language,
    operation: Language,
}

impl Languages {
    fn new() -> Self {
        Self {
            service: Language::of::<Service>("service.json", 2),
            types: Language::of::<Types>("types.json", 2),
            operation: Language::of::<Operation>("operation.json", 3),
        }
    }
}

/// A file to read, and what it is to be.
struct Task<'a> {
    /// Index of its product.
    product: usize,
    role: Role<'a>,
    found: &'a FoundFile,
}

#[derive(Clone, Copy)]
enum Role<'a> {
    Service,
    Types,
    /// With its group.
    Operation(&'a str),
}

fn tasks(found: &Found) -> Vec<Task<'_>> {
    let mut tasks = Vec::new();
    for (product, files) in found.products.iter().enumerate() {
        let mut add = |role, found| tasks.push(Task { product, role, found });
        if let Some(file) = &files.service {
            add(Role::Service, file);
        }
        if let Some(file) = &files.types {
            add(Role::Types, file);
        }
        for (group, file) in &files.operations {
            add(Role::Operation(group), file);
        }
    }
    tasks
}

/// A file that was understood.
enum Part {
    Service(Box<Located<Service>>),
    Types(Located<Types>),
    Operation(OperationFile),
}

/// What there is of a product.
#[derive(Default)]
struct Parts {
    service: Option<Located<Service>>,
    types: Option<Located<Types>>,
    operations: Vec<OperationFile>,
}

impl Parts {
    fn add(&mut self, part: Part) {
        match part {
            Part::Service(service) => self.service = Some(*service),
            Part::Types(types) => self.types = Some(types),
            Part::Operation(operation) => self.operations.push(operation),
        }
    }

    /// The product, unless something is missing that everything else refers to.
    fn product(self, found: &FoundProduct) -> Option<Product> {
        let service = self.service?;
        let types = match (self.types, &found.types) {
            (Some(types), _) => types,
            (None, None) => Located::absent(Types::default(), service.file),
            (None, Some(_)) => return None,
        };
        Some(Product { dir: found.dir.clone(), service, types, operations: self.operations })
    }
}
