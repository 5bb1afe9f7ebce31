//! Lists whose pages could not be followed.

use crate::Case;
use crate::files::SELF;

pub(crate) const CASES: &[Case] = &[
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
];
