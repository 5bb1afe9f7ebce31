#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;

use super::*;

const TEXT: Format = Format::Text { color: false };

fn span(file: FileId, start: usize, end: usize) -> Span {
    Span { file, start, end }
}

#[test]
fn every_code_has_an_id_of_its_own() {
    let ids: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(ids.len(), Code::ALL.len());
    for code in Code::ALL {
        let id = code.id();
        assert!(
            id.len() == 5 && (id.starts_with('E') || id.starts_with('W')),
            "{id}"
        );
        assert!(id[1..].bytes().all(|byte| byte.is_ascii_digit()), "{id}");
        assert!(
            !code.title().is_empty() && !code.explanation().is_empty(),
            "{id}"
        );
        assert_eq!(Code::find(&id.to_lowercase()), Some(*code));
        assert_eq!(code.to_string(), id);
    }
    assert_eq!(Code::find("E9999"), None);
}

#[test]
fn positions_count_characters_and_survive_any_offset() {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml".to_owned(), "ab\n线路: x\r\n\n".to_owned());
    assert_eq!(sources.position(file, 0), (1, 1));
    assert_eq!(sources.position(file, 2), (1, 3));
    assert_eq!(sources.position(file, 3), (2, 1));
    assert_eq!(sources.position(file, 4), (2, 1), "inside a character");
    assert_eq!(sources.position(file, 6), (2, 2));
    assert_eq!(sources.position(file, 9), (2, 3));
    assert_eq!(sources.position(file, 15), (4, 1));
    assert_eq!(sources.position(file, usize::MAX), (4, 1));
    let mut others = Sources::default();
    assert_eq!(others.position(file, 7), (1, 1));
    assert_eq!((others.path(file), others.text(file)), ("", ""));
    let empty = others.add("b".to_owned(), String::new());
    assert_eq!(others.position(empty, 0), (1, 1));
}

#[test]
fn suggestions_are_near_and_always_the_same() {
    let keys = ["required", "range", "Range", "request", "doc", "default"];
    assert_eq!(did_you_mean("requierd", keys), Some("required"));
    assert_eq!(did_you_mean("RANGE", ["rage", "range"]), Some("range"));
    assert_eq!(
        did_you_mean("page-number", ["marker", "page_number"]),
        Some("page_number")
    );
    // Of two that are equally near, the first in the alphabet, in whatever order they come.
    assert_eq!(did_you_mean("cat", ["rat", "bat"]), Some("bat"));
    assert_eq!(did_you_mean("cat", ["bat", "rat"]), Some("bat"));
    assert_eq!(did_you_mean("colour", keys), None);
    assert_eq!(did_you_mean("a", ["b", "of"]), None);
    assert_eq!(did_you_mean("", ["a"]), None);
    assert_eq!(
        did_you_mean("doc", ["doc"]),
        None,
        "the word itself is no suggestion"
    );
}

#[test]
fn problems_are_sorted_and_each_is_told_once() {
    let mut sources = Sources::default();
    // Read in another order than that of the paths.
    let second = sources.add("b.yaml".to_owned(), "one: 1\ntwo: 2\n".to_owned());
    let first = sources.add("a.yaml".to_owned(), "one: 1\n".to_owned());
    let problem = |file, start: usize| {
        Diagnostic::error(
            Code::UnknownKey,
            span(file, start, start + 3),
            "unknown key",
        )
    };
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend([
        problem(second, 7),
        problem(second, 0),
        problem(first, 0),
        problem(second, 7),
    ]);
    diagnostics.push(Diagnostic::warning(
        Code::UnknownKey,
        span(second, 0, 3),
        "odd key",
    ));
    let places: Vec<(&str, usize)> = diagnostics
        .sorted(&sources)
        .iter()
        .map(|item| (sources.path(item.span().file), item.span().start))
        .collect();
    assert_eq!(
        places,
        [("a.yaml", 0), ("b.yaml", 0), ("b.yaml", 0), ("b.yaml", 7)]
    );
    let text = diagnostics.render(&sources, TEXT);
    assert!(
        text.ends_with("\nerror: 3 problems and 1 warning in 2 files\n"),
        "{text}"
    );

    let warnings: Diagnostics = diagnostics
        .into_iter()
        .filter(|item| item.severity() == Severity::Warning)
        .collect();
    assert!(!warnings.has_errors());
    assert!(
        warnings
            .render(&sources, TEXT)
            .ends_with("\nwarning: 1 warning in 1 file\n")
    );
}

