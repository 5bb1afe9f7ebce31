//! A git repository of a test's own, and `codegen diff` run beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::pair::Version;
use super::{TempDir, copy_into};

/// A repository in a temporary folder. What the machine has set up for git plays no part.
pub(crate) struct Repository {
    dir: TempDir,
    /// Where the workspace is in it.
    inner: &'static str,
}

impl Repository {
    /// An empty repository, whose branch is `main`.
    pub(crate) fn new() -> Self {
        Self::with_workspace_in("")
    }

    /// The same, with the workspace in a folder of it.
    pub(crate) fn with_workspace_in(inner: &'static str) -> Self {
        let dir = TempDir::new();
        fs::create_dir_all(dir.path().join("work").join(inner)).unwrap();
        fs::create_dir_all(dir.path().join("tmp")).unwrap();
        let repository = Self { dir, inner };
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    /// A repository with a version on `main`, and another one in the work tree.
    pub(crate) fn between(old: &str, new: &str) -> Self {
        let repository = Self::new();
        repository.commit_version(old);
        repository.lay(new);
        repository
    }

    /// The top folder of the repository.
    pub(crate) fn top(&self) -> PathBuf {
        self.dir.path().join("work")
    }

    /// The workspace.
    pub(crate) fn root(&self) -> PathBuf {
        self.top().join(self.inner)
    }

    /// A folder beside the repository.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Runs git, which must succeed, and returns what it prints.
    pub(crate) fn git(&self, words: &[&str]) -> String {
        self.git_with(words, b"")
    }

    pub(crate) fn git_with(&self, words: &[&str], input: &[u8]) -> String {
        let input_file = self.beside("input");
        fs::write(&input_file, input).unwrap();
        let output = isolated(Command::new("git"))
            .args(["-c", "user.name=t", "-c", "user.email=t@example.com"])
            .args(["-c", "protocol.file.allow=always", "-C"])
            .arg(self.top())
            .args(words)
            .stdin(fs::File::open(input_file).unwrap())
            .output()
            .unwrap();
        assert!(output.status.success(), "{words:?}: {}", err(&output));
        out(&output).trim_end().to_owned()
    }

    /// Lays a version of the product over the work tree.
    pub(crate) fn lay(&self, fragments: &str) {
        copy_into(Version::new(fragments).root(), &self.root());
    }

    /// Writes a file of the workspace.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", "x"]);
    }

    /// Lays a version over the work tree, and commits it.
    pub(crate) fn commit_version(&self, fragments: &str) {
        self.lay(fragments);
        self.commit();
    }

    /// `codegen --root <workspace> diff`, run beside the repository, and ready for more words.
    pub(crate) fn command(&self) -> Command {
        let mut command = isolated(Command::new(env!("CARGO_BIN_EXE_codegen")));
        command
            .current_dir(self.dir.path())
            .env("TMPDIR", self.beside("tmp"))
            .env("GIT_CEILING_DIRECTORIES", self.dir.path())
            .env("SOURCE_DATE_EPOCH", "1782864000")
            .arg("--root")
            .arg(self.root())
            .arg("diff")
            .stdin(Stdio::null());
        command
    }

    /// Runs it with some words. Nothing stays behind in the folder for temporary files.
    pub(crate) fn diff(&self, words: &[&str]) -> Output {
        self.run(self.command().args(words))
    }

    /// Runs a command, and looks for what it leaves behind.
    pub(crate) fn run(&self, command: &mut Command) -> Output {
        let output = command.output().unwrap();
        let left = fs::read_dir(self.beside("tmp")).unwrap().count();
        assert_eq!(left, 0, "temporary files stay: {}", err(&output));
        output
    }
}

/// A command that sees no setup of git but its own.
fn isolated(mut command: Command) -> Command {
    for (name, _) in std::env::vars() {
        if name.starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// How a run ended.
pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// The folder as a word of the command line.
pub(crate) fn word(path: &Path) -> &str {
    path.to_str().unwrap()
}
