//! The sides of `codegen diff`: folders, revisions and the work tree, none of which is touched.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::process::Command;

use support::hops::{LOWERED, OLD, RISKY, SAFE};
use support::pair::Version;
use support::repository::{Repository, code, err, out, word};

#[test]
fn folders_are_compared_wherever_they_are() {
    let (old, new) = (Version::new(OLD), Version::new(LOWERED));
    let beside = Repository::new();
    let specs = new.root().join("specs");
    for new in [new.root(), &specs] {
        let output = beside.diff(&[word(old.root()), word(new)]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(out(&output).contains("maximum-lowered"), "{}", out(&output));
        assert!(out(&output).contains(&format!("{} -> {}", old.root().display(), new.display())));
        assert_eq!(err(&output), "");
    }
    // Neither a workspace nor a repository is needed for that.
    let output = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .current_dir(beside.beside("tmp"))
        .args(["diff", word(old.root()), word(&specs)])
        .output()
        .unwrap();
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("maximum-lowered"));
}

#[test]
fn a_revision_is_compared_with_the_work_tree() {
    let repository = Repository::between(OLD, LOWERED);
    let output = repository.diff(&["main"]);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    let id = repository.git(&["rev-parse", "main"]);
    let first = format!("main ({}) -> work tree\n", &id.get(..10).unwrap());
    assert!(out(&output).starts_with(&first), "{}", out(&output));
    assert!(out(&output).contains("wire: breaking, source: none [maximum-lowered]"));
    assert!(out(&output).ends_with("bump: major\n"));
}

#[test]
fn revisions_are_compared_however_they_are_spelt() {
    let repository = Repository::new();
    repository.commit_version(OLD);
    repository.git(&["tag", "-m", "x", "v1"]);
    repository.git(&["branch", "feature/old"]);
    repository.commit_version(LOWERED);
    for old in [
        "v1",
        "v1^{}",
        "HEAD~1",
        "HEAD^",
        "main@{1}",
        "feature/old",
        "@~",
    ] {
        let output = repository.diff(&[old, "HEAD"]);
        assert_eq!((code(&output), err(&output)), (0, String::new()), "{old}");
        assert!(out(&output).contains("maximum-lowered"), "{old}");
        let back = repository.diff(&["HEAD", old]);
        assert!(out(&back).contains("maximum-raised"), "{old}");
        let same = repository.diff(&[old, "v1"]);
        assert!(out(&same).contains("bump: none"), "{old}: {}", out(&same));
    }
}

#[test]
fn a_workspace_may_be_a_folder_of_the_repository() {
    let repository = Repository::with_workspace_in("deep er/~[x]/linie \u{e4}");
    // Specs at the top are somebody else's.
    fs::create_dir_all(repository.top().join("specs")).unwrap();
    fs::write(repository.top().join("specs/x"), "x").unwrap();
    repository.commit_version(OLD);
    repository.lay(LOWERED);
    let output = repository.diff(&["HEAD"]);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    assert!(out(&output).contains("maximum-lowered"));
}

#[test]
fn neither_work_tree_nor_index_are_touched() {
    let repository = Repository::new();
    repository.commit_version(OLD);
    repository.commit_version(SAFE);
    repository.lay(LOWERED);
    repository.git(&["add", "-A"]);
    repository.lay(RISKY);
    repository.write("untracked", "x");
    let seen = || {
        let index = fs::read(repository.top().join(".git/index")).unwrap();
        // Asked last, since it may refresh the index.
        (
            index,
            repository.git(&[
                "--no-optional-locks",
                "status",
                "--porcelain=v2",
                "--branch",
            ]),
        )
    };
    let before = seen();
    assert_eq!(code(&repository.diff(&["HEAD~1"])), 0);
    assert_eq!(code(&repository.diff(&["HEAD~1", "HEAD"])), 0);
    assert_eq!(code(&repository.diff(&["nothing"])), 3);
    assert!(seen() == before);
}

#[test]
fn what_hooks_and_setups_say_does_not_confuse() {
    let repository = Repository::between(OLD, LOWERED);
    let other = Repository::new();
    other.commit_version(LOWERED);
    repository.write(
        ".gitattributes",
        "* text eol=crlf working-tree-encoding=UTF-16\n*.yaml diff=x filter=x\n",
    );
    for setting in [
        "core.autocrlf=true",
        "core.pager=false",
        "diff.x.textconv=false",
        "core.quotePath=true",
    ] {
        let (key, value) = setting.split_once('=').unwrap();
        repository.git(&["config", key, value]);
    }
    let git = other.top().join(".git");
    let output = repository.run(
        repository
            .command()
            .arg("main")
            .env("GIT_DIR", &git)
            .env("GIT_WORK_TREE", other.top())
            .env("GIT_INDEX_FILE", git.join("index"))
            .env("GIT_OBJECT_DIRECTORY", git.join("objects"))
            .env("GIT_PREFIX", "specs/")
            .env("GIT_PAGER", "false")
            .env("GIT_LITERAL_PATHSPECS", "1")
            .env("LC_ALL", "de_DE.UTF-8"),
    );
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    assert!(out(&output).contains("maximum-lowered"));
}

#[test]
fn a_folder_wins_over_a_revision_of_its_name() {
    let repository = Repository::between(OLD, OLD);
    repository.git(&["tag", "both"]);
    let folder = repository.beside("both");
    fs::create_dir(&folder).unwrap();
    support::copy_into(Version::new(SAFE).root(), &folder);
    let output = repository.diff(&["both"]);
    assert_eq!(code(&output), 0);
    assert!(
        out(&output).starts_with("both -> work tree"),
        "{}",
        out(&output)
    );
    assert!(out(&output).contains("maximum-lowered"));
    assert!(
        err(&output).starts_with("note: `both` is a folder and a revision"),
        "{}",
        err(&output)
    );
    let output = repository.diff(&["both^{}"]);
    assert!(out(&output).contains("bump: none"));
}
