//! How a run of `codegen diff` ends, and what it prints.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::process::Stdio;

use support::hops::{LOWERED, OLD, RISKY, SAFE};
use support::repository::{Repository, code, err, out};

const WORDS: &str = "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], doc: Number of hops. }\n";

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
        let repository = Repository::between(OLD, new);
        assert_eq!(code(&repository.diff(&["main"])), 0, "{new}");
        for (level, expected) in ["breaking", "risky", "any"].into_iter().zip(expected) {
            let output = repository.diff(&["main", "--fail-on", level]);
            assert_eq!(code(&output), expected, "{level} {new} {}", out(&output));
            let told = err(&output).contains("1 change does not pass --fail-on");
            assert_eq!(told, expected == 1, "{}", err(&output));
        }
    }
    // What Rust code no longer compiles with fails too.
    let renamed = Repository::between(OLD, "# service.yaml\ncrate: other-lines\n");
    let output = renamed.diff(&["main", "--fail-on", "breaking"]);
    assert!(
        out(&output).contains("source: breaking [crate-renamed]"),
        "{}",
        out(&output)
    );
    assert_eq!(code(&output), 1);
}

#[test]
fn words_are_shown_if_asked_for() {
    let repository = Repository::between(OLD, WORDS);
    let plain = out(&repository.diff(&["main"]));
    assert!(plain.contains("1 change of words only") && !plain.contains("words-changed"));
    assert!(out(&repository.diff(&["main", "--words"])).contains("words-changed"));
}

#[test]
fn each_format_is_printed() {
    let repository = Repository::between(OLD, LOWERED);
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
    let repository = Repository::between(OLD, OLD);
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
    let repository = Repository::between(OLD, LOWERED);
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
