//! What is no change at all: order, layout, and where a thing is written down.

use crate::support::pair::compare;
use crate::table::lines;

/// Nothing is found there and back, not even words.
fn same(old: &str, new: &str) {
    for (old, new) in [(old, new), (new, old)] {
        let report = compare(old, new);
        assert_eq!(lines(&report), [""; 0], "from\n{old}\nto\n{new}");
        assert!(report.words.is_empty(), "{:?}", report.words);
    }
}

#[test]
fn order_is_no_change() {
    same(
        "# types.yaml
enums:
  Mode: { doc: How., values: { a: { doc: A. }, b: { doc: B. } } }
  State: { doc: Is., values: { c: { doc: C. } } }
# rent_line.yaml
request:
  A: { type: Mode, doc: A. }
  B: { type: State, doc: B., characters: null }
response:
  C: { type: string, doc: C. }
  D: { type: string, doc: D. }
errors:
  - { status: 400, code: X, meaning: X. }
  - { status: 400, code: Y, meaning: Y. }
rules:
  one: { check: { all_or_none: { parameters: [A, B] } } }
  two: { check: { at_least_one_of: { groups: [[A], [B]] } } }
"
        .replace(", characters: null", "")
        .as_str(),
        "# rent_line.yaml
rules:
  two: { check: { at_least_one_of: { groups: [[B], [A]] } } }
  one: { check: { all_or_none: { parameters: [B, A] } } }
errors:
  - { status: 400, code: Y, meaning: Y. }
  - { status: 400, code: X, meaning: X. }
response:
  D: { doc: D., type: string }
  C: { type: string, doc: C. }
request:
  B: { doc: B., type: State }
  A: { type: Mode, doc: A. }
# types.yaml
enums:
  State: { values: { c: { doc: C. } }, doc: Is. }
  Mode: { doc: How., values: { b: { doc: B. }, a: { doc: A. } } }
",
    );
}

#[test]
fn order_of_what_happens_to_one_resource_is_no_change() {
    let entries = [
        "{ resource: Line, refused_in: [down] }",
        "{ resource: Line, allowed_in: [up], leads_to: down }",
    ];
    let version = |one: &str, two: &str| {
        format!(
            "# types.yaml\nenums:\n  State: {{ doc: Is., values: {{ up: {{ doc: Up. }}, down: {{ doc: Down. }} }} }}\n\
             resources: {{ Line: {{ doc: It., states: State }} }}\n\
             # rent_line.yaml\nresponse:\n  S: {{ type: State, doc: S. }}\nlifecycle: [{one}, {two}]\n"
        )
    };
    same(
        &version(entries[0], entries[1]),
        &version(entries[1], entries[0]),
    );
}

#[test]
fn layout_is_no_change() {
    same(
        "# rent_line.yaml\nrequest:\n  A: { type: string, length: [1, 9], doc: Of a line. }\n",
        "# rent_line.yaml\nrequest:\n\n  A:\n    # Long.\n    type: 'string'\n    length:\n      - 1\n      - 9\n    doc: >\n      Of a\n      line.\n",
    );
}

#[test]
fn a_file_of_another_name_is_no_change() {
    let operation = "operation: EndLine\neffect: write\nsummary: End a line.\n\
                     source: { document: book }\nhttp: { method: DELETE, path: /v1/lines }\n";
    same(
        &format!("# end_line.yaml\n{operation}"),
        &format!("# a_line_ends.yaml\n{operation}"),
    );
}

#[test]
fn a_parameter_that_moves_into_types_is_no_change() {
    same(
        "# rent_line.yaml\nrequest:\n  A: { type: string, length: [1, 9], required: true, doc: A. }\n",
        "# types.yaml\nparameters:\n  a: { type: string, length: [1, 9], doc: A. }\n\
         # rent_line.yaml\nrequest:\n  A: { use: a, required: true }\n",
    );
}

#[test]
fn a_shape_that_is_written_out_is_no_change() {
    let fields =
        "A: { type: string, doc: A. }, B: { type: list, items: { type: integer }, doc: B. }";
    let extracted = format!(
        "# types.yaml\nshapes:\n  Thing:\n    doc: It.\n    fields: {{ {fields} }}\n\
         # rent_line.yaml\nresponse:\n  It: {{ type: Thing, doc: It. }}\n"
    );
    let inlined = format!(
        "# rent_line.yaml\nresponse:\n  It: {{ type: object, fields: {{ {fields} }}, doc: It. }}\n"
    );
    same(&extracted, &inlined);
    // But code that names the struct has to follow.
    for report in [compare(&extracted, &inlined), compare(&inlined, &extracted)] {
        assert!(!report.moved.is_empty());
        assert_eq!(report.bump().as_str(), "major");
    }
}

#[test]
fn a_shape_of_items_that_is_written_out_is_no_change() {
    let fields = "A: { type: string, doc: A. }";
    same(
        &format!(
            "# types.yaml\nshapes:\n  Thing:\n    doc: It.\n    fields: {{ {fields} }}\n\
             # rent_line.yaml\nresponse:\n  Its: {{ type: list, items: {{ type: Thing }}, doc: It. }}\n"
        ),
        &format!(
            "# rent_line.yaml\nresponse:\n  Its: {{ type: list, items: {{ type: object, fields: {{ {fields} }} }}, doc: It. }}\n"
        ),
    );
}

#[test]
fn nothing_is_found_where_nothing_changes() {
    same("", "");
    assert_eq!(compare("", "").bump().as_str(), "none");
}

#[test]
fn words_are_counted_and_no_finding() {
    let report = compare(
        "# rent_line.yaml\nsummary: Rent a line.\nrequest:\n  A: { type: string, doc: A., example: x }\n",
        "# rent_line.yaml\nsummary: Rents a line.\nrequest:\n  A: { type: string, doc: An A., example: y }\n",
    );
    assert_eq!(lines(&report), [""; 0]);
    assert_eq!(report.words.len(), 3);
    assert_eq!(report.bump().as_str(), "patch");
}
