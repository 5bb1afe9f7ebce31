//! What several operations share is told once.

use codegen::diff::{Report, Subject};

use crate::support::pair::compare;
use crate::table::lines;

const END: &str = "# end_line.yaml
operation: EndLine
effect: write
summary: End a line.
source: { document: book }
http: { method: POST, path: /v1/lines/end }
";

fn only(report: &Report) -> &codegen::diff::Finding {
    assert_eq!(report.findings.len(), 1, "{:?}", lines(report));
    &report.findings[0]
}

#[test]
fn a_change_of_an_enum_is_told_once() {
    let version = |values: &str| {
        format!(
            "# types.yaml\nenums:\n  Mode: {{ doc: How., values: {{ {values} }} }}\n\
             # rent_line.yaml\nrequest:\n  M: {{ type: Mode, doc: M. }}\n\
             {END}response:\n  M: {{ type: list, items: {{ type: Mode }}, doc: M. }}\n"
        )
    };
    let report = compare(
        &version("a: { doc: A. }, b: { doc: B. }"),
        &version("a: { doc: A. }"),
    );
    let finding = only(&report);
    assert_eq!(finding.subject, Subject::Type("Mode".to_owned()));
    assert_eq!(finding.used_by, ["EndLine", "RentLine"]);
    assert_eq!(
        lines(&report),
        ["enum-value-removed both breaking breaking"]
    );
}

#[test]
fn a_change_of_a_shape_is_told_once_and_reaches_through_others() {
    let version = |limit: &str| {
        format!(
            "# types.yaml\nshapes:\n  Inner:\n    doc: In.\n    fields:\n      N: {{ type: integer, {limit}doc: N. }}\n  \
             Outer:\n    doc: Out.\n    fields:\n      I: {{ type: Inner, doc: I. }}\n      O: {{ type: Outer, doc: Again. }}\n\
             # rent_line.yaml\nresponse:\n  M: {{ type: Outer, doc: M. }}\n\
             {END}response:\n  M: {{ type: list, items: {{ type: Outer }}, doc: M. }}\n"
        )
    };
    let report = compare(&version(""), &version("range: [1, null], "));
    let finding = only(&report);
    assert_eq!(finding.subject, Subject::Type("Inner".to_owned()));
    assert_eq!(finding.path, "N");
    assert_eq!(finding.used_by, ["EndLine", "RentLine"]);
    assert_eq!(lines(&report), ["minimum-set response safe none"]);
}

#[test]
fn a_change_of_a_shared_parameter_is_told_once() {
    let version = |length: &str| {
        format!(
            "# types.yaml\nparameters:\n  name: {{ type: string, length: [1, {length}], doc: Name. }}\n\
             # rent_line.yaml\nrequest:\n  Name: {{ use: name }}\n\
             {END}request:\n  LineName: {{ use: name, required: true }}\n"
        )
    };
    let report = compare(&version("128"), &version("64"));
    let finding = only(&report);
    assert_eq!(finding.subject, Subject::Parameter("name".to_owned()));
    assert_eq!(finding.used_by, ["EndLine", "RentLine"]);
    assert_eq!(
        lines(&report),
        ["maximum-length-lowered request breaking none"]
    );
}

#[test]
fn what_one_operation_says_for_itself_is_its_own() {
    let version = |required: &str| {
        format!(
            "# types.yaml\nparameters:\n  name: {{ type: string, doc: Name. }}\n\
             # rent_line.yaml\nrequest:\n  Name: {{ use: name{required} }}\n\
             {END}request:\n  Name: {{ use: name }}\n"
        )
    };
    let report = compare(&version(""), &version(", required: true"));
    assert_eq!(
        only(&report).subject,
        Subject::Operation("RentLine".to_owned())
    );
}

#[test]
fn places_are_those_of_the_facts() {
    let old = crate::support::pair::Version::new(
        "# rent_line.yaml\nrequest:\n  A:\n    type: integer\n    doc: A.\n    range: [1, 9]\n",
    );
    let new = crate::support::pair::Version::new(
        "# types.yaml\nparameters:\n  a: { type: integer, doc: A., range: [1, 8] }\n\
         # rent_line.yaml\nrequest:\n  A: { use: a }\n",
    );
    let (old, new) = (old.side("old"), new.side("new"));
    let report = codegen::diff::diff(&old, &new);
    let finding = only(&report);
    let text = |side: &codegen::diff::Side, place: Option<codegen::diagnostic::Span>| {
        let place = place.unwrap();
        let sources = side.sources();
        let text = sources.text(place.file)[place.start..place.end].to_owned();
        (sources.path(place.file).to_owned(), text)
    };
    assert_eq!(
        text(&old, finding.old_place),
        (
            "specs/acme/lines/line/rent_line.yaml".to_owned(),
            "range: [1, 9]".to_owned()
        )
    );
    assert_eq!(
        text(&new, finding.new_place),
        (
            "specs/acme/lines/types.yaml".to_owned(),
            "range: [1, 8]".to_owned()
        )
    );
}

#[test]
fn a_fingerprint_stays_when_other_things_change() {
    let version = |summary: &str, hops: &str, other: &str| {
        format!(
            "# rent_line.yaml\nsummary: {summary}\nrequest:\n{other}  Hops: {{ type: integer, range: [1, {hops}], doc: Hops. }}\n"
        )
    };
    let old = version("Rent a line.", "255", "");
    let one = compare(&old, &version("Rent a line.", "100", ""));
    let two = compare(
        &old,
        &version("Rents.", "100", "  B: { type: string, doc: B. }\n"),
    );
    let three = compare(&old, &version("Rent a line.", "50", ""));
    let of = |report: &Report| {
        let found = report
            .findings
            .iter()
            .find(|finding| finding.path == "Hops");
        found.unwrap().fingerprint()
    };
    assert_eq!(of(&one), of(&two));
    assert_ne!(of(&one), of(&three));
    assert_eq!(of(&one).len(), 12);
}
