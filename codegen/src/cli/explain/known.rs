//! All names that mean something.

use std::collections::BTreeSet;

use super::page::Page;
use crate::diagnostic::{Code, did_you_mean_or};
use crate::diff::Rule;
use crate::model::walk;
use crate::plan::Plan;

/// Names of one kind, with what the kind is called.
struct Kind {
    what: &'static str,
    names: BTreeSet<String>,
}

/// The kinds of names, and one of each as an example.
pub(super) fn list(plan: &Plan<'_>, page: &mut Page) {
    page.paragraph("`codegen explain NAME` says what a name means. These have one:");
    for Kind { what, names } in kinds(plan) {
        let example = names
            .iter()
            .find(|name| !name.is_empty())
            .map_or_else(String::new, |name| format!(", such as `{name}`"));
        page.item(&format!("{} {what}{example}", names.len()));
    }
}

/// A message about a name that means nothing.
pub(super) fn unknown(plan: &Plan<'_>, name: &str) -> String {
    let kinds = kinds(plan);
    let qualified = qualified(plan);
    let names = kinds.iter().flat_map(|kind| &kind.names).chain(&qualified);
    let hint = did_you_mean_or(
        name,
        names.map(String::as_str),
        "`codegen explain` lists the kinds of names",
    );
    format!("nothing is called `{name}`; {hint}")
}

/// Wire paths behind the names of their operations.
fn qualified(plan: &Plan<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for planned in &plan.crates {
        let service = planned.model;
        for operation in &service.operations {
            for members in [&operation.parameters, &operation.response] {
                let places = walk(members, &service.shapes).into_iter();
                names.extend(places.map(|place| format!("{}.{}", operation.name, place.path)));
            }
        }
    }
    names
}

fn kinds(plan: &Plan<'_>) -> Vec<Kind> {
    let mut operations = BTreeSet::new();
    let mut parameters = BTreeSet::new();
    let mut fields = BTreeSet::new();
    let mut rules = BTreeSet::new();
    let mut errors = BTreeSet::new();
    for planned in &plan.crates {
        let service = planned.model;
        let rows = service
            .operations
            .iter()
            .flat_map(|operation| &operation.errors);
        for row in rows.chain(&service.errors) {
            errors.extend(std::iter::once(&row.code).chain(&row.aliases).cloned());
        }
        for operation in &service.operations {
            operations.insert(operation.name.clone());
            rules.extend(operation.rules.iter().map(|rule| rule.id.clone()));
            for (paths, members) in [
                (&mut parameters, &operation.parameters),
                (&mut fields, &operation.response),
            ] {
                paths.extend(
                    walk(members, &service.shapes)
                        .into_iter()
                        .map(|place| place.path),
                );
            }
        }
    }
    let codes = Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    let changes = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    [
        ("problems of specs", codes),
        ("kinds of change between two specs", changes),
        ("operations", operations),
        ("parameters, by their wire paths", parameters),
        ("response fields, by their wire paths", fields),
        ("rules of operations", rules),
        ("error codes", errors),
    ]
    .into_iter()
    .map(|(what, names)| Kind { what, names })
    .collect()
}
