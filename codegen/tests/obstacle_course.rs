//! Specs whose names and texts are as awkward as they come are generated, and what comes out is
//! compiled, linted, documented and run. The crate stands in a folder of its own, so this also
//! proves that a copy needs nothing of the workspace.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::path::Path;
use std::process::Command;

use support::TempDir;
use support::workspace::{own_obstacle_course, printed};

/// Generates the crate into a folder of its own.
fn generated() -> TempDir {
    let root = own_obstacle_course();
    printed(root.path(), &[]);
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    std::fs::copy(lock, root.path().join("generated/acme-lines/Cargo.lock")).unwrap();
    root
}

/// Runs cargo on the generated crate. Everything that it needs has been fetched for the workspace.
fn cargo(root: &Path, words: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(words)
        .args([
            "--offline",
            "--no-default-features",
            "--features",
            "async,self-service,std-clock,getrandom",
        ])
        .current_dir(root.join("generated/acme-lines"))
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("obstacle-course"),
        )
        .env("RUSTFLAGS", "-Dwarnings")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo {words:?} failed:\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn awkward_specs_give_a_crate_that_compiles_tests_and_documents_itself() {
    let root = generated();
    cargo(root.path(), &["test", "--lib", "--tests"]);
    cargo(root.path(), &["doc", "--no-deps"]);
}
