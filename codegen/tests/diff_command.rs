//! `codegen diff` as scripts meet it: which sides there are, and how a run ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::process::{Command, Stdio};

use support::pair::Version;
use support::repository::{Repository, code, err, out, word};

const OLD: &str =
    "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], doc: Hops. }\n";
/// Breaking for those who send more.
const LOWERED: &str =
    "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 100], doc: Hops. }\n";
/// Something else where the parameter is left out.
const RISKY: &str = "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], default: 2, doc: Hops. }\n";
const SAFE: &str =
    "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 300], doc: Hops. }\n";
const WORDS: &str = "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], doc: Number of hops. }\n";

/// A repository with a version on `main`, and another one in the work tree.
fn repository(old: &str, new: &str) -> Repository {
    let repository = Repository::new();
    repository.commit_version(old);
    repository.lay(new);
    repository
}

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
    let repository = repository(OLD, LOWERED);
    let output = repository.diff(&["main"]);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    let id = repository.git(&["rev-parse", "main"]);
    let first = format!("main ({}) -> work tree\n", &id.get(..10).unwrap());
    assert!(out(&output).starts_with(&first), "{}", out(&output));
    assert!(out(&output).contains("breaking none maximum-lowered"));
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
    let repository = repository(OLD, LOWERED);
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
    let repository = repository(OLD, OLD);
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

#[test]
fn levels_decide_what_fails() {
    let cases = [
        (LOWERED, [1, 1, 1]),
        (RISKY, [0, 1, 1]),
        (SAFE, [0, 0, 1]),
        (WORDS, [0, 0, 0]),
        (OLD, [0, 0, 0]),
    ];
    for (new, expected) in cases {
        let repository = repository(OLD, new);
        assert_eq!(code(&repository.diff(&["main"])), 0, "{new}");
        for (level, expected) in ["breaking", "risky", "any"].into_iter().zip(expected) {
            let output = repository.diff(&["main", "--fail-on", level]);
            assert_eq!(code(&output), expected, "{level} {new} {}", out(&output));
            let told = err(&output).contains("1 change does not pass --fail-on");
            assert_eq!(told, expected == 1, "{}", err(&output));
        }
    }
    // What Rust code no longer compiles with fails too.
    let renamed = repository(OLD, "# service.yaml\ncrate: other-lines\n");
    let output = renamed.diff(&["main", "--fail-on", "breaking"]);
    assert!(
        out(&output).contains("none breaking crate-renamed"),
        "{}",
        out(&output)
    );
    assert_eq!(code(&output), 1);
}

#[test]
fn words_are_shown_if_asked_for() {
    let repository = repository(OLD, WORDS);
    let plain = out(&repository.diff(&["main"]));
    assert!(plain.contains("0 changes, 1 of words only") && !plain.contains("words-changed"));
    assert!(out(&repository.diff(&["main", "--words"])).contains("words-changed"));
}

#[test]
fn each_format_is_printed() {
    let repository = repository(OLD, LOWERED);
    for format in ["text", "markdown", "json", "github"] {
        let output = repository.diff(&["main", "--format", format]);
        assert_eq!(
            (code(&output), err(&output)),
            (0, String::new()),
            "{format}"
        );
        assert!(out(&output).contains("maximum"), "{format}");
    }
    let json = out(&repository.diff(&["main", "--format", "json"]));
    assert!(
        serde_json::from_str::<serde_json::Value>(&json)
            .unwrap()
            .is_object()
    );
    let changelog = repository.diff(&["main", "--changelog"]);
    assert_eq!(code(&changelog), 0);
    assert!(out(&changelog).contains("maximum lowered"));
    let gated = repository.diff(&["main", "--changelog", "--fail-on", "any"]);
    assert_eq!(code(&gated), 1);
}

#[test]
fn a_command_line_that_makes_no_sense_is_2() {
    let repository = repository(OLD, OLD);
    for words in [
        &[][..],
        &["main", "main", "main"],
        &["main", "--fail-on", "words"],
        &["main", "--format", "html"],
        &["main", "--changelog", "--format", "json"],
        &["--output=x"],
    ] {
        assert_eq!(code(&repository.diff(words)), 2, "{words:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let repository = repository(OLD, LOWERED);
    for (level, expected) in [("risky", 1), ("breaking", 1)] {
        let mut child = repository
            .command()
            .args(["main", "--fail-on", level])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(expected));
    }
    // Nor is one that is gone for both.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = repository.command();
    command.args(["main", "--fail-on", "any"]);
    command.stdout(writer.try_clone().unwrap()).stderr(writer);
    assert_eq!(command.status().unwrap().code(), Some(1));
    let full = fs::File::options().write(true).open("/dev/full");
    if let Ok(full) = full {
        let output = repository
            .command()
            .arg("main")
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(code(&output), 3);
        assert!(
            err(&output).contains("cannot be written"),
            "{}",
            err(&output)
        );
    }
}
