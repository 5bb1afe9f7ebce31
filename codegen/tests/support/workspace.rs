//! Workspaces whose specs are as awkward as they come, and `codegen` run on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::{TempDir, copy_into};

/// The obstacle course, for tests that only read it.
pub(crate) fn obstacle_course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/obstacle-course")
}

/// A copy of the obstacle course, for tests that write.
pub(crate) fn own_obstacle_course() -> TempDir {
    let root = TempDir::new();
    copy_into(&obstacle_course(), root.path());
    root
}

/// `codegen` on a workspace.
pub(crate) fn codegen(root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codegen"))
        .arg("--root")
        .arg(root)
        .args(words)
        .output()
        .unwrap()
}

/// What a run prints, which must succeed.
pub(crate) fn printed(root: &Path, words: &[&str]) -> String {
    let output = codegen(root, words);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {complaint}");
    text(&output.stdout)
}

/// What a program wrote.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Puts something else in the place of what a file holds once.
pub(crate) fn edit(root: &Path, file: &str, from: &str, to: &str) {
    let path = root.join(file);
    let before = fs::read_to_string(&path).unwrap();
    let times = before.matches(from).count();
    assert_eq!(times, 1, "{file} must hold {from:?} once");
    fs::write(path, before.replace(from, to)).unwrap();
}
