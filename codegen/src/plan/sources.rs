use std::collections::BTreeMap;

use super::{Docs, Kind, Scope};
use crate::model::{Operation, Origin, Service, Source, Type};

/// The sources that a crate refers to, each a static of its own.
#[derive(Debug, Default)]
pub struct Sources {
    items: BTreeMap<(String, String), SourceItem>,
}

/// One source.
#[derive(Clone, Debug)]
pub struct SourceItem {
    /// Name of the static.
    pub name: String,
    /// Title of the document.
    pub title: String,
    /// Section in it; may be empty.
    pub section: String,
    /// Who says it.
    pub origin: Origin,
    /// Its documentation.
    pub docs: Docs,
}

impl Sources {
    /// Collects the sources that operations and request parameters of a service refer to.
    pub fn of(service: &Service) -> Self {
        let mut all: BTreeMap<(String, String), &Source> = BTreeMap::new();
        let mut add = |source| {
            all.insert(key(source), source);
        };
        add(&service.source);
        for operation in &service.operations {
            collect(operation, &mut add);
        }
        for shape in service.shapes.values() {
            shape
                .fields
                .values()
                .for_each(|field| visit(field, &mut add));
        }
        let words: BTreeMap<_, _> = all
            .keys()
            .map(|key| (key.clone(), format!("{} {}", key.0, key.1)))
            .collect();
        let scope = Scope::new(Kind::Static, words.values().map(String::as_str));
        let items = all
            .into_iter()
            .map(|(key, source)| {
                let section = source.section.clone().unwrap_or_default();
                let item = SourceItem {
                    name: words
                        .get(&key)
                        .map(|word| scope.get(word))
                        .unwrap_or_default(),
                    title: source.title.clone(),
                    docs: Docs::new(&describe(source)),
                    section,
                    origin: source.origin,
                };
                (key, item)
            })
            .collect();
        Self { items }
    }

    /// Name of the static of a source.
    pub fn name(&self, source: &Source) -> &str {
        self.items
            .get(&key(source))
            .map_or("", |item| item.name.as_str())
    }

    /// All of them, in a stable order.
    pub fn iter(&self) -> impl Iterator<Item = &SourceItem> {
        self.items.values()
    }
}

/// Document and section in words.
pub(super) fn describe(source: &Source) -> String {
    match &source.section {
        Some(section) => format!("{}, {section}.", source.title),
        None => format!("{}.", source.title),
    }
}

fn collect<'m>(operation: &'m Operation, add: &mut impl FnMut(&'m Source)) {
    operation.sources.iter().for_each(&mut *add);
    add(&operation.request_source);
    operation.rules.iter().for_each(|rule| add(&rule.source));
    operation
        .parameters
        .values()
        .for_each(|parameter| visit(parameter, add));
}

fn visit<'m>(member: &'m crate::model::Member, add: &mut impl FnMut(&'m Source)) {
    add(&member.source);
    match &member.type_ {
        Type::Object(fields) => fields.values().for_each(|field| visit(field, add)),
        Type::List(items) => visit(items, add),
        _ => {}
    }
}

fn key(source: &Source) -> (String, String) {
    (
        source.document.clone(),
        source.section.clone().unwrap_or_default(),
    )
}
