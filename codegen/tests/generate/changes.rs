//! What a run changes on disk, and what it leaves alone.

use std::fs;

use crate::support::workspace::{codegen, edit, own_obstacle_course, text};
use crate::{OPERATION, snapshot};

#[test]
fn a_second_run_touches_nothing_and_the_check_agrees() {
    let root = own_obstacle_course();
    assert!(codegen(root.path(), &[]).status.success());
    let first = snapshot(root.path());
    assert!(codegen(root.path(), &["generate"]).status.success());
    assert_eq!(snapshot(root.path()), first);
    let check = codegen(root.path(), &["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
}

#[test]
fn one_line_of_doc_changes_only_the_files_that_show_it() {
    let root = own_obstacle_course();
    assert!(codegen(root.path(), &[]).status.success());
    edit(
        root.path(),
        "specs/acme/lines/async/result.yaml",
        "doc: A header.",
        "doc: A header of ours.",
    );
    let check = codegen(root.path(), &["generate", "--check"]);
    assert_eq!(check.status.code(), Some(1));
    let named: Vec<_> = text(&check.stdout)
        .lines()
        .filter_map(|line| line.strip_prefix("change  "))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        named,
        [
            "generated/acme-lines/docs/async/result.md",
            "generated/acme-lines/src/operation/result.rs",
        ]
    );
    let before = snapshot(root.path());
    assert!(codegen(root.path(), &[]).status.success());
    let after = snapshot(root.path());
    let touched: Vec<_> = after
        .iter()
        .filter(|(path, file)| before.get(*path) != Some(file))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(touched, named.iter().collect::<Vec<_>>());
}

#[test]
fn a_run_with_errors_leaves_everything_as_it_was() {
    let root = own_obstacle_course();
    assert!(codegen(root.path(), &[]).status.success());
    edit(root.path(), OPERATION, "effect: write", "efect: write");
    let before = snapshot(root.path());
    let run = codegen(root.path(), &[]);
    assert_eq!(run.status.code(), Some(1));
    let message = text(&run.stderr);
    assert!(message.contains(&format!("{OPERATION}:3:1")), "{message}");
    assert!(message.contains("did you mean `effect`?"), "{message}");
    assert_eq!(snapshot(root.path()), before);
}

#[test]
fn an_operation_that_is_gone_takes_its_files_with_it_and_a_strangers_file_stays() {
    let root = own_obstacle_course();
    assert!(codegen(root.path(), &[]).status.success());
    let stranger = root.path().join("generated/acme-lines/src/notes.txt");
    fs::write(&stranger, "mine").unwrap();
    fs::remove_file(
        root.path()
            .join("specs/acme/lines/self-service/empty-2.yaml"),
    )
    .unwrap();
    let check = codegen(root.path(), &["generate", "--check"]);
    assert_eq!(check.status.code(), Some(1));
    let report = text(&check.stdout);
    assert!(
        report.contains("remove  generated/acme-lines/src/operation/empty_2.rs"),
        "{report}"
    );
    assert!(
        report.contains("unknown generated/acme-lines/src/notes.txt"),
        "{report}"
    );
    assert!(codegen(root.path(), &[]).status.success());
    assert!(
        !root
            .path()
            .join("generated/acme-lines/src/operation/empty_2.rs")
            .exists()
    );
    assert_eq!(fs::read_to_string(stranger).unwrap(), "mine");
}

#[test]
fn a_run_that_remembers_the_last_one_still_sees_every_change() {
    let root = own_obstacle_course();
    fs::create_dir(root.path().join("target")).unwrap();
    assert!(codegen(root.path(), &[]).status.success());
    let second = codegen(root.path(), &[]);
    assert_eq!(text(&second.stdout), "everything is up to date\n");
    let generated = root.path().join("generated/acme-lines/src/lib.rs");
    let original = fs::read(&generated).unwrap();
    fs::write(&generated, "// changed by hand").unwrap();
    assert!(codegen(root.path(), &[]).status.success());
    assert_eq!(fs::read(&generated).unwrap(), original);
    fs::remove_file(&generated).unwrap();
    assert!(codegen(root.path(), &[]).status.success());
    assert_eq!(fs::read(&generated).unwrap(), original);
    edit(root.path(), OPERATION, "comes out.", "comes back.");
    let report = codegen(root.path(), &[]);
    assert!(text(&report.stdout).contains("change  generated/acme-lines/src/operation/empty.rs"));
    edit(root.path(), OPERATION, "summary", "sumary");
    assert_eq!(codegen(root.path(), &[]).status.code(), Some(1));
}
