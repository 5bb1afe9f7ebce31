//! Rules that cannot be checked, or say nothing.

use crate::Case;
use crate::files::{CHECKS, RESULT};

pub(crate) const CASES: &[Case] = &[
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
        "condition_of_another_type",
        RESULT,
        "{ on: { equals: \"true\" } }",
        "{ on: { equals: 1 } }",
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
];
