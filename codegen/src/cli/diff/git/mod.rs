//! Revisions, as `git` tells of them. Nothing is checked out: neither work tree nor index are touched.

mod objects;
mod tree;

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use self::objects::Objects;
use self::tree::{Kind, entries};
use super::super::Failure;
use super::temporary::TemporaryFolder;

/// The repository that a folder is in.
#[derive(Debug)]
pub(super) struct Repository {
    root: PathBuf,
    /// Where the folder is in the repository: nothing, or a path that ends in `/`.
    prefix: Vec<u8>,
}

/// A commit, by its id.
#[derive(Clone, Debug)]
pub(super) struct Commit(String);

impl Commit {
    /// Enough of the id for people.
    pub(super) fn short(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }
}

impl Repository {
    /// Finds the repository around a folder.
    pub(super) fn around(root: &Path) -> Result<Self, Failure> {
        let output = run(root, ["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(Failure::unloadable(format!(
                "{} is in no git repository that can be read{}; \
                 compare two folders instead, or name the repository's with --root",
                root.display(),
                words_of_git(&output)
            )));
        }
        // Only the end of the line is not part of the path.
        let prefix = output.stdout.strip_suffix(b"\n").unwrap_or(&output.stdout);
        Ok(Self {
            root: root.to_owned(),
            prefix: prefix.to_owned(),
        })
    }

    /// The commit that a revision means, if it means one.
    pub(super) fn commit(&self, revision: &OsStr) -> Result<Option<Commit>, Failure> {
        let mut wanted = revision.to_owned();
        wanted.push("^{commit}");
        // A word that begins with `-` is no option behind `--end-of-options`.
        let words = ["rev-parse", "--verify", "--quiet", "--end-of-options"].map(OsString::from);
        let output = run(&self.root, words.into_iter().chain([wanted]))?;
        let id = output.stdout.strip_suffix(b"\n").unwrap_or(&output.stdout);
        // `^main` is a revision to git, but none to compare.
        let id = str::from_utf8(id).ok().filter(|id| is_object_id(id));
        Ok(id
            .filter(|_| output.status.success())
            .map(|id| Commit(id.to_owned())))
    }

    /// Why there may be no such revision, and what to do.
    pub(super) fn advice(&self, revision: &OsStr) -> String {
        let name = revision.to_string_lossy();
        let is_known = |name: &str| matches!(self.commit(OsStr::new(name)), Ok(Some(_)));
        if !is_known("HEAD") {
            return "the repository has no commits yet".to_owned();
        }
        if name.is_empty() || name.starts_with('-') {
            return "see `codegen diff --help`".to_owned();
        }
        let remote = format!("origin/{name}");
        if is_known(&remote) {
            return format!("did you mean `{remote}`?");
        }
        if name.contains("..") {
            return "a range is given as two words, as in `diff v1 v2`".to_owned();
        }
        // `HEAD~3` cannot be fetched, only what it goes out from.
        let branch = name.strip_prefix("origin/").unwrap_or(&name);
        let fetch = if branch.contains(['~', '^', '@', ':', ' ']) {
            "`git fetch` brings what is elsewhere".to_owned()
        } else {
            format!("`git fetch origin {branch}` brings a branch or tag that is elsewhere")
        };
        match run(&self.root, ["rev-parse", "--is-shallow-repository"]) {
            Ok(output) if output.stdout.starts_with(b"true") => format!(
                "this clone is shallow: {fetch}, and `git fetch --unshallow` everything; \
                 for GitHub's checkout action, set `fetch-depth: 0`"
            ),
            _ => fetch,
        }
    }

    /// Writes the specs of a commit into a folder; `None` if the commit has none.
    pub(super) fn specs(&self, commit: &Commit) -> Result<Option<TemporaryFolder>, Failure> {
        let Some(tree) = self.tree_of_specs(commit)? else {
            return Ok(None);
        };
        let folder = TemporaryFolder::new()
            .map_err(|error| Failure::unloadable(format!("no temporary folder: {error}")))?;
        let mut objects = Objects::open(command(&self.root))?;
        for entry in entries(&self.list(&tree, true)?)? {
            let path = entry.safe_path()?;
            let contents = objects.read(&entry.id)?;
            folder.write(path, &contents).map_err(|error| {
                Failure::unloadable(format!("specs/{path} cannot be written for now: {error}"))
            })?;
        }
        Ok(Some(folder))
    }

    /// The tree `specs` below the root, found part by part, so that only what is certainly absent counts as such.
    fn tree_of_specs(&self, commit: &Commit) -> Result<Option<String>, Failure> {
        let parts = self.prefix.split(|byte| *byte == b'/');
        let parts = parts.filter(|part| !part.is_empty()).chain([&b"specs"[..]]);
        let mut tree = commit.0.clone();
        for part in parts {
            let listing = self.list(&tree, false)?;
            let found = entries(&listing)?;
            match found.into_iter().find(|entry| entry.path == part) {
                None => return Ok(None),
                Some(entry) if entry.kind == Kind::Folder => tree = entry.id,
                Some(entry) => {
                    return Err(Failure::unloadable(format!(
                        "`{}` of {} is {}, not a folder",
                        String::from_utf8_lossy(part),
                        commit.short(),
                        entry.kind.noun()
                    )));
                }
            }
        }
        Ok(Some(tree))
    }

    /// What is in a tree, as `git ls-tree` writes it.
    fn list(&self, tree: &str, recursive: bool) -> Result<Vec<u8>, Failure> {
        // A whole tree, whatever folder git is run in.
        let mut words = vec!["ls-tree", "-z", "--full-tree"];
        words.extend(recursive.then_some("-r"));
        words.push(tree);
        let output = run(&self.root, words)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(Failure::unloadable(format!(
            "git cannot list the files of {tree}{}",
            words_of_git(&output)
        )))
    }
}

/// `git` for a folder, whatever hook or locale it runs in.
fn command(root: &Path) -> Command {
    let mut command = Command::new("git");
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        // A hook says which repository, index and work tree it is about, and those need not be these. What says how
        // git is set up on this machine stays.
        let is_setup = name.starts_with("GIT_CONFIG")
            || ["GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH"].contains(&&*name);
        if name.starts_with("GIT_") && !is_setup {
            command.env_remove(&*name);
        }
    }
    command
        .env("LC_ALL", "C")
        // Nobody sits here to type a password for an object that is fetched when needed.
        .env("GIT_TERMINAL_PROMPT", "0")
        .args(["--no-pager", "-C"])
        .arg(root);
    command
}

/// Runs git to its end.
fn run<S: AsRef<OsStr>>(
    root: &Path,
    words: impl IntoIterator<Item = S>,
) -> Result<Output, Failure> {
    let mut command = command(root);
    command
        .args(words)
        .output()
        .map_err(|error| not_run(&error))
}

/// Says why git could not be run.
fn not_run(error: &io::Error) -> Failure {
    Failure::unloadable(if error.kind() == io::ErrorKind::NotFound {
        "there is no folder of that name, and `git`, which knows revisions, is not installed; \
         install it, or compare two folders"
            .to_owned()
    } else {
        format!("`git` cannot be run: {error}")
    })
}

/// What git itself has to say, as the end of a sentence.
fn words_of_git(output: &Output) -> String {
    let words = String::from_utf8_lossy(&output.stderr);
    match words.trim() {
        "" => String::new(),
        words => format!(" ({words})"),
    }
}

fn is_object_id(text: &str) -> bool {
    text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
