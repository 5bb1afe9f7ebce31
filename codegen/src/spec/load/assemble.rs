use std::collections::HashMap;

use super::file::{Content, Language, Source};
use super::find::{Found, FoundFile, FoundProduct};
use super::located::Located;
use super::report::Report;
use super::{Loaded, OperationFile, Product, parallel};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Sources};
use crate::spec::{Approvals, Operation, Service, Types};

/// A file to read, and what it is to be.
pub(super) struct Task<'f> {
    /// Index of its product.
    product: usize,
    role: Role<'f>,
    file: &'f FoundFile,
}

#[derive(Clone, Copy)]
enum Role<'f> {
    Service,
    Types,
    /// With its group.
    Operation(&'f str),
}

/// What there is to read, in the order of the paths.
pub(super) fn tasks(found: &Found) -> Vec<Task<'_>> {
    let mut tasks = Vec::new();
    for (product, files) in found.products.iter().enumerate() {
        let mut add = |role, file| {
            tasks.push(Task {
                product,
                role,
                file,
            });
        };
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

/// A file whose text is known.
pub(super) struct Read<'f> {
    task: Task<'f>,
    file: FileId,
    /// Where the text stops being UTF-8.
    invalid_at: Option<usize>,
}

/// Reads all files. They get their ids in the order of the tasks, whichever was read first.
pub(super) fn read<'f>(tasks: Vec<Task<'f>>, report: &mut Report) -> Vec<Read<'f>> {
    let contents = parallel::map(&tasks, |task| Content::read(task.file));
    let mut read = Vec::with_capacity(tasks.len());
    for (task, content) in tasks.into_iter().zip(contents) {
        match content {
            Ok(Content { text, invalid_at }) => read.push(Read {
                file: report.sources.add(task.file.name.clone(), text),
                task,
                invalid_at,
            }),
            Err(error) => report.unreadable(&task.file.name, &error),
        }
    }
    read
}

/// Reads the approvals, which belong to no product.
pub(super) fn approvals(found: &Found, report: &mut Report) -> Option<Located<Approvals>> {
    let found = found.approvals.as_ref()?;
    let content = Content::read(found);
    let Content { text, invalid_at } = content
        .inspect_err(|error| report.unreadable(&found.name, error))
        .ok()?;
    let file = report.sources.add(found.name.clone(), text);
    let mut problems = Vec::new();
    let source = Source {
        file,
        text: report.sources.text(file),
        invalid_at,
        language: &Language::of::<Approvals>("approved-changes.json", 0),
    };
    let approvals = source.understand(&mut problems);
    report.diagnostics.extend(problems);
    approvals
}

/// Makes products of what was read. An operation whose file says what it says in `known` is taken from there.
pub(super) fn assemble(
    found: &Found,
    read: &[Read<'_>],
    known: Option<&Loaded>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Product> {
    let languages = Languages::new();
    let known = Known::of(known);
    let understood = parallel::map(read, |read| match known.operation(read, sources) {
        Some(operation) => (Some(Part::Operation(Box::new(operation))), Vec::new()),
        None => languages.understand(read, sources),
    });
    let mut parts: Vec<Parts> = found.products.iter().map(|_| Parts::default()).collect();
    for (Read { task, .. }, (part, problems)) in read.iter().zip(understood) {
        diagnostics.extend(problems);
        if let (Some(part), Some(parts)) = (part, parts.get_mut(task.product)) {
            parts.add(part);
        }
    }
    let products = found.products.iter().zip(parts);
    products
        .filter_map(|(found, parts)| parts.product(found))
        .collect()
}

/// Operations that have been understood before, by the path and the text of their files.
struct Known<'k> {
    operations: HashMap<&'k str, (&'k str, &'k OperationFile)>,
}

impl<'k> Known<'k> {
    fn of(loaded: Option<&'k Loaded>) -> Self {
        let operations = loaded.into_iter().flat_map(|loaded| {
            let products = loaded.products.iter();
            let operations = products.flat_map(|product| &product.operations);
            operations.map(|operation| {
                let file = operation.spec.file;
                let sources = &loaded.sources;
                (sources.path(file), (sources.text(file), operation))
            })
        });
        Self {
            operations: operations.collect(),
        }
    }

    fn operation(&self, read: &Read<'_>, sources: &Sources) -> Option<OperationFile> {
        // What is not UTF-8 reads like a text that is, and is none.
        let (Role::Operation(group), None) = (read.task.role, read.invalid_at) else {
            return None;
        };
        let (text, known) = self.operations.get(sources.path(read.file))?;
        (*text == sources.text(read.file)).then(|| OperationFile {
            group: group.to_owned(),
            spec: known.spec.again(read.file),
        })
    }
}

/// The kinds of spec files.
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

    /// What a file says, and what is wrong with it.
    fn understand(&self, read: &Read<'_>, sources: &Sources) -> (Option<Part>, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let source = |language| Source {
            file: read.file,
            text: sources.text(read.file),
            invalid_at: read.invalid_at,
            language,
        };
        let part = match read.task.role {
            Role::Service => source(&self.service)
                .understand(&mut problems)
                .map(|service| Part::Service(Box::new(service))),
            Role::Types => source(&self.types)
                .understand(&mut problems)
                .map(|types| Part::Types(Box::new(types))),
            Role::Operation(group) => source(&self.operation)
                .understand(&mut problems)
                .map(|spec| OperationFile {
                    group: group.to_owned(),
                    spec,
                })
                .map(|operation| Part::Operation(Box::new(operation))),
        };
        (part, problems)
    }
}

/// A file that was understood.
enum Part {
    Service(Box<Located<Service>>),
    Types(Box<Located<Types>>),
    Operation(Box<OperationFile>),
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
            Part::Types(types) => self.types = Some(*types),
            Part::Operation(operation) => self.operations.push(*operation),
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
        Some(Product {
            incomplete: self.operations.len() < found.operations.len(),
            dir: found.dir.clone(),
            service,
            types,
            operations: self.operations,
        })
    }
}
