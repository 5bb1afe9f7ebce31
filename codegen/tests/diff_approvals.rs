//! Changes that are approved, and approvals that are not as they should be.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::process::{Command, Output};

use support::repository::{Repository, code, err, out, word};

const FILE: &str = "specs/approved-changes.yaml";
const FIRST_LINE: &str = "# yaml-language-server: $schema=schema/approved-changes.json\n";
const OLD: &str = "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], doc: Hops. }\n  Speed: { type: integer, range: [1, 255], doc: Speed. }\n";
const NEW: &str = "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 100], doc: Hops. }\n  Speed: { type: integer, range: [1, 100], doc: Speed. }\n";
/// Noon of 2026-07-01.
const TODAY: &str = "1782907200";

struct Case {
    repository: Repository,
    /// Of the lowered maximum of `Hops` and of `Speed`.
    findings: [String; 2],
}

impl Case {
    fn new() -> Self {
        let repository = Repository::new();
        repository.commit_version(OLD);
        repository.lay(NEW);
        let json = out(&repository.diff(&["main", "--format", "json"]));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let finding = |name: &str| {
            let findings = json["findings"].as_array().unwrap();
            let found = findings
                .iter()
                .find(|finding| finding.to_string().contains(name));
            found.unwrap()["fingerprint"].as_str().unwrap().to_owned()
        };
        let findings = [finding("Hops"), finding("Speed")];
        Self {
            repository,
            findings,
        }
    }

    fn approve(&self, entries: &str) {
        let text = format!("{FIRST_LINE}approved:\n{entries}");
        self.repository.write(FILE, &text);
    }

    fn gate(&self) -> Output {
        let mut command = self.repository.command();
        command.args(["main", "--fail-on", "breaking"]);
        self.repository.run(command.env("SOURCE_DATE_EPOCH", TODAY))
    }
}

fn entry(finding: &str, rest: &str) -> String {
    let entry = format!(
        "  - finding: \"{finding}\"\n    rule: maximum-lowered\n    reason: It never worked.\n{rest}"
    );
    if rest.contains("expires") {
        return entry;
    }
    entry + "    expires: 2026-12-31\n"
}

fn lint(repository: &Repository, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codegen"))
        .arg("--root")
        .arg(repository.root())
        .arg("lint")
        .args(words)
        .output()
        .unwrap()
}

#[test]
fn what_is_approved_does_not_fail_and_is_shown_with_its_reason() {
    let case = Case::new();
    let [hops, speed] = &case.findings;
    assert_eq!(code(&case.gate()), 1);
    case.approve(&entry(hops, "    about: RentLine Hops\n"));
    let output = case.gate();
    assert_eq!(code(&output), 1, "the other one is left");
    assert!(
        err(&output).contains("1 change does not pass"),
        "{}",
        err(&output)
    );
    // The last day counts.
    case.approve(&(entry(hops, "    expires: 2026-07-01\n") + &entry(speed, "")));
    let output = case.gate();
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    assert_eq!(out(&output).matches("It never worked.").count(), 2);
    // The digits stay when words around the change are edited.
    case.repository
        .lay(&NEW.replace("doc: Hops.", "doc: Number of hops."));
    assert_eq!(code(&case.gate()), 0);
    // They go when the change becomes another one.
    case.repository
        .lay(&NEW.replace("range: [1, 100], doc: Hops.", "range: [1, 99], doc: Hops."));
    assert_eq!(code(&case.gate()), 1);
    assert_eq!(code(&lint(&case.repository, &[])), 0);
}

#[test]
fn only_the_new_side_approves() {
    let case = Case::new();
    let [hops, speed] = &case.findings;
    case.approve(&(entry(hops, "") + &entry(speed, "")));
    case.repository.commit();
    let back = case
        .repository
        .diff(&["HEAD", "HEAD~1", "--fail-on", "any"]);
    assert_eq!(code(&back), 1);
    let there = case
        .repository
        .diff(&["HEAD~1", "HEAD", "--fail-on", "any"]);
    assert_eq!((code(&there), err(&there)), (0, String::new()));
    // In a folder of specs they stand at the same place.
    let specs = case.repository.root().join("specs");
    let folder = case
        .repository
        .diff(&["HEAD~1", word(&specs), "--fail-on", "any"]);
    assert_eq!((code(&folder), err(&folder)), (0, String::new()));
}

#[test]
fn an_approval_of_nothing_is_stale() {
    let case = Case::new();
    let [hops, speed] = &case.findings;
    case.approve(&(entry(hops, "") + &entry(speed, "") + &entry("0123456789ab", "")));
    for words in [&["main"][..], &["main", "--fail-on", "any"]] {
        let output = case.repository.diff(words);
        assert_eq!(code(&output), 1);
        assert!(err(&output).contains(
            "error[E0703]: the approval of `0123456789ab` is stale: it matches nothing any more"
        ));
        assert!(
            err(&output).contains("specs/approved-changes.yaml:11:14"),
            "{}",
            err(&output)
        );
        assert!(err(&output).contains("help: remove it"));
    }
    let output = case.repository.diff(&["main", "--format", "github"]);
    assert_eq!(code(&output), 1);
    assert!(
        out(&output).contains("::error file=specs/approved-changes.yaml,line=11,"),
        "{}",
        out(&output)
    );
    // What landed needs no approval any more.
    case.repository.commit();
    let output = case.repository.diff(&["main"]);
    assert_eq!(code(&output), 1);
    assert_eq!(err(&output).matches("E0703").count(), 3);
    // Entries for a changelog have nothing to do with that.
    let output = case.repository.diff(&["main", "--changelog"]);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
}

