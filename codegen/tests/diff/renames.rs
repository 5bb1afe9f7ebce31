//! What is gone and what has come in its place.

use crate::support::pair::compare;
use crate::table::{lines, there_and_back};

#[test]
fn a_parameter_has_another_name() {
    let version = |name: &str| {
        format!(
            "# rent_line.yaml\nrequest:\n  {name}: {{ type: integer, range: [1, 9], doc: It. }}\n"
        )
    };
    let expected = ["member-renamed request breaking breaking"];
    there_and_back(&version("Hops"), &version("HopCount"), &expected, &expected);
}

#[test]
fn a_rule_and_a_way_to_page_follow_their_members() {
    let version = |name: &str, page: &str| {
        format!(
            "# rent_line.yaml\neffect: read\nrequest:\n  {name}: {{ type: boolean, doc: It. }}\n  \
             B: {{ type: string, doc: B. }}\n  {page}: {{ type: integer, range: [1, null], doc: Page. }}\n  \
             Size: {{ type: integer, doc: Size. }}\n  \
             L: {{ type: list, items: {{ type: object, fields: {{ {name}: {{ type: string, doc: In. }}, X: {{ type: boolean, doc: X. }} }} }}, doc: L. }}\n\
             rules:\n  one: {{ check: {{ required_if: {{ parameters: [B], when: {{ {name}: {{ equals: true }} }} }} }} }}\n  \
             two: {{ within: \"L[]\", check: {{ required_if: {{ parameters: [{name}], when: {{ X: {{ equals: true }} }} }} }} }}\n\
             response:\n  Items: {{ type: list, items: {{ type: string }}, doc: Items. }}\n  Total: {{ type: integer, doc: Total. }}\n\
             pagination: {{ page_number: {{ page: {page}, size: Size, total: Total, items: Items }} }}\n"
        )
    };
    let expected = ["member-renamed request breaking breaking"; 3];
    there_and_back(
        &version("Enable", "Page"),
        &version("Enabled", "PageNumber"),
        &expected,
        &expected,
    );
}

#[test]
fn a_response_field_has_another_name() {
    let version = |name: &str| {
        format!("# rent_line.yaml\nresponse:\n  {name}: {{ type: string, doc: It. }}\n")
    };
    let expected = ["member-renamed response breaking breaking"];
    there_and_back(&version("Id"), &version("LineId"), &expected, &expected);
}

#[test]
fn an_operation_has_another_name() {
    let version = |name: &str| format!("# rent_line.yaml\noperation: {name}\n");
    let expected = ["operation-renamed service breaking breaking"];
    there_and_back(
        &version("RentLine"),
        &version("LeaseLine"),
        &expected,
        &expected,
    );
}

#[test]
fn an_enum_value_has_another_name() {
    let version = |name: &str| {
        format!(
            "# types.yaml\nenums:\n  Mode: {{ doc: How., values: {{ a: {{ doc: A. }}, {name}: {{ doc: It. }} }} }}\n\
             # rent_line.yaml\nrequest:\n  M: {{ type: Mode, doc: M. }}\n"
        )
    };
    let expected = ["enum-value-renamed request breaking breaking"];
    there_and_back(&version("fast"), &version("quick"), &expected, &expected);
}

#[test]
fn a_rule_has_another_id() {
    let version = |id: &str| {
        format!(
            "# rent_line.yaml\nrequest:\n  A: {{ type: string, doc: A. }}\n  B: {{ type: string, doc: B. }}\n\
             rules: {{ {id}: {{ check: {{ all_or_none: {{ parameters: [A, B] }} }} }} }}\n"
        )
    };
    let expected = ["rule-renamed request none none"];
    there_and_back(&version("both"), &version("pair"), &expected, &expected);
}

#[test]
fn names_that_are_alike_are_paired_first() {
    let report = compare(
        "# rent_line.yaml\nrequest:\n  LineName: { type: string, doc: A. }\n  Speed: { type: string, doc: B. }\n",
        "# rent_line.yaml\nrequest:\n  SpeedMbps: { type: string, doc: A. }\n  Name: { type: string, doc: B. }\n",
    );
    let pairs: Vec<_> = report
        .findings
        .iter()
        .map(|finding| (finding.old.clone().unwrap(), finding.new.clone().unwrap()))
        .collect();
    assert_eq!(
        pairs,
        [
            ("LineName".to_owned(), "Name".to_owned()),
            ("Speed".to_owned(), "SpeedMbps".to_owned())
        ]
    );
}

#[test]
fn another_shape_is_no_other_name() {
    let report = compare(
        "# rent_line.yaml\nrequest:\n  Hops: { type: integer, doc: It. }\n",
        "# rent_line.yaml\nrequest:\n  HopCount: { type: string, doc: It. }\n",
    );
    assert_eq!(
        lines(&report),
        [
            "optional-member-removed request risky breaking",
            "optional-member-added request safe additive"
        ]
    );
}

#[test]
fn a_crate_of_another_name_hides_nothing_that_changes_in_it() {
    let other = "# other.yaml\noperation: Rent-Line\neffect: write\nsummary: Other.\n\
                 source: { document: book }\nhttp: { method: DELETE, path: /v1/lines }\n";
    let report = compare("", &format!("# service.yaml\ncrate: acme-rents\n{other}"));
    assert_eq!(
        lines(&report),
        [
            "crate-renamed service none breaking",
            "rust-name-changed service none breaking",
            "operation-added service safe additive",
        ]
    );
}
