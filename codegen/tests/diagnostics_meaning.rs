//! What is reported about specs that have the right shape and make no sense.
//!
//! Every case changes one place of the obstacle course; what is reported must be what stands in
//! `fixtures/meaning/<case>.txt`. `UPDATE_EXPECT=1 cargo test -p codegen --test diagnostics_meaning`
//! writes those anew; look at the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use codegen::diagnostic::{Diagnostics, Format};
use codegen::model::resolve::resolve;
use codegen::spec::load::load;
use support::{TempDir, copy_into, expect};

const SERVICE: &str = "specs/acme/lines/service.yaml";
const TYPES: &str = "specs/acme/lines/types.yaml";
const SELF: &str = "specs/acme/lines/async/self.yaml";
const RESULT: &str = "specs/acme/lines/async/result.yaml";
const EMPTY: &str = "specs/acme/lines/self-service/empty.yaml";
const CHECKS: &str = "specs/acme/lines/self-service/checks.yaml";

/// Name, file, what stands there, what is put in its place.
const CASES: &[(&str, &str, &str, &str)] = &[
    (
        "unknown_type",
        SELF,
        "{ type: Option, doc: Named like a module. }",
        "{ type: Optoin, doc: x }",
    ),
    (
        "unknown_shared_parameter",
        RESULT,
        "{ use: token }",
        "{ use: tokne }",
    ),
    ("unknown_document", EMPTY, "document: sdk", "document: skd"),
    (
        "unknown_group",
        SERVICE,
        "  self-service: Everything else.",
        "  selfservice: Everything else.",
    ),
    (
        "unknown_response_shape",
        SELF,
        "response_shape: Result",
        "response_shape: Resutl",
    ),
    (
        "unknown_parameter_of_a_rule",
        RESULT,
        "[[body.name], [other.name]]",
        "[[body.nmae], [other.name]]",
    ),
    (
        "unknown_condition_of_a_rule",
        RESULT,
        "when: { on:",
        "when: { no:",
    ),
    (
        "rule_inside_no_list",
        RESULT,
        "within: \"nested.list[]\"",
        "within: nested.list",
    ),
    (
        "rule_with_an_unknown_code",
        RESULT,
        "    stage: server\n",
        "    stage: server\n    error: Nope\n",
    ),
    (
        "rule_about_state_on_the_client",
        RESULT,
        "    stage: server\n",
        "",
    ),
    (
        "rule_without_a_choice",
        RESULT,
        "groups: [[body.name], [other.name]]",
        "groups: [[body.name]]",
    ),
    ("rule_with_a_bad_id", RESULT, "  each-asn:", "  Each_ASN:"),
    (
        "unknown_state_of_a_waiter",
        TYPES,
        "success: [Up]",
        "success: [Upp]",
    ),
    (
        "unknown_operation_of_a_poll",
        TYPES,
        "operation: self, id",
        "operation: selv, id",
    ),
    (
        "unknown_resource",
        EMPTY,
        "http: { method: DELETE, path: / }",
        "http: { method: DELETE, path: / }\nlifecycle: [{ resource: Lien }]",
    ),
    (
        "unknown_field_of_a_pagination",
        SELF,
        "response_shape: Result",
        "response_shape: Result\npagination: { marker: { marker: id, size: id, next: status, more: status, items: Errors } }",
    ),
    (
        "pagination_of_no_list",
        SELF,
        "response_shape: Result",
        "response_shape: Result\npagination: { marker: { marker: id, size: id, next: status, more: status, items: status } }",
    ),
    (
        "pagination_below_the_top",
        SELF,
        "response_shape: Result",
        "response_shape: Result\npagination: { marker: { marker: id, size: id, next: status, more: status, items: output.inner.deep } }",
    ),
    (
        "operation_described_twice",
        EMPTY,
        "operation: Empty",
        "operation: empty",
    ),
    (
        "enum_and_shape_of_one_name",
        TYPES,
        "  Vec:\n    doc: One of two",
        "  Level:\n    doc: One of two",
    ),
    (
        "spelling_of_two_values",
        TYPES,
        "aliases: [on]",
        "aliases: [down]",
    ),
    (
        "two_idempotency_tokens",
        RESULT,
        "mtu: { type: integer, default: 1500, values: [1500, 9000], doc: A set of numbers. }",
        "again: { use: token }",
    ),
    (
        "name_of_a_crate",
        SERVICE,
        "crate: acme-lines",
        "crate: Acme Lines",
    ),
    ("name_of_a_type", TYPES, "  Empty:\n", "  empty_shape:\n"),
    (
        "length_of_a_number",
        RESULT,
        "X-Header: { type: integer,",
        "X-Header: { type: integer, length: [1, 2],",
    ),
    (
        "items_of_text",
        SELF,
        "type: { type: string, doc: The usual one. }",
        "type: { type: string, items: { type: string }, doc: The usual one. }",
    ),
    (
        "list_of_nothing",
        SELF,
        "type: { type: string, doc: The usual one. }",
        "type: { type: list, doc: The usual one. }",
    ),
    (
        "object_of_nothing",
        SELF,
        "type: { type: string, doc: The usual one. }",
        "type: { type: object, doc: The usual one. }",
    ),
    (
        "no_doc",
        SELF,
        "type: { type: string, doc: The usual one. }",
        "type: { type: string }",
    ),
    (
        "place_of_a_response_field",
        SELF,
        "status: { type: String, doc: The state. }",
        "status: { type: String, in: query, doc: The state. }",
    ),
    (
        "taken_type_that_does_not_fit",
        RESULT,
        "ratio: { type: number, doc: A fraction. }",
        "ratio: { type: number, as: timestamp, doc: A fraction. }",
    ),
    (
        "range_upside_down",
        RESULT,
        "range: [0, 9]",
        "range: [9, 0]",
    ),
    (
        "range_open_at_both_ends",
        RESULT,
        "range: [0, 9]",
        "range: [null, null]",
    ),
    (
        "negative_length",
        TYPES,
        "length: [1, 5]",
        "length: [-1, 5]",
    ),
    (
        "exception_outside_the_range",
        RESULT,
        "except: [23456]",
        "except: [0]",
    ),
    (
        "unknown_class_of_characters",
        RESULT,
        "first: [letter, chinese]",
        "first: [leter, chinese]",
    ),
    (
        "default_of_another_type",
        RESULT,
        "default: 1500",
        "default: \"1500\"",
    ),
    (
        "default_outside_its_set",
        RESULT,
        "default: 1500",
        "default: 1501",
    ),
    (
        "condition_of_another_type",
        RESULT,
        "{ on: { equals: \"true\" } }",
        "{ on: { equals: 1 } }",
    ),
    (
        "example_of_another_type",
        RESULT,
        "      mtu: 9000",
        "      mtu: \"9000\"",
    ),
    (
        "example_with_an_unknown_parameter",
        RESULT,
        "      mtu: 9000",
        "      mtuu: 9000",
    ),
    (
        "path_without_its_parameter",
        SELF,
        "path: \"/self/{id}/{Id}\"",
        "path: \"/self/{ident}/{Id}\"",
    ),
    (
        "path_that_is_no_template",
        SELF,
        "path: \"/self/{id}/{Id}\"",
        "path: \"self/{id}-{Id}?x\"",
    ),
    (
        "method_that_is_missing",
        EMPTY,
        "http: { method: DELETE, path: / }",
        "http: { path: / }",
    ),
    (
        "status_that_is_no_success",
        RESULT,
        "success: 201",
        "success: 404",
    ),
    (
        "status_that_is_no_failure",
        SELF,
        "{ status: 404, code: Self,",
        "{ status: 200, code: Self,",
    ),
    (
        "signature_of_another_protocol",
        SERVICE,
        "sdk_hmac_sha256: {}",
        "rpc_hmac_sha1: {}",
    ),
    (
        "endpoint_without_a_region",
        SERVICE,
        "lines.{region}.example.com",
        "lines.example.com",
    ),
    (
        "example_that_breaks_a_limit",
        RESULT,
        "      mtu: 9000",
        "      mtu: 1501",
    ),
    (
        "example_that_breaks_a_rule",
        RESULT,
        "{ asn: \"65000\", on: \"true\",",
        "{ on: \"true\",",
    ),
    (
        "example_that_lacks_a_parameter",
        RESULT,
        "      region: north\n",
        "",
    ),
    (
        "example_of_a_parameter_beyond_its_limits",
        CHECKS,
        "range: [null, 5],",
        "range: [null, 5], example: 6,",
    ),
    (
        "example_of_a_list_beyond_the_limits_of_its_items",
        CHECKS,
        "numbers: { type: list,",
        "numbers: { type: list, example: [1, 10],",
    ),
    (
        "default_beyond_its_length",
        CHECKS,
        "length: [2, 6],",
        "length: [2, 6], default: a,",
    ),
    (
        "values_of_a_boolean",
        CHECKS,
        "on: { type: boolean,",
        "on: { type: boolean, values: [true],",
    ),
    (
        "range_of_a_fraction",
        RESULT,
        "ratio: { type: number,",
        "ratio: { type: number, range: [0, 1],",
    ),
    (
        "rule_that_demands_what_must_be_given",
        CHECKS,
        "required_if: { parameters: [port],",
        "required_if: { parameters: [key],",
    ),
    (
        "rule_that_offers_what_must_be_given",
        RESULT,
        "name: { type: string, doc: In the wrapper.,",
        "name: { type: string, required: true, doc: In the wrapper.,",
    ),
    (
        "rule_that_forbids_what_must_be_given",
        CHECKS,
        "address: { type: string,",
        "address: { type: string, required: true,",
    ),
    (
        "rule_whose_range_reaches_too_far",
        CHECKS,
        "range: [2, 4]",
        "range: [0, 4]",
    ),
    (
        "rule_whose_range_is_the_parameters_own",
        CHECKS,
        "range: [2, 4]",
        "range: [1, 9]",
    ),
    (
        "rule_whose_count_reaches_too_far",
        CHECKS,
        "parameter: texts, range: [1, 2]",
        "parameter: texts, range: [1, 3]",
    ),
    (
        "rule_that_allows_what_is_refused",
        CHECKS,
        "values: [None, Some]",
        "values: [None, Sum]",
    ),
    (
        "rule_that_allows_everything",
        CHECKS,
        "parameter: \"options[]\", values: [None, Some]",
        "parameter: level, values: [1, 2]",
    ),
    (
        "rule_that_refuses_what_is_refused",
        CHECKS,
        "values: [-1, 3]",
        "values: [-1, 6]",
    ),
    (
        "rule_whose_condition_never_holds",
        CHECKS,
        "level: { not: 2 }",
        "level: { equals: 3 }",
    ),
    (
        "rule_about_the_other_address_family",
        CHECKS,
        "parameter: network, network: 100.64.0.0/10",
        "parameter: network6, network: 100.64.0.0/10",
    ),
    (
        "rule_about_no_network",
        CHECKS,
        "network: 100.64.0.0/10",
        "network: 100.64.0.0/33",
    ),
    (
        "rule_about_two_address_families",
        CHECKS,
        "same_subnet: { parameters: [v4, peer4]",
        "same_subnet: { parameters: [v4, peer6]",
    ),
    (
        "rule_about_one_address",
        CHECKS,
        "same_subnet: { parameters: [v4, peer4]",
        "same_subnet: { parameters: [v4]",
    ),
    (
        "rule_through_a_list",
        CHECKS,
        "parameter: \"numbers[]\", range: [0, 5]",
        "parameter: \"rows[].port\", range: [0, 5]",
    ),
    (
        "rule_about_items_where_a_value_is_wanted",
        CHECKS,
        "required_if: { parameters: [b, c]",
        "required_if: { parameters: [b, \"texts[]\"]",
    ),
    (
        "secret_that_is_not_decided",
        TYPES,
        "secret: true, doc: A secret.",
        "doc: A secret.",
    ),
    (
        "secret_number",
        RESULT,
        "ratio: { type: number, doc: A fraction. }",
        "ratio: { type: number, secret: true, doc: A fraction. }",
    ),
];