/// Two files, a label, a long value, a help and a replacement.
fn rich() -> (Sources, Diagnostics) {
    let mut sources = Sources::default();
    let operation = "request:\n  Vlan:\n    use: VlanID\n    doc: |\n      Long\n      text\n";
    let file = sources.add("op.yaml".to_owned(), operation.to_owned());
    let types = sources.add(
        "types.yaml".to_owned(),
        "parameters:\n  VlanId: {}\n".to_owned(),
    );
    let start = operation.find("VlanID").unwrap();
    let request = operation.find("Vlan:").unwrap();
    let problem = Diagnostic::error(
        Code::UnknownKey,
        span(file, start, start + 6),
        "no parameter is called `VlanID`",
    )
    .label("not found")
    .also(span(types, 14, 20), "this one is")
    .also(span(file, request, operation.len()), "used here")
    .help("shared parameters stand in types.yaml")
    .help("did you mean `VlanId`?")
    .replace("VlanId");
    (sources, [problem].into_iter().collect())
}

#[test]
fn text_shows_all_places_and_the_cure() {
    let (sources, diagnostics) = rich();
    let expected = "\
error[E0115]: no parameter is called `VlanID`
 --> op.yaml:3:10
  |
2 |   Vlan:
  |   ----- used here
3 |     use: VlanID
  |          ^^^^^^ not found
  |
 ::: types.yaml:2:3
  |
2 |   VlanId: {}
  |   ------ this one is
  |
  = help: shared parameters stand in types.yaml
help: did you mean `VlanId`?
  |
3 -     use: VlanID
3 +     use: VlanId
  |

error: 1 problem in 1 file
";
    assert_eq!(diagnostics.render(&sources, TEXT), expected);
    let colored = diagnostics.render(&sources, Format::Text { color: true });
    assert!(colored.contains("\u{1b}["));
}

#[test]
fn json_tells_everything() {
    let (sources, diagnostics) = rich();
    let json: serde_json::Value =
        serde_json::from_str(&diagnostics.render(&sources, Format::Json)).unwrap();
    let expected = serde_json::json!([{
        "code": "E0115",
        "severity": "error",
        "message": "no parameter is called `VlanID`",
        "file": "op.yaml",
        "line": 3,
        "column": 10,
        "end_line": 3,
        "end_column": 16,
        "label": "not found",
        "help": "shared parameters stand in types.yaml\ndid you mean `VlanId`?",
        "replacement": "VlanId",
        "related": [
            {
                "message": "this one is",
                "file": "types.yaml",
                "line": 2,
                "column": 3,
                "end_line": 2,
                "end_column": 9,
            },
            {
                "message": "used here",
                "file": "op.yaml",
                "line": 2,
                "column": 3,
                "end_line": 6,
                "end_column": 11,
            },
        ],
    }]);
    assert_eq!(json, expected);
}

#[test]
fn github_commands_are_escaped() {
    let mut sources = Sources::default();
    let file = sources.add("a,b:c%.yaml".to_owned(), "x: 1\n".to_owned());
    let message = "100% of\r\nthe ::error, with: all";
    let problem = Diagnostic::warning(Code::Syntax, span(file, 3, 4), message).help("50%");
    let diagnostics: Diagnostics = [problem].into_iter().collect();
    assert_eq!(
        diagnostics.render(&sources, Format::Github),
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=4,title=E0110\
         ::100%25 of%0D%0Athe ::error, with: all%0Ahelp: 50%25\n"
    );
    let (sources, diagnostics) = rich();
    assert_eq!(
        diagnostics.render(&sources, Format::Github),
        "::error file=op.yaml,line=3,col=10,title=E0115::no parameter is called `VlanID`%0Anot found\
         %0Atypes.yaml:2:3: this one is%0Aop.yaml:2:3: used here\
         %0Ahelp: shared parameters stand in types.yaml%0Ahelp: did you mean `VlanId`?\n"
    );
}

#[test]
fn spans_that_make_no_sense_are_rendered_all_the_same() {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml".to_owned(), "线: \"x\n\n".to_owned());
    let mut others = Sources::default();
    others.add("1".to_owned(), String::new());
    let missing = others.add("2".to_owned(), String::new());
    for (start, end) in [
        (0, 1),
        (1, 2),
        (5, 3),
        (0, 999),
        (999, 1000),
        (7, 7),
        (9, 9),
    ] {
        let problem = Diagnostic::error(Code::Syntax, span(file, start, end), "odd")
            .also(span(missing, start, end), "odder")
            .also(span(file, end, start), "oddest")
            .replace("\u{1b}[31m\n");
        let diagnostics: Diagnostics = [problem].into_iter().collect();
        for format in [TEXT, Format::Json, Format::Github] {
            let text = diagnostics.render(&sources, format);
            assert!(!text.is_empty() && !text.contains('\u{1b}'));
        }
    }
}
