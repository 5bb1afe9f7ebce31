//! From specs to the model: follows every reference and checks every fact.
//!
//! Nothing stops at the first problem. A product with an error is left out of the model, so that
//! later stages only ever see what is whole.

mod constraints;
mod examples;
mod member;
mod operation;
mod parts;
mod protocol;
mod references;
mod rule_effect;
mod rule_limits;
mod rule_paths;
mod rules;
mod site;
mod types;
mod values;

use std::collections::HashMap;

use indexmap::IndexMap;

use self::site::Site;
use super::{Enumeration, ErrorRow, Model, Operation, Origin, Service, Shapes, Source};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, did_you_mean_or};
use crate::spec::load::{Located, Product};
use crate::spec::{self, Document};

/// Resolves every product, and reports everything that is wrong with any of them.
pub fn resolve(products: &[Product]) -> (Model, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut model = Model::default();
    let mut crates: HashMap<&str, &Located<spec::Service>> = HashMap::new();
    for product in products {
        let name = product.service.value.crate_name.as_str();
        if let Some(first) = crates.insert(name, &product.service) {
            diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateName,
                    product.service.at(&["crate"]),
                    format!("two products make the crate `{name}`"),
                )
                .also(first.at(&["crate"]), "first used here")
                .help("give each product a crate name of its own"),
            );
        }
        if let Some(service) = Resolver::new(product, &mut diagnostics).service() {
            model.services.push(service);
        }
    }
    if diagnostics.has_errors() {
        model.services.clear();
    }
    (model, diagnostics)
}

/// Resolves one product.
struct Resolver<'a> {
    product: &'a Product,
    documents: &'a IndexMap<String, Document>,
    enums: IndexMap<String, Enumeration>,
    shapes: Shapes,
    diagnostics: &'a mut Diagnostics,
    /// How many problems other products have.
    before: usize,
}

impl<'a> Resolver<'a> {
    fn new(product: &'a Product, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            product,
            documents: &product.service.value.documents,
            enums: IndexMap::new(),
            shapes: IndexMap::new(),
            before: diagnostics.len(),
            diagnostics,
        }
    }

    fn service(mut self) -> Option<Service> {
        let product = self.product;
        let site = Site::new(&product.service);
        let source = self.main_source(&site)?;
        self.check_service(&site);
        self.resolve_types(&source);
        let errors = self.error_rows(&product.service.value.errors, &site, &source);
        let operations = self.operations();
        self.check_resources(&operations);
        Some(Service {
            facts: spec::Service::clone(&product.service.value),
            enums: self.enums,
            shapes: self.shapes,
            resources: product.types.value.resources.clone(),
            operations,
            errors,
            source,
            place: site.value(),
            types_place: product.types.at(&[]),
        })
    }

    /// The document that a service stands in: the first of its list.
    fn main_source(&mut self, site: &Site<'a>) -> Option<Source> {
        let Some((name, document)) = self.documents.first() else {
            self.error(
                Code::UnknownReference,
                &site.child("documents"),
                "a service needs at least one document",
                "list the documents that its facts are taken from",
            );
            return None;
        };
        Some(Source {
            document: name.clone(),
            title: document.title.clone(),
            section: None,
            origin: Origin::from(document.kind),
        })
    }

    /// Operations in the order of the service's groups, then of their names.
    fn operations(&mut self) -> Vec<Operation> {
        let product = self.product;
        let mut first: HashMap<&str, &Located<spec::Operation>> = HashMap::new();
        let mut operations = Vec::new();
        for file in &product.operations {
            let name = file.spec.value.operation.as_str();
            if let Some(earlier) = first.insert(name, &file.spec) {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::DuplicateName,
                        file.spec.at(&["operation"]),
                        format!("`{name}` is described twice"),
                    )
                    .also(earlier.at(&["operation"]), "first described here"),
                );
            }
            operations.extend(self.operation(file));
        }
        let groups = &product.service.value.groups;
        operations.sort_by_key(|operation: &Operation| {
            (
                groups.get_index_of(&operation.group),
                operation.name.clone(),
            )
        });
        operations
    }

    /// Resolves a source, or reports that its document is unknown.
    fn source(&mut self, source: &spec::Source, site: &Site<'a>) -> Option<Source> {
        let Some(document) = self.documents.get(&source.document) else {
            let help = did_you_mean_or(
                &source.document,
                self.documents.keys().map(String::as_str),
                format!(
                    "`documents` of service.yaml lists: {}",
                    join(self.documents.keys())
                ),
            );
            self.error(
                Code::UnknownReference,
                &site.child("document"),
                format!("there is no document `{}`", source.document),
                help,
            );
            return None;
        };
        Some(Source {
            document: source.document.clone(),
            title: document.title.clone(),
            section: source.section.clone(),
            origin: Origin::from(document.kind),
        })
    }

    /// A source that falls back to another when it is left out or unknown.
    fn source_or(
        &mut self,
        source: Option<&spec::Source>,
        site: &Site<'a>,
        default: &Source,
    ) -> Source {
        source
            .and_then(|source| self.source(source, &site.child("source")))
            .unwrap_or_else(|| default.clone())
    }

    fn error_rows(
        &mut self,
        rows: &[spec::ErrorRow],
        site: &Site<'a>,
        default: &Source,
    ) -> Vec<ErrorRow> {
        let site = site.child("errors");
        rows.iter()
            .enumerate()
            .map(|(index, row)| {
                let site = site.child(index.to_string());
                if row
                    .status
                    .is_some_and(|status| !(400..600).contains(&status))
                {
                    self.error(
                        Code::ImpossibleValue,
                        &site.child("status"),
                        "this is not the status of a failure",
                        "a failure has a status from 400 to 599",
                    );
                }
                ErrorRow {
                    status: row.status,
                    code: row.code.clone(),
                    aliases: row.aliases.clone(),
                    about: row.about.clone(),
                    meaning: row.meaning.trim().to_owned(),
                    retry: row.retry,
                    source: self.source_or(row.source.as_ref(), &site, default),
                    place: site.value(),
                }
            })
            .collect()
    }

    /// Whether the product has been found to be wrong somewhere.
    fn has_errors(&self) -> bool {
        let mut own = self.diagnostics.iter().skip(self.before);
        own.any(|problem| problem.severity() == Severity::Error)
    }

    /// Reports an error at the value of a site.
    fn error(
        &mut self,
        code: Code,
        site: &Site<'a>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.diagnostics
            .push(Diagnostic::error(code, site.value(), message).help(help));
    }
}

/// `a, b, c`, each in backticks.
fn join<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    names
        .into_iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect::<Vec<_>>()
        .join(", ")
}
