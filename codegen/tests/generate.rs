//! The command line as a user meets it: what is written, what is left alone, and how a run ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::{TempDir, copy_into};

const OPERATION: &str = "specs/acme/lines/self-service/empty.yaml";

/// A workspace with the specs of the obstacle course.
fn workspace() -> TempDir {
    let root = TempDir::new();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/obstacle-course");
    copy_into(&fixture, root.path());
    root
}

fn codegen(root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codegen"))
        .arg("--root")
        .arg(root)
        .args(words)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Contents and times of change of everything below a folder.
fn snapshot(root: &Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    fn visit(
        root: &Path,
        folder: &Path,
        found: &mut BTreeMap<String, (Vec<u8>, std::time::SystemTime)>,
    ) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                let changed = fs::metadata(&path).unwrap().modified().unwrap();
                found.insert(name, (fs::read(&path).unwrap(), changed));
            }
        }
    }
    let mut found = BTreeMap::new();
    visit(root, root, &mut found);
    found
}

fn edit(root: &Path, file: &str, from: &str, to: &str) {
    let path = root.join(file);
    let before = fs::read_to_string(&path).unwrap();
    assert!(before.contains(from), "{file} does not hold {from:?}");
    fs::write(path, before.replace(from, to)).unwrap();
}

#[test]
fn a_second_run_touches_nothing_and_the_check_agrees() {
    let root = workspace();
    assert!(codegen(root.path(), &[]).status.success());
    let first = snapshot(root.path());
    assert!(codegen(root.path(), &["generate"]).status.success());
    assert_eq!(snapshot(root.path()), first);
    let check = codegen(root.path(), &["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
}

#[test]
fn another_folder_and_another_order_of_files_give_the_same_bytes() {
    let (one, two) = (workspace(), workspace());
    // Files that are made anew come in another order from the disk.
    let file = two.path().join(OPERATION);
    let contents = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    fs::write(
        two.path().join("specs/acme/lines/self-service/zzz.yaml"),
        contents,
    )
    .unwrap();
    for root in [&one, &two] {
        assert!(codegen(root.path(), &[]).status.success());
    }
    let bytes = |root: &TempDir| {
        let files = snapshot(&root.path().join("generated"));
        files
            .into_iter()
            .map(|(path, (bytes, _))| (path, bytes))
            .collect::<Vec<_>>()
    };
    assert_eq!(bytes(&one), bytes(&two));
}

#[test]
fn one_line_of_doc_changes_only_the_files_that_show_it() {
    let root = workspace();
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
fn the_validity_of_signatures_reaches_the_table() {
    let root = workspace();
    edit(
        root.path(),
        "specs/acme/lines/service.yaml",
        "sdk_hmac_sha256: {}",
        "bce_auth_v1: { expiration_seconds: 60 }",
    );
    assert!(codegen(root.path(), &[]).status.success());
    let table = fs::read_to_string(root.path().join("generated/acme-lines/src/service.rs"));
    assert!(table.unwrap().contains("signature_seconds: 60,"));
}

#[test]
fn a_run_with_errors_leaves_everything_as_it_was() {
    let root = workspace();
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
    let root = workspace();
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
fn lint_tells_findings_from_usage_and_filters_by_path() {
    let root = workspace();
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
    let root = workspace();
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
    let root = workspace();
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

#[test]
fn a_vendored_crate_is_a_faithful_copy_until_it_is_changed() {
    let root = workspace();
    let elsewhere = TempDir::new();
    let folder = elsewhere.path().join("vendored");
    let name = folder.display().to_string();
    let vendor = |words: &[&str]| {
        codegen(
            root.path(),
            &[&["vendor", "acme-lines", &name], words].concat(),
        )
    };
    assert_eq!(
        vendor(&["--check"]).status.code(),
        Some(1),
        "nothing is there yet"
    );
    assert_eq!(vendor(&[]).status.code(), Some(0));
    assert_eq!(vendor(&["--check"]).status.code(), Some(0));
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let outside = ["workspace", "{ path", "\"../", "\"/"];
    assert!(
        !outside.iter().any(|word| manifest.contains(word)),
        "{manifest}"
    );
    fs::write(folder.join("src/lib.rs"), "// changed").unwrap();
    let drifted = vendor(&["--check"]);
    assert_eq!(drifted.status.code(), Some(1));
    assert!(text(&drifted.stdout).contains("src/lib.rs"));
    assert_eq!(vendor(&[]).status.code(), Some(0));
    assert_eq!(vendor(&["--check"]).status.code(), Some(0));
}

#[test]
fn vendor_refuses_a_folder_that_holds_something_else() {
    let root = workspace();
    let elsewhere = TempDir::new();
    fs::write(elsewhere.path().join("precious.txt"), "mine").unwrap();
    let run = codegen(
        root.path(),
        &[
            "vendor",
            "acme-lines",
            &elsewhere.path().display().to_string(),
        ],
    );
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
}

#[test]
fn the_runtime_in_a_generated_crate_equals_its_source() {
    let root = workspace();
    assert!(codegen(root.path(), &[]).status.success());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src/runtime");
    let copies = snapshot(&root.path().join("generated/acme-lines/src/runtime"));
    assert!(copies.len() > 30, "{}", copies.len());
    for (path, (bytes, _)) in copies {
        let original = fs::read_to_string(source.join(&path)).unwrap();
        let copy = text(&bytes);
        if path.ends_with("mod.rs") {
            // Declarations of modules that the crate does not need are left out, and nothing else.
            let mut lines = original.lines();
            assert!(
                copy.lines().all(|line| lines.any(|other| other == line)),
                "{path}"
            );
        } else {
            assert_eq!(copy, original, "{path}");
        }
    }
}

#[test]
fn a_run_that_remembers_the_last_one_still_sees_every_change() {
    let root = workspace();
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
