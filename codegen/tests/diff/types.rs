//! Enums and shapes of `types.yaml`.

use crate::table::there_and_back;

/// An enum `Mode` with some values, used in one half of the operation.
fn mode(half: &str, keys: &str) -> String {
    format!(
        "# types.yaml\nenums:\n  Mode:\n    doc: How.\n    {keys}\n\
         # rent_line.yaml\n{half}:\n  Mode: {{ type: Mode, doc: How. }}\n"
    )
}

fn check(old: &str, new: &str, request: [&str; 2], response: [&str; 2]) {
    for (half, [there, back]) in [("request", request), ("response", response)] {
        there_and_back(&mode(half, old), &mode(half, new), &[there], &[back]);
    }
}

#[test]
fn a_value_is_added() {
    check(
        "values: { a: { doc: A. } }",
        "values: { a: { doc: A. }, b: { doc: B. } }",
        [
            "enum-value-added request safe additive",
            "enum-value-removed request breaking breaking",
        ],
        [
            "enum-value-added response safe additive",
            "enum-value-removed response safe breaking",
        ],
    );
}

#[test]
fn a_value_is_spelt_differently() {
    check(
        "values: { active: { doc: On. } }",
        "values: { Active: { doc: On. } }",
        [
            "enum-value-renamed request breaking none",
            "enum-value-renamed request breaking none",
        ],
        [
            "enum-value-renamed response breaking none",
            "enum-value-renamed response breaking none",
        ],
    );
}

#[test]
fn a_variant_has_another_name_in_rust_only() {
    check(
        "values: { a: { doc: A. } }",
        "values: { a: { doc: A., name: Alpha } }",
        [
            "rust-name-changed request none breaking",
            "rust-name-changed request none breaking",
        ],
        [
            "rust-name-changed response none breaking",
            "rust-name-changed response none breaking",
        ],
    );
}

#[test]
fn another_spelling_is_known() {
    check(
        "values: { a: { doc: A. } }",
        "values: { a: { doc: A., aliases: [b] } }",
        [
            "enum-alias-added request safe none",
            "enum-alias-removed request breaking none",
        ],
        [
            "enum-alias-added response safe none",
            "enum-alias-removed response safe none",
        ],
    );
}

#[test]
fn case_does_not_matter() {
    check(
        "values: { a: { doc: A. } }",
        "ignore_case: true\n    values: { a: { doc: A. } }",
        [
            "case-ignored request safe none",
            "case-minded request breaking none",
        ],
        [
            "case-ignored response risky none",
            "case-minded response safe none",
        ],
    );
}

#[test]
fn text_becomes_an_enum() {
    for (half, there, back) in [
        (
            "request",
            "became-enum request breaking breaking",
            "became-plain request safe breaking",
        ),
        (
            "response",
            "became-enum response safe breaking",
            "became-plain response risky breaking",
        ),
    ] {
        let text = format!("# rent_line.yaml\n{half}:\n  Mode: {{ type: string, doc: How. }}\n");
        let listed = mode(half, "values: { a: { doc: A. } }");
        there_and_back(&text, &listed, &[there], &[back]);
    }
}

#[test]
fn an_enum_holds_numbers() {
    check(
        "values: { \"1\": { doc: A. } }",
        "base: integer\n    values: { \"1\": { doc: A. } }",
        [
            "type-changed request breaking none",
            "type-changed request breaking none",
        ],
        [
            "type-changed response breaking none",
            "type-changed response breaking none",
        ],
    );
}

#[test]
fn a_type_has_another_name() {
    let shape = |name: &str| {
        format!(
            "# types.yaml\nshapes:\n  {name}:\n    doc: It.\n    fields:\n      A: {{ type: string, doc: A. }}\n\
             # rent_line.yaml\nresponse:\n  It: {{ type: {name}, doc: It. }}\n"
        )
    };
    let expected = ["type-renamed response none breaking"];
    there_and_back(&shape("Thing"), &shape("Item"), &expected, &expected);
    let listed = |name: &str| {
        format!(
            "# types.yaml\nenums:\n  {name}:\n    doc: It.\n    values: {{ a: {{ doc: A. }} }}\n\
             # rent_line.yaml\nrequest:\n  It: {{ type: {name}, doc: It. }}\n"
        )
    };
    let expected = ["type-renamed request none breaking"];
    there_and_back(&listed("Thing"), &listed("Item"), &expected, &expected);
}
