//! Sides of `codegen diff` that cannot be loaded: status 3, a reason, and never an answer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::process::Command;

use support::repository::{Repository, code, err, out, word};

/// Runs a comparison that must not take place, and returns what is said.
fn refused(repository: &Repository, words: &[&str]) -> String {
    refused_by(repository, repository.command().args(words))
}

fn refused_by(repository: &Repository, command: &mut Command) -> String {
    let output = repository.run(command);
    let said = err(&output);
    assert_eq!(code(&output), 3, "{said}{}", out(&output));
    assert_eq!(out(&output), "");
    assert!(said.contains("error: "), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn committed() -> Repository {
    let repository = Repository::new();
    repository.commit_version("");
    repository
}

#[test]
fn a_revision_that_does_not_exist() {
    let repository = committed();
    let said = refused(&repository, &["nope"]);
    assert!(
        said.contains("neither a folder nor a revision `nope`"),
        "{said}"
    );
    assert!(said.contains("`git fetch origin nope`"), "{said}");
    assert!(refused(&repository, &["origin/nope"]).contains("`git fetch origin nope`"));
    assert!(refused(&repository, &["main..main"]).contains("two words"));
    for odd in [
        "",
        "^main",
        "main:specs",
        "HEAD~99",
        "main@{99}",
        "main nope",
        "\u{7f}",
        "0000000000000000000000000000000000000000",
    ] {
        refused(&repository, &[odd]);
        refused(&repository, &["main", odd]);
    }
    // Both sides are told.
    let said = refused(&repository, &["nope", "neither"]);
    assert!(
        said.contains("`nope`") && said.contains("`neither`"),
        "{said}"
    );
}

#[test]
fn a_word_that_begins_with_a_dash_is_no_option_of_git() {
    let repository = committed();
    for odd in [
        "--all",
        "--help",
        "-h",
        "--output=x",
        "--git-dir=x",
        "--",
        "-",
    ] {
        let said = refused(&repository, &["--", odd]);
        assert!(said.contains(&format!("`{odd}`")), "{said}");
    }
    assert!(!repository.top().join("x").exists());
}

#[test]
fn a_branch_that_only_the_remote_has() {
    let repository = committed();
    repository.git(&["update-ref", "refs/remotes/origin/topic", "HEAD"]);
    assert!(refused(&repository, &["topic"]).contains("did you mean `origin/topic`?"));
}

#[test]
fn a_shallow_clone() {
    let repository = committed();
    repository.commit();
    let source = format!("file://{}", word(&repository.top()));
    let clone = Repository::new();
    clone.git(&["fetch", "-q", "--depth", "1", &source, "main"]);
    clone.git(&["reset", "-q", "--hard", "FETCH_HEAD"]);
    let said = refused(&clone, &["HEAD~1"]);
    for advice in ["shallow", "git fetch --unshallow", "fetch-depth: 0"] {
        assert!(said.contains(advice), "{said}");
    }
}

#[test]
fn no_repository_and_no_git() {
    let repository = committed();
    fs::remove_dir_all(repository.top().join(".git")).unwrap();
    let said = refused(&repository, &["main"]);
    assert!(said.contains("in no git repository"), "{said}");
    assert!(said.contains("not a git repository"), "{said}");
    let nothing = repository.beside("nothing");
    fs::create_dir(&nothing).unwrap();
    let said = refused_by(
        &repository,
        repository.command().arg("main").env("PATH", &nothing),
    );
    assert!(said.contains("not installed"), "{said}");
    // Folders need no git.
    let root = repository.root();
    let output = repository.run(repository.command().arg(root).env("PATH", &nothing));
    assert_eq!(code(&output), 0, "{}", err(&output));
}

#[test]
fn a_repository_without_commits() {
    let repository = Repository::new();
    repository.lay("");
    assert!(refused(&repository, &["HEAD"]).contains("no commits yet"));
}

#[test]
fn specs_with_mistakes_are_reported_with_their_side() {
    let repository = committed();
    repository.write(
        "specs/acme/lines/line/rent_line.yaml",
        "# yaml-language-server: $schema=../../../schema/operation.json\noperation: [\n",
    );
    repository.commit();
    repository.git(&["tag", "broken"]);
    let said = refused(&repository, &["HEAD~1"]);
    assert!(
        said.contains("specs/acme/lines/line/rent_line.yaml:2:12"),
        "{said}"
    );
    assert!(
        said.contains("the specs of work tree have errors"),
        "{said}"
    );
    let said = refused(&repository, &["broken", "HEAD~1"]);
    assert!(
        said.contains("specs/acme/lines/line/rent_line.yaml:2:12"),
        "{said}"
    );
    assert!(said.contains("the specs of broken ("), "{said}");
}

#[test]
fn nothing_to_compare() {
    let repository = Repository::new();
    repository.write("README", "x");
    repository.commit();
    repository.git(&["tag", "before"]);
    repository.lay("");
    let output = repository.diff(&["before"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(
        err(&output).starts_with("note: before ("),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("has no specs; everything counts as added"));
    assert!(out(&output).contains("service-added"), "{}", out(&output));
    repository.commit();
    let output = repository.diff(&["HEAD", "before"]);
    assert!(err(&output).contains("everything counts as removed"));
    assert!(out(&output).contains("service-removed"), "{}", out(&output));
    // Nothing compared with nothing is no clean bill.
    let said = refused(&repository, &["before", "before"]);
    assert!(said.contains("neither before ("), "{said}");
    // A folder is named because it holds specs.
    let empty = repository.beside("empty");
    fs::create_dir(&empty).unwrap();
    assert!(refused(&repository, &["HEAD", word(&empty)]).contains("holds no specs"));
    fs::create_dir(empty.join("specs")).unwrap();
    assert!(refused(&repository, &["HEAD", word(&empty)]).contains("E0101"));
    fs::remove_dir_all(repository.root().join("specs")).unwrap();
    assert!(refused(&repository, &["HEAD"]).contains("no folder `specs`"));
}

#[cfg(unix)]
#[test]
fn links_and_submodules_are_not_followed() {
    let repository = committed();
    let group = repository.root().join("specs/acme/lines/line");
    std::os::unix::fs::symlink("/etc/passwd", group.join("link.yaml")).unwrap();
    repository.commit();
    let said = refused(&repository, &["HEAD", "HEAD~1"]);
    assert!(
        said.contains("specs/acme/lines/line/link.yaml: this is a symbolic link"),
        "{said}"
    );

    let id = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["rm", "-qf", "specs/acme/lines/line/link.yaml"]);
    let entry = format!("160000,{id},specs/acme/library");
    repository.git(&["update-index", "--add", "--cacheinfo", &entry]);
    repository.git(&["commit", "-q", "-m", "x"]);
    let said = refused(&repository, &["HEAD"]);
    assert!(
        said.contains("specs/acme/library: this is a submodule"),
        "{said}"
    );

    fs::rename(
        repository.root().join("specs"),
        repository.root().join("other"),
    )
    .unwrap();
    std::os::unix::fs::symlink("other", repository.root().join("specs")).unwrap();
    repository.commit();
    let said = refused(&repository, &["HEAD"]);
    assert!(
        said.contains("`specs` of ") && said.contains("is a symbolic link"),
        "{said}"
    );
}

#[test]
fn trees_made_by_hand_lead_nowhere() {
    let repository = committed();
    let blob = repository.git_with(&["hash-object", "-w", "--stdin"], b"x");
    let names: [&[u8]; 4] = [b"..", b".", b"a\xffb", b"../../escaped"];
    for name in names {
        // A tree written byte by byte: `git mktree` would refuse some of these.
        let mut raw = b"100644 ".to_vec();
        raw.extend_from_slice(name);
        raw.push(0);
        raw.extend(
            (0..20).map(|index| u8::from_str_radix(&blob[2 * index..2 * index + 2], 16).unwrap()),
        );
        let specs = repository.git_with(
            &["hash-object", "-w", "-t", "tree", "--literally", "--stdin"],
            &raw,
        );
        let line = format!("040000 tree {specs}\tspecs\n");
        let tree = repository.git_with(&["mktree"], line.as_bytes());
        let commit = repository.git(&["commit-tree", "-m", "x", &tree]);
        let said = refused(&repository, &[&commit]);
        assert!(
            said.contains("leads out of its folder") || said.contains("not UTF-8"),
            "{said}"
        );
    }
    assert!(!repository.beside("escaped").exists());
}

#[test]
fn an_object_that_is_missing() {
    let repository = committed();
    let blob = repository.git(&["rev-parse", "HEAD:specs/acme/lines/service.yaml"]);
    let (folder, file) = blob.split_at(2);
    fs::remove_file(
        repository
            .top()
            .join(".git/objects")
            .join(folder)
            .join(file),
    )
    .unwrap();
    let said = refused(&repository, &["HEAD"]);
    assert!(said.contains(&blob) && said.contains("missing"), "{said}");
}
