//! Paths, methods, statuses, signatures and endpoints.

use crate::Case;
use crate::files::{EMPTY, RESULT, SELF, SERVICE};

pub(crate) const CASES: &[Case] = &[
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
];
