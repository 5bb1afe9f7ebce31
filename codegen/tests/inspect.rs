//! What `inspect` says of the real specs: the numbers of the documents, and that what is documented is checked.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::path::Path;

use codegen::model::resolve::resolve;
use codegen::model::walk;
use codegen::plan::{Coverage, plan};
use codegen::spec::Stage;
use codegen::spec::load::load;
use serde_json::Value;
use support::workspace::printed;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn inspect(words: &[&str]) -> String {
    printed(root(), &[&["inspect"], words].concat())
}

fn operations(provider: &str) -> Vec<Value> {
    let json: Value = serde_json::from_str(&inspect(&["--json", "--provider", provider])).unwrap();
    json["services"][0]["operations"]
        .as_array()
        .unwrap()
        .clone()
}

/// Entries of a list of an operation, of those that stand in the document.
fn documented<'v>(operations: &'v [Value], list: &str) -> Vec<&'v Value> {
    let entries = operations
        .iter()
        .flat_map(|operation| operation[list].as_array().unwrap());
    entries
        .filter(|entry| entry["origin"] == "document")
        .collect()
}

#[test]
fn every_operation_of_the_documents_is_there() {
    assert_eq!(operations("alibaba").len(), 59);
    assert_eq!(operations("baidu").len(), 25);
    assert_eq!(operations("huawei").len(), 2);
}

#[test]
fn the_alibaba_tables_are_whole() {
    let operations = operations("alibaba");
    // 428 rows, less 59 of Action; a list of objects has one entry of its own and one for each member.
    let parameters = documented(&operations, "parameters");
    let containers = parameters
        .iter()
        .filter(|entry| parameters.iter().any(|other| is_below(other, entry)))
        .count();
    assert_eq!(parameters.len() - containers, 369);
    assert_eq!(documented(&operations, "response").len(), 429);
    assert_eq!(documented(&operations, "errors").len(), 442);
}

fn is_below(entry: &Value, container: &Value) -> bool {
    let (entry, container) = (
        entry["path"].as_str().unwrap(),
        container["path"].as_str().unwrap(),
    );
    entry.starts_with(&format!("{container}[]."))
}

#[test]
fn misspelt_codes_stay_as_they_are_printed() {
    let json = inspect(&["--json", "--provider", "alibaba"]);
    for code in [
        "InvalidType.Malformd",
        "Forbbiden",
        "IncorrcetRouteEntryStatus",
        "InvalidBgpDiscription.Malformed",
        "InvalidSpec.ValudNotSupported",
    ] {
        assert!(json.contains(&format!("\"code\": \"{code}\"")), "{code}");
    }
}

#[test]
fn what_is_documented_is_checked_or_cannot_be() {
    let loaded = load(root());
    let (model, diagnostics) = resolve(&loaded.products);
    assert!(!diagnostics.has_errors());
    for planned in &plan(&model).crates {
        for operation in &planned.operations {
            let coverage = Coverage::of(planned, operation);
            let name = &operation.model.name;
            let stated: usize = walk(&operation.model.parameters, &planned.model.shapes)
                .iter()
                .map(|place| place.member.constraint_count())
                .sum();
            assert_eq!(coverage.constraints + coverage.refined, stated, "{name}");
            let client = operation
                .model
                .rules
                .iter()
                .filter(|rule| rule.stage == Stage::Client)
                .count();
            assert_eq!(coverage.rules, client, "{name}");
        }
    }
}

#[test]
fn the_table_counts_what_json_lists() {
    let table = inspect(&["--provider", "huawei"]);
    let row = |name: &str| -> Vec<usize> {
        let line = table.lines().find(|line| line.starts_with(name)).unwrap();
        line[24..]
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect()
    };
    let operations = operations("huawei");
    let parameters: usize = operations
        .iter()
        .map(|operation| operation["parameters"].as_array().unwrap().len())
        .sum();
    assert_eq!(row("operations"), [2, 2, 0, 0]);
    assert_eq!(row("parameters")[0], parameters);
}
