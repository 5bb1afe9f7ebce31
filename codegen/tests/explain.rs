//! What `explain` says of every kind of name, on specs whose names are as awkward as they come.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use codegen::diagnostic::Code;
use codegen::diff::Rule;
use codegen::diff::catalog::entry;
use support::workspace::{obstacle_course, own_obstacle_course};
use support::{TempDir, expect};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn command(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    command.arg("--root").arg(root).arg("explain").args(words);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

fn run(root: &Path, words: &[&str]) -> Output {
    command(root, words).output().unwrap()
}

/// What is said of a name of the obstacle course.
fn explained(name: &str) -> String {
    let output = run(&obstacle_course(), &[name]);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{name}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

fn headings(text: &str) -> Vec<&str> {
    let kinds = [
        "operation ",
        "parameter ",
        "response field ",
        "rule ",
        "error code ",
    ];
    let lines = text.lines();
    lines
        .filter(|line| kinds.iter().any(|kind| line.starts_with(kind)))
        .filter_map(|line| line.strip_suffix(" of acme-lines"))
        .collect()
}

/// A text without its lines.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_kind_of_name_is_explained() {
    let mut differ = Vec::new();
    for (file, name) in [
        ("problem", "E0203"),
        ("change", "maximum-lowered"),
        ("change-with-mirror-of-its-own", "unit-changed"),
        ("operation", "Result"),
        ("operation-in-a-path", "self"),
        ("parameter", "Checks.narrowed"),
        ("parameter-in-a-list", "nested.list[].asn"),
        ("response-field", "self.Error[].type"),
        ("rule", "Checks.row-port"),
        ("rule-of-the-server", "Result.state"),
        ("error-code", "InvalidIp.Malformed"),
        ("error-alias", "other"),
    ] {
        let file = fixtures().join("explain").join(format!("{file}.txt"));
        if !expect(&file, &explained(name)) {
            differ.push(name);
        }
    }
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn all_kinds_of_a_name_are_shown() {
    assert_eq!(
        headings(&explained("Self")),
        ["parameter Self", "error code Self", "error code quote\"s"]
    );
}

#[test]
fn case_matters_only_where_nothing_matches_exactly() {
    assert_eq!(headings(&explained("empty")), ["operation empty"]);
    let both = explained("EMPTY");
    assert_eq!(headings(&both), ["operation Empty", "operation empty"]);
    assert_eq!(explained("e0203"), explained("E0203"));
    assert_eq!(explained("Maximum-Lowered"), explained("maximum-lowered"));
}

#[test]
fn a_parameter_is_grouped_with_those_that_say_the_same() {
    let root = own_obstacle_course();
    let folder = root.path().join("specs/acme/lines/self-service");
    for name in ["empty", "empty-2"] {
        let file = folder.join(format!("{name}.yaml"));
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, format!("{text}request:\n  token: {{ use: token }}\n")).unwrap();
    }
    let output = run(root.path(), &["token"]);
    let text = String::from_utf8(output.stdout).unwrap();
    // Those two have another source than the third.
    assert_eq!(headings(&text), ["parameter token", "parameter token"]);
    assert!(text.contains("\nIn Result.\n"), "{text}");
    assert!(text.contains("\nIn Empty, empty.\n"), "{text}");
}

#[test]
fn an_unknown_name_ends_with_status_2_and_what_was_probably_meant() {
    for (name, meant) in [
        ("Chekcs", "Checks"),
        ("E0204", "E0104"),
        ("maximum_lowered", "maximum-lowered"),
        ("nested.list[].asm", "nested.list[].asn"),
        ("InvalidIP.Malformd", "InvalidIP.Malformed"),
        ("Checks.row-pork", "Checks.row-port"),
        ("Checks.narowed", "Checks.narrowed"),
    ] {
        let output = run(&obstacle_course(), &[name]);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}: {complaint}");
        let hint = format!("nothing is called `{name}`; did you mean `{meant}`?");
        assert!(complaint.contains(&hint), "{complaint}");
        assert!(output.stdout.is_empty());
    }
    let output = run(&obstacle_course(), &["nothing like this"]);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        complaint.contains("lists the kinds of names"),
        "{complaint}"
    );
}

#[test]
fn problems_and_changes_are_explained_although_specs_are_broken_or_missing() {
    let root = own_obstacle_course();
    fs::write(root.path().join("specs/acme/lines/types.yaml"), "enums: [").unwrap();
    for name in ["E0110", "maximum-lowered"] {
        assert_eq!(run(root.path(), &[name]).status.code(), Some(0), "{name}");
    }
    let output = run(root.path(), &["Checks"]);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{complaint}");
    assert!(complaint.contains("error[E0110]"), "{complaint}");

    let nowhere = TempDir::new();
    let explain = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
        let command = command.args(["explain", name]).current_dir(nowhere.path());
        command.output().unwrap().status.code()
    };
    assert_eq!(explain("E0110"), Some(0));
    assert_eq!(explain("Checks"), Some(2));
}

#[test]
fn every_problem_and_every_change_is_explained() {
    let nowhere = TempDir::new();
    for code in Code::ALL {
        let output = run(nowhere.path(), &[code.id()]);
        assert_eq!(output.status.code(), Some(0), "{code}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(code.title()), "{text}");
    }
    for rule in Rule::ALL.iter().copied() {
        let output = run(nowhere.path(), &[rule.id()]);
        assert_eq!(output.status.code(), Some(0), "{rule}");
        let text = String::from_utf8(output.stdout).unwrap();
        let entry = entry(rule);
        for said in [rule.title(), entry.why, entry.compatible] {
            assert!(words(&text).contains(&words(said)), "{text}");
        }
    }
}

#[test]
fn without_a_name_the_kinds_are_counted() {
    let output = run(&obstacle_course(), &[]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let changes = format!("- {} kinds of change", Rule::ALL.len());
    assert!(text.contains(&changes), "{text}");
    assert!(text.contains("- 5 operations, such as `Checks`"), "{text}");
    assert!(text.contains("- 22 rules of operations"), "{text}");
}

#[test]
fn pages_states_and_disagreements_of_the_real_specs_are_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for (name, told) in [
        ("DescribeBgpPeers", "By number: `PageNumber` counts pages"),
        ("DescribeRouteEntryList", "By a token: `NextToken` takes"),
        ("ListEtDcphy", "By a marker: `marker` takes"),
        ("TerminatePhysicalConnection", "passes through"),
        ("AddEtChannelRoutes", "Where sources disagree"),
        (
            "QuotaExceeded.Bgp",
            "Trying again helps after a change of state.",
        ),
    ] {
        let output = run(root, &[name]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(words(&text).contains(told), "{name}: {text}");
    }
}

#[test]
fn prose_wraps_and_colours_are_for_those_who_see_them() {
    let plain = explained("Checks");
    assert!(plain.lines().all(|line| line.chars().count() <= 100));
    assert!(!plain.contains('\u{1b}'));
    let root = obstacle_course();
    let forced = command(&root, &["Checks"])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    let coloured = String::from_utf8(forced.stdout).unwrap();
    assert!(
        coloured.contains("\u{1b}[1mParameters\u{1b}[0m"),
        "{coloured}"
    );
    let mut refused = command(&root, &["Checks"]);
    let refused = refused.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
    let refused = refused.output().unwrap();
    assert_eq!(String::from_utf8(refused.stdout).unwrap(), plain);
}
