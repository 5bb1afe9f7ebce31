//! Names that mean nothing, or more than one thing.

use crate::Case;
use crate::files::{EMPTY, RESULT, SELF, SERVICE, TYPES};

pub(crate) const CASES: &[Case] = &[
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
];