#[test]
fn an_approval_that_has_expired_does_not_count() {
    let case = Case::new();
    let [hops, speed] = &case.findings;
    case.approve(&(entry(hops, "    expires: 2026-06-30\n") + &entry(speed, "")));
    let output = case.gate();
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("error[E0704]: "), "{}", err(&output));
    assert!(
        err(&output).contains("specs/approved-changes.yaml:6:14"),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("today is 2026-07-01"));
    assert!(err(&output).contains("1 change does not pass"));
    // It fails although nobody asked for a level.
    let mut command = case.repository.command();
    let output = case
        .repository
        .run(command.arg("main").env("SOURCE_DATE_EPOCH", TODAY));
    assert_eq!(code(&output), 1);
    // A day before, it was good.
    let mut command = case.repository.command();
    let output = case
        .repository
        .run(command.arg("main").env("SOURCE_DATE_EPOCH", "1782820800"));
    assert_eq!(code(&output), 0, "{}", err(&output));
    let mut command = case.repository.command();
    let output = case
        .repository
        .run(command.arg("main").env("SOURCE_DATE_EPOCH", "noon"));
    assert_eq!(code(&output), 2, "{}", err(&output));
}

#[test]
fn an_approval_of_another_kind_does_not_count() {
    let case = Case::new();
    let [hops, speed] = &case.findings;
    let wrong = entry(hops, "").replace("maximum-lowered", "minimum-raised");
    case.approve(&(wrong + &entry(speed, "")));
    let output = case.gate();
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("error[E0705]: "), "{}", err(&output));
    assert!(
        err(&output).contains("specs/approved-changes.yaml:4:11"),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("1 change does not pass"));
}

#[test]
fn a_file_with_mistakes_is_reported_by_place() {
    let case = Case::new();
    let hops = case.findings.first().unwrap();
    let good = entry(hops, "");
    let cases = [
        (
            good.replace("    reason: It never worked.\n", ""),
            "E0116",
            "3:5",
        ),
        (good.replace("It never worked.", "\"  \""), "E0701", "5:13"),
        (
            good.replace("maximum-lowered", "maximum-lowerd"),
            "E0701",
            "4:11",
        ),
        (good.replace(hops, "0123456789AB"), "E0701", "3:14"),
        (good.replace(hops, "0123"), "E0701", "3:14"),
        (
            good.replace(&format!("\"{hops}\""), "123456789012"),
            "E0117",
            "3:14",
        ),
        (good.replace("2026-12-31", "2026-02-30"), "E0701", "6:14"),
        (good.replace("2026-12-31", "tomorrow"), "E0701", "6:14"),
        (good.replace("expires", "expire"), "E0115", "6:5"),
        (
            good.replace("    expires: 2026-12-31\n", ""),
            "E0116",
            "3:5",
        ),
        (good.clone() + &good, "E0702", "7:14"),
        ("  - 7\n".to_owned(), "E0117", "3:5"),
        ("  - {\n".to_owned(), "E0110", "3:5"),
    ];
    for (entries, error, place) in cases {
        case.approve(&entries);
        let place = format!("{FILE}:{place}");
        for output in [
            case.gate(),
            lint(&case.repository, &[]),
            lint(&case.repository, &[FILE]),
        ] {
            let said = out(&output) + &err(&output);
            assert!(
                said.contains(error) && said.contains(&place),
                "{entries}{said}"
            );
        }
        assert_eq!(code(&case.gate()), 3, "{entries}");
        assert_eq!(out(&case.gate()), "");
        assert_eq!(code(&lint(&case.repository, &[])), 1);
        assert_eq!(code(&lint(&case.repository, &["specs/acme"])), 0);
    }
    case.repository.write(FILE, "approved: []\n");
    assert!(out(&lint(&case.repository, &[])).contains("E0108"));
    case.repository
        .write(FILE, &format!("{FIRST_LINE}approved: []\n"));
    assert_eq!(code(&lint(&case.repository, &[])), 0);
    assert_eq!(code(&case.repository.diff(&["main"])), 0);
}

#[test]
fn a_misspelt_file_is_no_file_of_approvals() {
    let case = Case::new();
    case.repository
        .write("specs/approved-change.yaml", FIRST_LINE);
    let output = case.gate();
    assert_eq!(code(&output), 3);
    assert!(err(&output).contains("E0103"), "{}", err(&output));
}
