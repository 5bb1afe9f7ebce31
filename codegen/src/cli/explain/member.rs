//! Parameters and response fields: `BfdMultiHop`, `CreateBgpPeer.BfdMultiHop`, `Filter[].Key`.

use indexmap::IndexMap;

use super::page::Page;
use super::rule;
use super::wanted::Wanted;
use crate::model::{Member, Operation, Origin, Place, Service, Type, walk};
use crate::plan::{Crate, remarks};
use crate::spec::Location;

/// Parameters or response fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Half {
    Request,
    Response,
}

/// What is said of a member, the same for all operations that say it.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Said {
    half: Half,
    path: String,
    words: String,
}

pub(super) fn explain(planned: &Crate<'_>, wanted: Wanted<'_>, page: &mut Page) {
    let service = planned.model;
    let mut found: IndexMap<Said, Vec<(&Operation, &Member)>> = IndexMap::new();
    for operation in &service.operations {
        for (half, fields) in [
            (Half::Request, &operation.parameters),
            (Half::Response, &operation.response),
        ] {
            for place in walk(fields, &service.shapes) {
                let is_named = wanted.is_end_of(&place.path)
                    || wanted.is(&format!("{}.{}", operation.name, place.path));
                if is_named {
                    let mut words = words(place.member, service);
                    if place.member.source.origin != Origin::Document {
                        words.push_str(&format!(" From {}.", place.member.source.title));
                    }
                    let path = place.path;
                    let said = Said { half, path, words };
                    let operations = found.entry(said).or_default();
                    operations.push((operation, place.member));
                }
            }
        }
    }
    for (said, operations) in &found {
        show(service, said, operations, page);
    }
}

fn show(service: &Service, said: &Said, operations: &[(&Operation, &Member)], page: &mut Page) {
    let kind = match said.half {
        Half::Request => "parameter",
        Half::Response => "response field",
    };
    let crate_name = &service.facts.crate_name;
    page.heading(&format!("{kind} {} of {crate_name}", said.path));
    page.paragraph(&said.words);
    let names: Vec<_> = operations
        .iter()
        .map(|(operation, member)| match &member.source.section {
            Some(section) => format!("{} ({section})", operation.name),
            None => operation.name.clone(),
        })
        .collect();
    page.paragraph(&format!("In {}.", names.join(", ")));
    if said.half == Half::Request {
        let rules = operations
            .iter()
            .flat_map(|(operation, _)| &operation.rules)
            .filter(|rule| {
                rule.parameters
                    .iter()
                    .any(|path| names_it(path, &said.path))
            });
        page.list("Rules", rules.map(rule::line));
    }
}

/// Whether a path of a rule is about a member; the items of a list are.
fn names_it(path: &str, member: &str) -> bool {
    path.trim_end_matches("[]") == member
}

/// The parameters of an operation, one line each.
pub(super) fn lines(operation: &Operation, service: &Service) -> Vec<String> {
    let line = |place: &Place<'_>| {
        let source = &place.member.source.title;
        let from = if *source == operation.request_source.title {
            String::new()
        } else {
            format!(" From {source}.")
        };
        format!("`{}`: {}{from}", place.path, words(place.member, service))
    };
    walk(&operation.parameters, &service.shapes)
        .iter()
        .map(line)
        .collect()
}

/// Everything that is said of a member.
fn words(member: &Member, service: &Service) -> String {
    let type_ = format!("{}{}.", type_of(member), place(member));
    let mut parts = vec![member.doc.clone(), capitalised(&type_)];
    parts.extend(remarks(member));
    if let Some(values) = values(&member.type_, service)
        && member.constraints.values.is_empty()
    {
        parts.push(format!("Values: {values}."));
    }
    if member.secret {
        parts.push("Secret.".to_owned());
    }
    parts.join(" ")
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// The documented type, with the name of what it refers to.
fn type_of(member: &Member) -> String {
    match &member.type_ {
        Type::Enum(name) | Type::Shape(name) => {
            format!("{} `{name}`", member.documented.as_str())
        }
        Type::List(items) => format!("list of {}", type_of(items)),
        _ => member.documented.as_str().to_owned(),
    }
}

fn place(member: &Member) -> &'static str {
    match member.location {
        Some(Location::Path) => " in the path",
        Some(Location::Query) => " in the query",
        Some(Location::Header) => " in a header",
        Some(Location::Body) => " in the body",
        None => "",
    }
}

/// The values of an enum, also of the items of a list.
fn values(type_: &Type, service: &Service) -> Option<String> {
    match type_ {
        Type::Enum(name) => {
            let values = &service.enums.get(name)?.values;
            let values: Vec<_> = values
                .iter()
                .map(|value| format!("`{}`", value.wire))
                .collect();
            Some(values.join(", "))
        }
        Type::List(items) if items.constraints.values.is_empty() => values(&items.type_, service),
        _ => None,
    }
}
