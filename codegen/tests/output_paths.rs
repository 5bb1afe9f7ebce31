//! What is written stays where it belongs.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "support/disk.rs"]
mod disk;
mod support;

use std::fs;

use codegen::output::{InsertError, Output, compare, write};
use disk::{output, put, snapshot};
use support::TempDir;

#[test]
fn paths_that_are_not_ours_are_refused() {
    let mut output = output(&[("generated/a/b", "")]);
    let bad = [
        "",
        "/generated/x",
        "generated/../x",
        "../generated/x",
        "generated/./x",
        "generated//x",
        "generated/x/",
        "generated\\..\\x",
        "C:/generated/x",
        "generated/a\nb",
        "generated/\0",
    ];
    for path in bad {
        assert_eq!(
            output.insert(path, ""),
            Err(InsertError::BadPath(path.to_owned()))
        );
    }
    let foreign = [
        "generated",
        "generatedx/y",
        "generated/FILES",
        "src/lib.rs",
        "specs/a.yaml",
        "specs/schema/x.yaml",
        "specs/schema/x/y.json",
        ".git/config",
    ];
    for path in foreign {
        assert_eq!(
            output.insert(path, ""),
            Err(InsertError::NotOurs(path.to_owned()))
        );
    }
    for path in ["generated/a/b", "generated/A/b"] {
        assert_eq!(
            output.insert(path, ""),
            Err(InsertError::Duplicate(path.to_owned()))
        );
    }
    for path in ["generated/a", "generated/a/b/c"] {
        assert_eq!(
            output.insert(path, ""),
            Err(InsertError::FileAndFolder(path.to_owned()))
        );
    }
    let mut more = Output::default();
    more.insert("generated/c", "").unwrap();
    more.insert("generated/a/b", "other").unwrap();
    assert_eq!(
        output.extend(more),
        Err(InsertError::Duplicate("generated/a/b".to_owned()))
    );
    assert_eq!(output.get("generated/a/b"), Some(&b""[..]));
}

#[test]
fn a_list_with_foreign_paths_harms_nobody() {
    let root = TempDir::new();
    put(root.path(), "victim.txt", "mine");
    put(root.path(), "generated/b.txt", "mine as well");
    put(root.path(), "generated/folder/file.txt", "mine, too");
    let list = "../victim.txt\nvictim.txt\ngenerated/../victim.txt\ngenerated/FILES\ngenerated/folder\n\u{0}\n";
    put(root.path(), "generated/FILES", list);
    let changes = write(root.path(), &output(&[("generated/a", "")])).unwrap();
    assert_eq!(changes.removed, Vec::<String>::new());
    assert_eq!(
        changes.unknown,
        ["generated/b.txt", "generated/folder/file.txt"]
    );
    assert_eq!(
        fs::read_to_string(root.path().join("victim.txt")).unwrap(),
        "mine"
    );
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;

    let outside = TempDir::new();
    put(outside.path(), "victim.txt", "mine");
    let before = snapshot(outside.path());

    // A link in the place of a file is replaced by the file.
    let root = TempDir::new();
    fs::create_dir_all(root.path().join("generated")).unwrap();
    symlink(
        outside.path().join("victim.txt"),
        root.path().join("generated/file.txt"),
    )
    .unwrap();
    symlink(outside.path(), root.path().join("generated/unknown")).unwrap();
    let next = output(&[("generated/file.txt", "mine")]);
    let changes = write(root.path(), &next).unwrap();
    assert_eq!(changes.changed, ["generated/file.txt"]);
    assert_eq!(changes.unknown, ["generated/unknown"]);
    assert!(!root.path().join("generated/file.txt").is_symlink());
    assert_eq!(snapshot(outside.path()), before);

    // A link in the place of a folder may lead anywhere.
    let through = output(&[("generated/unknown/victim.txt", "theirs")]);
    for result in [compare(root.path(), &through), write(root.path(), &through)] {
        let error = result.unwrap_err().to_string();
        assert!(
            error.contains("`generated/unknown` is a symbolic link"),
            "{error}"
        );
    }
    // Nor is anything removed through one.
    put(
        root.path(),
        "generated/FILES",
        "generated/unknown/victim.txt\n",
    );
    write(root.path(), &next).unwrap_err();
    assert_eq!(snapshot(outside.path()), before);

    let linked = TempDir::new();
    symlink(outside.path(), linked.path().join("generated")).unwrap();
    write(linked.path(), &next).unwrap_err();
    assert_eq!(snapshot(outside.path()), before);
}
