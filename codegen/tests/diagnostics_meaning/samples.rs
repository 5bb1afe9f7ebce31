//! Examples and defaults that a request could not hold.

use crate::Case;
use crate::files::{CHECKS, RESULT};

pub(crate) const CASES: &[Case] = &[
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
        "default_beyond_its_length",
        CHECKS,
        "length: [2, 6],",
        "length: [2, 6], default: a,",
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
];