/// What is wrong with the obstacle course after changes.
fn reported(changes: &[(&str, &str, &str)]) -> (Diagnostics, String) {
    let root = TempDir::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    copy_into(&fixtures.join("obstacle-course"), root.path());
    for (file, from, to) in changes {
        let path = root.path().join(file);
        let before = fs::read_to_string(&path).unwrap();
        assert_eq!(
            before.matches(from).count(),
            1,
            "{file} must hold {from:?} once"
        );
        fs::write(path, before.replace(from, to)).unwrap();
    }
    let loaded = load(root.path());
    let mut diagnostics = loaded.diagnostics;
    let (_, problems) = resolve(&loaded.products);
    diagnostics.extend(problems.iter().cloned());
    let text = diagnostics.render(&loaded.sources, Format::Text { color: false });
    (diagnostics, text)
}

#[test]
fn the_obstacle_course_itself_is_clean() {
    let (diagnostics, text) = reported(&[]);
    assert!(diagnostics.is_empty(), "{text}");
}

#[test]
fn every_case_is_reported_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/meaning");
    let mut failed = Vec::new();
    for (case, file, from, to) in CASES {
        let (diagnostics, text) = reported(&[(file, from, to)]);
        assert!(!diagnostics.is_empty(), "{case} is not noticed");
        if !expect(&folder.join(format!("{case}.txt")), &text) {
            failed.push(case);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn mistakes_of_several_files_are_reported_together() {
    let wanted = [
        "unknown_type",
        "unknown_document",
        "unknown_state_of_a_waiter",
        "default_of_another_type",
        "range_upside_down",
    ];
    let changes: Vec<_> = CASES
        .iter()
        .filter(|(case, ..)| wanted.contains(case))
        .map(|(_, file, from, to)| (*file, *from, *to))
        .collect();
    let (diagnostics, text) = reported(&changes);
    assert_eq!(diagnostics.len(), wanted.len(), "{text}");
}
