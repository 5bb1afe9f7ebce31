//! What looks like a change and is none, and one cause that shows in several places.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use support::pair::compare;

/// What is found between two versions, by kind and place.
fn found(old: &str, new: &str) -> Vec<String> {
    let report = compare(old, new);
    let findings = report.findings.iter().chain(&report.words);
    findings
        .map(|finding| {
            format!(
                "{} {} {}",
                finding.rule,
                finding.subject.name(),
                finding.path
            )
        })
        .collect()
}

#[test]
fn the_order_of_error_rows_does_not_matter() {
    let first = "  - { status: 400, code: Gone, meaning: It was never there. }\n";
    let second = "  - { status: 404, code: Gone, meaning: It was given back. }\n";
    let rows = |rows: [&str; 2]| format!("# rent_line.yaml\nerrors:\n{}", rows.concat());
    let (old, new) = (rows([first, second]), rows([second, first]));
    assert_eq!(found(&old, &new), [""; 0]);
    let changed = second.replace("404", "410");
    let new = rows([&changed, first]);
    assert_eq!(
        found(&old, &new),
        ["error-status-changed RentLine errors.Gone"]
    );
}

#[test]
fn the_title_of_a_document_is_told_once() {
    let title = |title: &str| {
        format!(
            "# service.yaml\ndocuments:\n  book: {{ title: {title}, kind: document }}\n\
             # rent_line.yaml\nrequest:\n  Note: {{ type: string, doc: Words. }}\n"
        )
    };
    assert_eq!(
        found(&title("Lines"), &title("All lines")),
        ["source-changed  "]
    );
}

#[test]
fn path_parameters_that_change_places_change_the_path() {
    let path = |path: &str| {
        format!(
            "# rent_line.yaml\nhttp: {{ method: POST, path: \"{path}\" }}\nrequest:\n  \
             A: {{ type: string, required: true, doc: A. }}\n  B: {{ type: string, required: true, doc: B. }}\n"
        )
    };
    let (old, new) = (path("/v1/{A}/{B}"), path("/v1/{B}/{A}"));
    assert_eq!(found(&old, &new), ["path-changed RentLine http.path"]);
}

#[test]
fn a_number_that_is_refused_is_what_the_new_specs_say() {
    let vlan = |except: &str| {
        format!(
            "# rent_line.yaml\nrequest:\n  \
             Vlan: {{ type: integer, range: [1, 4094], except: {except}, doc: A VLAN. }}\n"
        )
    };
    let report = compare(&vlan("[7]"), &vlan("[7, 1002]"));
    let finding = &report.findings[0];
    assert_eq!(
        (finding.old.as_deref(), finding.new.as_deref()),
        (None, Some("1002"))
    );
}

#[test]
fn an_address_that_may_have_a_prefix_length_is_still_an_address() {
    let peer = |format: &str| {
        format!(
            "# rent_line.yaml\nrequest:\n  Peer: {{ type: string, format: {format}, doc: A peer. }}\n"
        )
    };
    for family in ["ipv4", "ipv6"] {
        let (bare, network) = (peer(family), peer(&format!("{family}-cidr")));
        assert_eq!(found(&bare, &network), ["format-widened RentLine Peer"]);
        assert_eq!(found(&network, &bare), ["format-narrowed RentLine Peer"]);
    }
}

#[test]
fn what_only_the_server_knows_on_either_side_is_not_compared() {
    let rule = |check: &str| {
        format!(
            "# rent_line.yaml\nrequest:\n  A: {{ type: string, doc: A. }}\n  B: {{ type: string, doc: B. }}\nrules:\n  \
             both:\n    check: {{ {check} }}\n    stage: server\n    text: Something.\n"
        )
    };
    let known = rule("all_or_none: { parameters: [A, B] }");
    let unknown = rule("state: { parameters: [A, B] }");
    let expected = ["server-rule-changed RentLine rules.both"];
    assert_eq!(found(&known, &unknown), expected);
    assert_eq!(found(&unknown, &known), expected);
}

#[test]
fn an_enum_of_another_base_is_told_once() {
    let kind = |base: &str| {
        format!(
            "# types.yaml\nenums:\n  Kind:\n    doc: A kind.\n    base: {base}\n    values:\n      \"1\": {{ doc: One. }}\n\
             # rent_line.yaml\nrequest:\n  Kind: {{ type: Kind, doc: A kind. }}\n"
        )
    };
    let (old, new) = (kind("string"), kind("integer"));
    assert_eq!(found(&old, &new), ["type-changed Kind "]);
}

#[test]
fn an_object_that_gets_a_name_only_moves() {
    let old = "# rent_line.yaml\nrequest:\n  Line: { type: object, in: body, fields: { Note: { type: string, doc: Words. } }, doc: A line. }\n";
    let new = "# types.yaml\nshapes:\n  Line:\n    doc: A line.\n    fields: { Note: { type: string, doc: Words. } }\n\
               # rent_line.yaml\nrequest:\n  Line: { type: Line, in: body, doc: A line. }\n";
    for (old, new) in [(old, new), (new, old)] {
        let report = compare(old, new);
        let kinds: Vec<_> = report
            .findings
            .iter()
            .map(|finding| finding.rule.id())
            .collect();
        assert_eq!(kinds, [""; 0]);
        assert!(!report.moved.is_empty());
    }
}

#[test]
fn a_length_that_counts_something_else_tells_its_limits_too() {
    let note = |length: &str| {
        format!("# rent_line.yaml\nrequest:\n  Note: {{ type: string, {length}, doc: Words. }}\n")
    };
    let old = note("length: [1, 64]");
    let new = note("length: [1, null], length_unit: bytes");
    let report = compare(&old, &new);
    assert_eq!(
        report.findings[0].text(),
        "length counts something else: from `[1, 64] characters` to `[1, null] bytes`"
    );
}
