//! Words on the command line, and how a run ends.

use std::fs;
use std::process::Command;

use crate::OPERATION;
use crate::support::workspace::{codegen, edit, own_obstacle_course, text};

#[test]
fn lint_tells_findings_from_usage_and_filters_by_path() {
    let root = own_obstacle_course();
    let clean = codegen(root.path(), &["lint"]);
    assert_eq!(clean.status.code(), Some(0), "{}", text(&clean.stdout));
    edit(root.path(), OPERATION, "document: sdk", "document: sdkk");
    let found = codegen(root.path(), &["lint"]);
    assert_eq!(found.status.code(), Some(1));
    assert!(text(&found.stdout).contains("did you mean `sdk`?"));
    let elsewhere = codegen(root.path(), &["lint", "specs/acme/lines/async"]);
    assert_eq!(elsewhere.status.code(), Some(0));
    let nowhere = codegen(root.path(), &["lint", "specs/acme/lines/asynk"]);
    assert_eq!(nowhere.status.code(), Some(2));
    let json = codegen(root.path(), &["lint", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json[0]["code"], "E0201");
    assert_eq!(json[0]["file"], OPERATION);
    let github = codegen(root.path(), &["lint", "--format", "github"]);
    assert!(
        text(&github.stdout).starts_with("::error file=specs/acme/lines/self-service/empty.yaml,")
    );
}

#[test]
fn wrong_words_on_the_command_line_are_usage() {
    let root = own_obstacle_course();
    assert_eq!(codegen(root.path(), &["generat"]).status.code(), Some(2));
    assert_eq!(
        codegen(root.path(), &["vendor", "acme-line", "x"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        codegen(root.path(), &["inspect", "--json", "--provider", "acmee"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        codegen(&root.path().join("absent"), &[]).status.code(),
        Some(2)
    );
}

#[test]
fn the_workspace_is_found_upwards_and_specs_that_are_empty_are_an_error() {
    let root = own_obstacle_course();
    let run = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(["generate", "--check"])
        .current_dir(root.path().join("specs/acme/lines"))
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1), "{}", text(&run.stderr));
    assert!(text(&run.stdout).contains("add     generated/acme-lines/Cargo.toml"));
    fs::write(root.path().join(OPERATION), "").unwrap();
    let empty = codegen(root.path(), &[]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(text(&empty.stderr).contains("empty.yaml"));
}
