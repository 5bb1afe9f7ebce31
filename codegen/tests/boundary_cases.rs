//! The requests that the boundary tests of the crates are made of: whether there is one on each side of every limit
//! and rule, and whether each of them breaks what it is meant to break.
//!
//! The crates' own tests hold them against the generated validators.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use codegen::model::resolve::resolve;
use codegen::model::validate::{Limit, Types, Validator};
use codegen::model::{Member, Model, Operation, Service, Type, walk};
use codegen::plan::cases::Cases;
use codegen::spec::Stage;
use codegen::spec::load::load;
use serde_json::Value;
use support::workspace::obstacle_course;

/// Limits that no request breaks alone, what always breaks with them, and why.
const NEVER_ALONE: [(&str, &str, &str); 7] = [
    (
        "CreatePhysicalConnection.Name.forbidden-prefix",
        "CreatePhysicalConnection.Name.characters",
        "a name holds neither colons nor slashes",
    ),
    (
        "ModifyPhysicalConnectionAttribute.Name.forbidden-prefix",
        "ModifyPhysicalConnectionAttribute.Name.characters",
        "a name holds neither colons nor slashes",
    ),
    (
        "CreateRouterInterface.Spec.one-of",
        "CreateRouterInterface.initiating-side-spec",
        "each of the two sides has a list of sizes of its own",
    ),
    (
        "ModifyVirtualBorderRouterAttribute.PeeringSubnetMask.format",
        "ModifyVirtualBorderRouterAttribute.PeeringSubnetMask.one-of",
        "the masks are listed, and what is no mask is none of them",
    ),
    (
        "ModifyVirtualBorderRouterAttribute.Name.forbidden-prefix",
        "ModifyVirtualBorderRouterAttribute.Name.characters",
        "a name holds neither colons nor slashes",
    ),
    (
        "ModifyRouteEntry.RouteEntryName.forbidden-prefix",
        "ModifyRouteEntry.RouteEntryName.characters",
        "a name holds neither colons nor slashes",
    ),
    (
        "ModifyBgpGroupAttribute.Name.forbidden-prefix",
        "ModifyBgpGroupAttribute.Name.characters",
        "a name holds neither colons nor slashes",
    ),
];

fn specs() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap().to_owned()
}

fn model(root: &Path) -> Model {
    let (model, diagnostics) = resolve(&load(root).products);
    assert!(!diagnostics.has_errors());
    model
}

/// Calls something with each operation and its cases.
fn each(root: &Path, mut look: impl FnMut(&Service, &Operation, Cases)) {
    for service in &model(root).services {
        for operation in &service.operations {
            look(service, operation, Cases::of(service, operation));
        }
    }
}

/// Ids of every limit and rule of an operation, counted from the spec.
fn stated(service: &Service, operation: &Operation) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut add = |path: &str, limits: Vec<Limit>| {
        let limits = limits.into_iter();
        ids.extend(limits.map(|limit| format!("{}.{path}.{}", operation.name, limit.as_str())));
    };
    for place in walk(&operation.parameters, &service.shapes) {
        let refined = operation.rules_require(&place.path);
        if place.member.must_be_given() && !place.member.flatten && !refined {
            add(&place.path, vec![Limit::Required]);
        }
        let (mut path, mut member) = (place.path.clone(), place.member);
        add(&path, limits(member));
        while let Type::List(items) = &member.type_ {
            (path, member) = (format!("{path}[]"), items);
            add(&path, limits(member));
        }
    }
    let rules = operation.rules.iter();
    let client = rules.filter(|rule| rule.stage == Stage::Client);
    ids.extend(client.map(|rule| rule.id.clone()));
    ids
}

fn limits(member: &Member) -> Vec<Limit> {
    let limits = &member.constraints;
    let characters = limits.characters.as_ref();
    let is_enum = matches!(member.type_, Type::Enum(_));
    [
        (limits.range.is_some(), Limit::Range),
        (!limits.except.is_empty(), Limit::NotOneOf),
        (limits.length.is_some(), Limit::Length),
        (
            characters.is_some_and(|rule| !rule.first.is_empty() || !rule.allowed.is_empty()),
            Limit::Characters,
        ),
        (
            characters.is_some_and(|rule| !rule.forbidden_prefixes.is_empty()),
            Limit::ForbiddenPrefix,
        ),
        (limits.format.is_some(), Limit::Format),
        (is_enum || !limits.values.is_empty(), Limit::OneOf),
        (limits.item_count.is_some(), Limit::ItemCount),
    ]
    .into_iter()
    .filter_map(|(is_stated, limit)| is_stated.then_some(limit))
    .collect()
}

/// Changes a request as RFC 7396 says.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    for (name, change) in changes {
        let members = target.as_object_mut().unwrap();
        if change.is_null() {
            members.remove(name);
        } else {
            merge(members.entry(name).or_insert(Value::Null), change);
        }
    }
}

#[test]
fn every_limit_and_rule_has_requests_on_both_sides() {
    for root in [specs(), obstacle_course()] {
        each(&root, |service, operation, cases| {
            let rows = cases.rows.iter().map(|row| row.rules[0].clone());
            assert_eq!(
                rows.collect::<BTreeSet<_>>(),
                stated(service, operation),
                "{}",
                operation.name
            );
            let both = |row: &codegen::plan::cases::Row| {
                !row.accepted.is_empty() && !row.refused.is_empty()
            };
            assert!(cases.rows.iter().all(both), "{}", operation.name);
        });
    }
}

#[test]
fn every_request_breaks_what_it_is_meant_to_break() {
    for root in [specs(), obstacle_course()] {
        each(&root, |service, operation, cases| {
            let types = Types {
                enums: &service.enums,
                shapes: &service.shapes,
            };
            let validator = Validator { types, operation };
            let broken = |patch: &Value| {
                let mut request = cases.base.clone();
                merge(&mut request, patch);
                validator.broken(&request)
            };
            assert_eq!(broken(&serde_json::json!({})), BTreeSet::new());
            for row in &cases.rows {
                for patch in &row.accepted {
                    assert_eq!(broken(patch), BTreeSet::new(), "{patch}");
                }
                for patch in &row.refused {
                    let rules = row.rules.iter().cloned().collect();
                    assert_eq!(broken(patch), rules, "{patch}");
                }
            }
        });
    }
}

#[test]
fn nothing_of_the_specs_is_untested() {
    each(&specs(), |_, _, cases| assert_eq!(cases.untested, []));
}

#[test]
fn what_never_breaks_alone_is_known() {
    let mut found = Vec::new();
    each(&specs(), |_, _, cases| {
        let rows = cases.rows.into_iter().filter(|row| row.rules.len() > 1);
        found.extend(rows.map(|row| row.rules));
    });
    let known = NEVER_ALONE.map(|(id, with, _)| vec![id.to_owned(), with.to_owned()]);
    assert_eq!(found, known);
}

#[test]
fn what_no_request_shows_is_listed() {
    let mut found = Vec::new();
    each(&obstacle_course(), |_, _, cases| {
        let untested = cases.untested.into_iter();
        found.extend(untested.map(|gap| format!("{}: {}", gap.rule, gap.reason)));
    });
    assert_eq!(
        found,
        [
            "Checks.widest.range: 2147483648 does not fit the type",
            // A rule refuses this one value of the enum.
            "Checks.options[].one-of: no request with \"a b\" is accepted",
        ]
    );
}
