//! Parameters and response fields.

use crate::table::Member;

/// A test for each pair of versions of a member.
macro_rules! members {
    ($( $name:ident: $old:literal => $new:literal, request $request:expr, response $response:expr; )+) => {
        $(
            #[test]
            fn $name() {
                Member { old: $old, new: $new, request: $request, response: $response }.check();
            }
        )+
    };
}

members! {
    a_required_member_is_added: "" => "type: string, required: true",
        request ["required-member-added breaking additive", "required-member-removed risky breaking"],
        response ["required-member-added safe additive", "required-member-removed breaking breaking"];
    a_required_member_with_a_default_is_added: "" => "type: string, required: true, default: x",
        request ["required-member-added breaking additive", "required-member-removed risky breaking"],
        response ["", ""];
    an_optional_member_is_added: "" => "type: string",
        request ["optional-member-added safe additive", "optional-member-removed risky breaking"],
        response ["optional-member-added safe additive", "optional-member-removed risky breaking"];
    an_optional_member_becomes_required: "type: string" => "type: string, required: true",
        request ["became-required breaking none", "became-optional safe none"],
        response ["became-required safe none", "became-optional breaking none"];
    a_type_is_another: "type: string" => "type: boolean",
        request ["type-changed breaking breaking", "type-changed breaking breaking"],
        response ["type-changed breaking breaking", "type-changed breaking breaking"];
    a_number_becomes_text: "type: integer" => "type: string",
        request ["type-changed breaking breaking", "type-changed breaking breaking"],
        response ["type-changed breaking breaking", "type-changed breaking breaking"];
    a_number_grows: "type: integer" => "type: long",
        request ["type-widened safe breaking", "type-narrowed breaking breaking"],
        response ["type-widened breaking breaking", "type-narrowed safe breaking"];
    a_number_gets_a_fraction: "type: long" => "type: number",
        request ["type-widened safe breaking", "type-narrowed breaking breaking"],
        response ["type-widened breaking breaking", "type-narrowed safe breaking"];
    the_type_that_we_take_is_another: "type: string" => "type: string, as: long",
        request ["taken-type-changed none breaking", "taken-type-changed none breaking"],
        response ["taken-type-changed none breaking", "taken-type-changed none breaking"];
    a_scalar_becomes_a_list: "type: string" => "type: list, items: { type: string }",
        request ["type-changed breaking breaking", "type-changed breaking breaking"],
        response ["type-changed breaking breaking", "type-changed breaking breaking"];
    items_are_of_another_type: "type: list, items: { type: string }" => "type: list, items: { type: integer }",
        request ["type-changed breaking breaking", "type-changed breaking breaking"],
        response ["type-changed breaking breaking", "type-changed breaking breaking"];
    items_become_objects: "type: list, items: { type: string }" => "type: list, items: { type: object, fields: { A: { type: string, doc: A. } } }",
        request ["type-changed breaking breaking", "type-changed breaking breaking"],
        response ["type-changed breaking breaking", "type-changed breaking breaking"];
    a_place_is_another: "type: string" => "type: string, in: query",
        request ["location-changed breaking none", "location-changed breaking none"],
        response ["", ""];
    a_second_place_is_another: "type: string" => "type: string, also_in: query",
        request ["second-place-changed breaking none", "second-place-changed breaking none"],
        response ["", ""];
    a_wrapper_of_a_list_is_another: "type: list, items: { type: string }" => "type: list, items: { type: string }, element: E",
        request ["", ""],
        response ["element-changed breaking none", "element-changed breaking none"];
    a_maximum_is_lowered: "type: integer, range: [1, 9]" => "type: integer, range: [1, 8]",
        request ["maximum-lowered breaking none", "maximum-raised safe none"],
        response ["maximum-lowered safe none", "maximum-raised risky none"];
    a_minimum_is_raised: "type: integer, range: [1, 9]" => "type: integer, range: [2, 9]",
        request ["minimum-raised breaking none", "minimum-lowered safe none"],
        response ["minimum-raised safe none", "minimum-lowered risky none"];
    a_maximum_is_set: "type: integer, range: [1, null]" => "type: integer, range: [1, 9]",
        request ["maximum-set breaking none", "maximum-unset safe none"],
        response ["maximum-set safe none", "maximum-unset risky none"];
    a_minimum_is_set: "type: integer" => "type: integer, range: [1, null]",
        request ["minimum-set breaking none", "minimum-unset safe none"],
        response ["minimum-set safe none", "minimum-unset risky none"];
    a_longest_text_is_shorter: "type: string, length: [1, 9]" => "type: string, length: [1, 8]",
        request ["maximum-length-lowered breaking none", "maximum-length-raised safe none"],
        response ["maximum-length-lowered safe none", "maximum-length-raised risky none"];
    a_shortest_text_is_longer: "type: string, length: [1, 9]" => "type: string, length: [2, 9]",
        request ["minimum-length-raised breaking none", "minimum-length-lowered safe none"],
        response ["minimum-length-raised safe none", "minimum-length-lowered risky none"];
    a_length_is_set: "type: string" => "type: string, length: [null, 9]",
        request ["maximum-length-set breaking none", "maximum-length-unset safe none"],
        response ["maximum-length-set safe none", "maximum-length-unset risky none"];
    a_length_counts_bytes: "type: string, length: [1, 9]" => "type: string, length: [1, 9], length_unit: bytes",
        request ["length-unit-changed risky none", "length-unit-changed risky none"],
        response ["length-unit-changed safe none", "length-unit-changed safe none"];
    a_list_holds_fewer: "type: list, items: { type: string }, item_count: [1, 9]" => "type: list, items: { type: string }, item_count: [1, 8]",
        request ["maximum-items-lowered breaking none", "maximum-items-raised safe none"],
        response ["maximum-items-lowered safe none", "maximum-items-raised risky none"];
    a_number_is_refused: "type: integer, range: [1, 9]" => "type: integer, range: [1, 9], except: [5]",
        request ["exception-added breaking none", "exception-removed safe none"],
        response ["exception-added safe none", "exception-removed risky none"];
    values_are_limited: "type: string" => "type: string, values: [a, b]",
        request ["allowed-values-set breaking none", "allowed-values-unset safe none"],
        response ["allowed-values-set safe none", "allowed-values-unset risky none"];
    a_value_is_allowed: "type: string, values: [a, b]" => "type: string, values: [a, b, c]",
        request ["allowed-value-added safe none", "allowed-value-removed breaking none"],
        response ["allowed-value-added risky none", "allowed-value-removed safe none"];
    a_value_is_the_only_one: "type: string" => "type: string, values: [a]",
        request ["constant-set breaking none", "constant-unset safe none"],
        response ["constant-set safe none", "constant-unset breaking none"];
    the_only_value_is_another: "type: string, values: [a]" => "type: string, values: [b]",
        request ["constant-changed breaking none", "constant-changed breaking none"],
        response ["constant-changed breaking none", "constant-changed breaking none"];
    characters_are_limited: "type: string" => "type: string, characters: { allowed: [letter] }",
        request ["characters-set breaking none", "characters-unset safe none"],
        response ["characters-set safe none", "characters-unset risky none"];
    characters_are_limited_further: "type: string, characters: { allowed: [ascii] }" => "type: string, characters: { allowed: [letter, '-'] }",
        request ["characters-narrowed breaking none", "characters-widened safe none"],
        response ["characters-narrowed safe none", "characters-widened risky none"];
    a_beginning_is_refused: "type: string, characters: { forbidden_prefixes: [http] }" => "type: string, characters: { forbidden_prefixes: [http, ftp] }",
        request ["characters-narrowed breaking none", "characters-widened safe none"],
        response ["characters-narrowed safe none", "characters-widened risky none"];
    other_characters_are_allowed: "type: string, characters: { allowed: [letter] }" => "type: string, characters: { allowed: [digit] }",
        request ["characters-changed risky none", "characters-changed risky none"],
        response ["characters-changed safe none", "characters-changed safe none"];
    a_form_is_set: "type: string" => "type: string, format: uuid",
        request ["format-set breaking none", "format-unset safe none"],
        response ["format-set safe none", "format-unset risky none"];
    a_form_accepts_less: "type: string, format: ip" => "type: string, format: ipv4",
        request ["format-narrowed breaking none", "format-widened safe none"],
        response ["format-narrowed safe none", "format-widened risky none"];
    a_form_is_another: "type: string, format: uuid" => "type: string, format: email",
        request ["format-changed breaking none", "format-changed breaking none"],
        response ["format-changed breaking none", "format-changed breaking none"];
    a_default_is_added: "type: integer" => "type: integer, default: 1",
        request ["default-added risky none", "default-removed risky none"],
        response ["", ""];
    a_default_is_another: "type: integer, default: 1" => "type: integer, default: 2",
        request ["default-changed risky none", "default-changed risky none"],
        response ["", ""];
    the_client_sends_a_default: "type: integer" => "type: integer, client_default: 1",
        request ["client-default-added breaking none", "client-default-removed breaking none"],
        response ["", ""];
    the_client_sends_another_default: "type: integer, client_default: 1" => "type: integer, client_default: 2",
        request ["client-default-changed breaking none", "client-default-changed breaking none"],
        response ["", ""];
    a_member_becomes_secret: "type: string, secret: false" => "type: string, secret: true",
        request ["secret-added safe breaking", "secret-removed risky breaking"],
        response ["secret-added safe breaking", "secret-removed risky breaking"];
    a_token_makes_a_repeated_request_count_once: "type: string" => "type: string, idempotency_token: true",
        request ["idempotency-token-added safe none", "idempotency-token-removed breaking none"],
        response ["", ""];
    a_member_is_not_supported_any_more: "type: string" => "type: string, unsupported: true",
        request ["support-ended safe none", "support-began safe none"],
        response ["support-ended safe none", "support-began safe none"];
    a_unit_is_another: "type: integer, unit: seconds" => "type: integer, unit: minutes",
        request ["unit-changed breaking none", "unit-changed breaking none"],
        response ["unit-changed breaking none", "unit-changed breaking none"];
}
