//! What is counted, folded or only noted.

use std::collections::BTreeMap;

use codegen::diff::render::Format;
use codegen::diff::{Bump, Rule, Wire, changelog};
use serde_json::Value;

use crate::{Compared, TEXT};

#[test]
fn words_are_only_counted_unless_asked_for() {
    let compared = Compared::new("", "# rent_line.yaml\nsummary: Rent any line.\n");
    let none = BTreeMap::new();
    let text = compared.render_with(TEXT, false, &none);
    let last = "no findings; 1 change of words only (--words shows them); bump: patch";
    assert_eq!(text.lines().last(), Some(last));
    let shown = compared.render_with(TEXT, true, &none);
    assert!(shown.contains("| summary: Rent any line."), "{shown}");
    assert!(shown.ends_with("\nno findings; 1 change of words only; bump: patch\n"));
    assert_eq!(compared.render_with(Format::Github, false, &none), "");
    let json = compared.render_with(Format::Json, false, &none);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["counts"]["words"], 1);
    assert_eq!(json["words"], Value::Array(Vec::new()));
}

#[test]
fn what_is_approved_is_shown_but_does_not_count_at_its_level() {
    let compared = Compared::fixture("rich");
    let reason = "nobody uses it | `@octocat`\n::error::";
    let approvals = compared.approve(Rule::OperationRemoved, reason);
    assert_eq!(approvals.len(), 1);
    let before = compared.report.count(Wire::Breaking);
    let text = compared.render_with(TEXT, false, &approvals);
    assert!(
        text.contains("approved until 2026-12-31: nobody uses it | `@octocat`\\n::error::\n"),
        "{text}"
    );
    let last = text.lines().next_back().unwrap();
    assert!(
        last.starts_with(&format!("{} breaking, ", before - 1)),
        "{last}"
    );
    assert!(last.contains("; 1 approved; "), "{last}");
    assert_eq!(compared.report.bump(), Bump::Major);
    assert!(last.ends_with("; bump: major"), "{last}");

    let json = compared.render_with(Format::Json, false, &approvals);
    let json: Value = serde_json::from_str(&json).unwrap();
    let findings = json["findings"].as_array().unwrap().iter();
    let approved: Vec<_> = findings
        .filter(|finding| !finding["approved"].is_null())
        .collect();
    assert_eq!(approved.len(), 1);
    assert_eq!(approved[0]["approved"]["reason"], reason);
    assert_eq!(json["counts"]["approved"], 1);

    let github = compared.render_with(Format::Github, false, &approvals);
    let mut lines = github.lines().filter(|line| line.contains("EndLine"));
    assert!(lines.all(|line| line.starts_with("::notice ")), "{github}");

    let markdown = compared.render_with(Format::Markdown, false, &approvals);
    let (open, folded) = markdown.split_once("## Not breaking").unwrap();
    assert!(!open.contains("EndLine") && folded.contains("**Approved** until"));
}

#[test]
fn a_struct_that_only_moved_is_a_note() {
    let fields = "type: object, doc: Line., fields: { Id: { type: string, doc: Id. } }";
    let shape = "# types.yaml\nshapes:\n  Cable: { doc: Line., fields: { Id: { type: string, doc: Id. } } }\n";
    let compared = Compared::new(
        &format!("{shape}# rent_line.yaml\nresponse:\n  Line: {{ type: Cable, doc: Line. }}\n"),
        &format!("# rent_line.yaml\nresponse:\n  Line: {{ {fields} }}\n"),
    );
    let moved = compared.report.moved.first().unwrap();
    let text = compared.render(TEXT);
    assert!(
        text.contains(&format!("note: {moved} has another name in Rust")),
        "{text}"
    );
    assert!(text.ends_with("; bump: major\n"), "{text}");
    let markdown = compared.render(Format::Markdown);
    assert!(
        markdown.contains(&format!("## Notes\n\n- `{moved}` has another")),
        "{markdown}"
    );
    assert!(changelog(&compared.report).contains(&format!("- `{moved}` has")));
    let json: Value = serde_json::from_str(&compared.render(Format::Json)).unwrap();
    assert_eq!(json["moved"][0], moved.as_str());
}

#[test]
fn users_of_a_shared_thing_are_counted_and_the_first_named() {
    let version = |high: u32| {
        let mut text = format!(
            "# types.yaml\nparameters:\n  Hops: {{ type: integer, range: [1, {high}], doc: Hops. }}\n"
        );
        for number in 1..=7 {
            text.push_str(&format!(
                "# op{number}.yaml\noperation: Op{number}\neffect: read\nsummary: Op.\n\
                 source: {{ document: book, section: \"1\" }}\n\
                 http: {{ method: GET, path: /v1/op{number} }}\n\
                 request:\n  Hops: {{ use: Hops }}\nresponse: {{}}\n"
            ));
        }
        text
    };
    let text = Compared::new(&version(9), &version(8)).render(TEXT);
    let heading = "parameter Hops, used by 7 operations: Op1, Op2, Op3, Op4, Op5 and 2 more\n";
    assert!(text.contains(heading), "{text}");
}
