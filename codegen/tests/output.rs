//! Files are written all or not at all, and nothing is touched that does not have to be.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use codegen::output::{Changes, InsertError, Output, compare, write};
use support::TempDir;

/// Something on disk: the content of a file and when it was changed, or what else it is.
#[derive(Debug, PartialEq, Eq)]
enum Thing {
    File(Vec<u8>, SystemTime),
    Folder,
    Link(std::path::PathBuf),
}

/// All there is below a folder.
fn snapshot(root: &Path) -> BTreeMap<String, Thing> {
    fn add(folder: &Path, name: &str, things: &mut BTreeMap<String, Thing>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{name}/{}", entry.file_name().to_str().unwrap());
            let metadata = fs::symlink_metadata(entry.path()).unwrap();
            let thing = if metadata.is_symlink() {
                Thing::Link(fs::read_link(entry.path()).unwrap())
            } else if metadata.is_dir() {
                add(&entry.path(), &name, things);
                Thing::Folder
            } else {
                Thing::File(
                    fs::read(entry.path()).unwrap(),
                    metadata.modified().unwrap(),
                )
            };
            things.insert(name, thing);
        }
    }
    let mut things = BTreeMap::new();
    add(root, "", &mut things);
    things
}

fn output(files: &[(&str, &str)]) -> Output {
    let mut output = Output::default();
    for (path, text) in files {
        output.insert(*path, *text).unwrap();
    }
    output
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

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

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;

    let root = written();
    put(root.path(), "generated/zzz/mine.txt", "mine");
    let folder = root.path().join("generated/zzz");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser may write everywhere.
    if fs::write(folder.join("probe"), "").is_err() {
        fails_without_a_trace(root.path(), ("generated/zzz/file.txt", "file"));
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
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
