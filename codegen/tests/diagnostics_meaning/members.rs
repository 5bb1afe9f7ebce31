//! Parameters and fields whose facts do not go together.

use crate::Case;
use crate::files::{CHECKS, RESULT, SELF, TYPES};

pub(crate) const CASES: &[Case] = &[
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
