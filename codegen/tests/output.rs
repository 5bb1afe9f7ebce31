//! Files are written all or not at all, and nothing is touched that does not have to be.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "support/disk.rs"]
mod disk;
mod support;

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use codegen::output::{Changes, compare, write};
use disk::{Thing, output, put, snapshot};
use support::TempDir;

fn paths(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

const FIRST: &[(&str, &str)] = &[
    ("generated/a/src/lib.rs", "lib"),
    ("generated/a/src/old/one.rs", "one"),
    ("generated/b.txt", "b"),
    ("specs/schema/types.json", "{}"),
];

/// A root in which `FIRST` was written.
fn written() -> TempDir {
    let root = TempDir::new();
    write(root.path(), &output(FIRST)).unwrap();
    root
}

#[test]
fn what_was_written_is_there_and_writing_again_changes_nothing() {
    let root = TempDir::new();
    let output = output(FIRST);
    let expected = Changes {
        added: paths(&[
            "generated/FILES",
            "generated/a/src/lib.rs",
            "generated/a/src/old/one.rs",
            "generated/b.txt",
            "specs/schema/types.json",
        ]),
        ..Changes::default()
    };
    assert_eq!(compare(root.path(), &output).unwrap(), expected);
    assert!(snapshot(root.path()).is_empty());
    assert_eq!(write(root.path(), &output).unwrap(), expected);

    let before = snapshot(root.path());
    for (path, bytes) in output.iter() {
        assert_eq!(fs::read(root.path().join(path)).unwrap(), bytes);
    }
    let list = fs::read_to_string(root.path().join("generated/FILES")).unwrap();
    let listed: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        listed,
        output.iter().map(|(path, _)| path).collect::<Vec<_>>()
    );

    assert!(compare(root.path(), &output).unwrap().is_empty());
    assert!(write(root.path(), &output).unwrap().is_empty());
    assert_eq!(snapshot(root.path()), before);
}

#[test]
fn only_what_differs_is_touched_and_what_is_stale_goes() {
    let root = written();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for (path, _) in FIRST {
        let file = File::options()
            .write(true)
            .open(root.path().join(path))
            .unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let next = output(&[
        ("generated/a/src/lib.rs", "lib"),
        ("generated/b.txt", "B"),
        ("generated/c/d/e.txt", "e"),
        ("specs/schema/types.json", "{}"),
    ]);
    let changes = write(root.path(), &next).unwrap();
    assert_eq!(changes.added, ["generated/c/d/e.txt"]);
    assert_eq!(changes.changed, ["generated/FILES", "generated/b.txt"]);
    assert_eq!(changes.removed, ["generated/a/src/old/one.rs"]);
    let after = snapshot(root.path());
    let modified = |path: &str| match &after[path] {
        Thing::File(_, time) => *time,
        other => panic!("{other:?}"),
    };
    assert_eq!(modified("/generated/a/src/lib.rs"), long_ago);
    assert_eq!(modified("/specs/schema/types.json"), long_ago);
    assert!(modified("/generated/b.txt") > long_ago);
    // The folder of the stale file is gone, and nothing else is left behind.
    let names: Vec<&str> = after.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "/generated",
            "/generated/FILES",
            "/generated/a",
            "/generated/a/src",
            "/generated/a/src/lib.rs",
            "/generated/b.txt",
            "/generated/c",
            "/generated/c/d",
            "/generated/c/d/e.txt",
            "/specs",
            "/specs/schema",
            "/specs/schema/types.json",
        ]
    );
}

#[test]
fn files_of_others_are_reported_and_kept() {
    let root = written();
    put(root.path(), "generated/a/notes.txt", "mine");
    put(root.path(), "generated/a/src/old/two.rs", "mine");
    put(root.path(), "generated/a/target/debug/x", "cargo's");
    put(root.path(), "generated/a/Cargo.lock", "cargo's");
    put(root.path(), "specs/schema/other.json", "not looked at");
    let next = output(&[("generated/b.txt", "b")]);
    let changes = compare(root.path(), &next).unwrap();
    assert_eq!(
        changes.unknown,
        ["generated/a/notes.txt", "generated/a/src/old/two.rs"]
    );
    assert_eq!(
        changes.removed,
        [
            "generated/a/src/lib.rs",
            "generated/a/src/old/one.rs",
            "specs/schema/types.json",
        ]
    );
    assert_eq!(write(root.path(), &next).unwrap(), changes);
    for kept in [
        "a/notes.txt",
        "a/src/old/two.rs",
        "a/target/debug/x",
        "a/Cargo.lock",
    ] {
        assert!(root.path().join("generated").join(kept).exists(), "{kept}");
    }
    assert!(root.path().join("specs/schema/other.json").exists());
    let again = compare(root.path(), &next).unwrap();
    assert!(!again.needs_writing() && !again.is_empty());
}

/// Writing fails for the last file, after everything else was replaced; nothing may have changed.
fn fails_without_a_trace(root: &Path, last: (&str, &str)) {
    let mut next = output(&[
        ("generated/a/src/lib.rs", "changed"),
        ("generated/b.txt", "changed"),
        ("generated/new/folder/file.txt", "new"),
        ("specs/schema/types.json", "changed"),
    ]);
    next.insert(last.0, last.1).unwrap();
    let before = snapshot(root);
    let error = write(root, &next).unwrap_err();
    assert!(error.to_string().contains(last.0), "{error}");
    assert_eq!(snapshot(root), before);
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let root = written();
    put(root.path(), "generated/zzz/mine.txt", "mine");
    fails_without_a_trace(root.path(), ("generated/zzz", "file"));
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    let root = written();
    put(root.path(), "generated/zzz", "mine");
    fails_without_a_trace(root.path(), ("generated/zzz/file.txt", "file"));
}

#[test]
fn a_first_run_that_fails_leaves_nothing() {
    let root = TempDir::new();
    put(
        root.path(),
        "specs/schema",
        "a file in the place of the folder",
    );
    let before = snapshot(root.path());
    write(root.path(), &output(FIRST)).unwrap_err();
    assert_eq!(snapshot(root.path()), before);
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let root = TempDir::new();
    let one = output(&[("generated/x", "x"), ("generated/y/z/w", "w")]);
    let other = output(&[("generated/x/v", "v"), ("generated/y", "y")]);
    for output in [&one, &other, &one] {
        write(root.path(), output).unwrap();
        assert!(compare(root.path(), output).unwrap().is_empty());
    }
}
