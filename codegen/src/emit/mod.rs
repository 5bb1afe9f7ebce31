//! Pure functions from the plan to files, one source file per artefact.
//!
//! Emitters know nothing of the disk or of YAML, and decide nothing: names, types, checks and doc
//! lines stand in the [`crate::plan`].

mod boundaries;
mod call;
mod cargo;
mod client;
mod credentials;
mod docs;
mod enums;
mod errors;
mod examples;
mod imports;
mod json;
mod library;
mod licence;
mod operation;
mod paging;
mod readme;
mod rules;
mod runtime;
mod rust;
mod secrets;
mod service;
mod structs;
mod validate;
mod waiters;

pub mod inspect;

use std::sync::Mutex;
use std::thread;

use crate::plan::{Crate, Plan};

/// A file, by its path below the workspace's root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Path with forward slashes.
    pub path: String,
    /// What stands in it.
    pub contents: String,
}

impl File {
    fn new(path: impl Into<String>, contents: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            contents: contents.into(),
        }
    }
}

/// A fault of the generator itself: tokens that are no Rust.
#[derive(Debug)]
pub struct EmitError {
    /// The file that was being made.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl std::fmt::Display for EmitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the generator made a file that is no Rust, which is a fault of the generator: {}: {}",
            self.path, self.message
        )
    }
}

impl std::error::Error for EmitError {}

/// What makes one file. Jobs are independent, so that files are formatted side by side.
type Job<'p> = Box<dyn Fn() -> Result<File, EmitError> + Send + Sync + 'p>;

/// Makes every file of every crate, sorted by path.
pub fn emit(plan: &Plan<'_>) -> Result<Vec<File>, EmitError> {
    let jobs: Vec<Job<'_>> = plan.crates.iter().flat_map(crate_jobs).collect();
    let mut files = run(&jobs)?;
    files.sort();
    Ok(files)
}

fn crate_jobs<'p>(planned: &'p Crate<'p>) -> Vec<Job<'p>> {
    let folder = format!("generated/{}", planned.manifest.name);
    let mut jobs: Vec<Job<'p>> = Vec::new();
    let mut text = |path: String, make: Box<dyn Fn() -> String + Send + Sync + 'p>| {
        let path = format!("{folder}/{path}");
        jobs.push(Box::new(move || Ok(File::new(path.clone(), make()))));
    };
    text(
        "Cargo.toml".to_owned(),
        Box::new(|| cargo::manifest(planned)),
    );
    text("README.md".to_owned(), Box::new(|| readme::readme(planned)));
    text(
        "LICENSE-MIT".to_owned(),
        Box::new(|| licence::MIT.to_owned()),
    );
    text(
        "LICENSE-APACHE".to_owned(),
        Box::new(|| licence::APACHE.to_owned()),
    );
    text(
        "docs/README.md".to_owned(),
        Box::new(|| docs::index(planned)),
    );
    for operation in &planned.operations {
        let path = format!("docs/{}/{}.md", operation.feature, operation.module);
        text(path, Box::new(move || docs::operation(planned, operation)));
    }
    for (path, contents) in runtime::files(planned) {
        text(
            format!("src/runtime/{path}"),
            Box::new(move || contents.clone()),
        );
    }
    for (path, contents) in boundaries::shared_files() {
        text(
            format!("tests/boundaries/{path}"),
            Box::new(move || contents.to_owned()),
        );
    }
    for (path, contents) in call::shared_files() {
        text(
            format!("examples/{}/{path}", planned.call_example),
            Box::new(move || contents.to_owned()),
        );
    }
    let mut rust =
        |path: String, make: Box<dyn Fn() -> proc_macro2::TokenStream + Send + Sync + 'p>| {
            let path = format!("{folder}/{path}");
            jobs.push(Box::new(move || {
                rust::format(planned, &path, make())
                    .map(|contents| File::new(path.clone(), contents))
            }));
        };
    rust(
        "src/lib.rs".to_owned(),
        Box::new(|| library::library(planned)),
    );
    rust(
        "src/client.rs".to_owned(),
        Box::new(|| client::client(planned)),
    );
    if !planned.waiters.is_empty() {
        rust(
            "src/waiters.rs".to_owned(),
            Box::new(|| waiters::waiters(planned)),
        );
    }
    rust(
        "src/credentials.rs".to_owned(),
        Box::new(|| credentials::credentials(planned)),
    );
    rust(
        "src/service.rs".to_owned(),
        Box::new(|| service::service(planned)),
    );
    rust(
        "src/source.rs".to_owned(),
        Box::new(|| service::sources(planned)),
    );
    rust(
        "src/types/mod.rs".to_owned(),
        Box::new(|| library::types(planned)),
    );
    rust(
        "src/types/enums.rs".to_owned(),
        Box::new(|| enums::enums(planned)),
    );
    rust(
        "src/types/shapes.rs".to_owned(),
        Box::new(|| structs::shapes(planned)),
    );
    rust(
        "src/operation/mod.rs".to_owned(),
        Box::new(|| library::operations(planned)),
    );
    for operation in &planned.operations {
        rust(
            format!("src/operation/{}.rs", operation.module),
            Box::new(move || operation::operation(planned, operation)),
        );
    }
    rust(
        format!("examples/{}/operations.rs", planned.call_example),
        Box::new(|| call::operations(planned)),
    );
    rust(
        "tests/examples.rs".to_owned(),
        Box::new(|| examples::tests(planned)),
    );
    rust(
        "tests/secrets.rs".to_owned(),
        Box::new(|| secrets::tests(planned)),
    );
    rust(
        "tests/boundaries/main.rs".to_owned(),
        Box::new(|| boundaries::main(planned)),
    );
    for (module, group) in boundaries::files(planned) {
        rust(
            format!("tests/boundaries/{module}.rs"),
            Box::new(move || boundaries::group(planned, group)),
        );
    }
    jobs
}

/// Runs the jobs on every core. The order of the results does not depend on the machine, because
/// the caller sorts them.
fn run(jobs: &[Job<'_>]) -> Result<Vec<File>, EmitError> {
    let next = Mutex::new(0..jobs.len());
    let workers = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs.len().max(1));
    let results = Mutex::new(Vec::with_capacity(jobs.len()));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let job = next.lock().ok().and_then(|mut next| next.next());
                    let Some(job) = job.and_then(|index| jobs.get(index)) else {
                        break;
                    };
                    let result = job();
                    if let Ok(mut results) = results.lock() {
                        results.push(result);
                    }
                }
            });
        }
    });
    let mut results = results
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    // Of several faults the same one is reported on every machine.
    results.sort_by_key(|result| match result {
        Ok(file) => file.path.clone(),
        Err(error) => error.path.clone(),
    });
    results.into_iter().collect()
}
