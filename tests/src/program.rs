//! Runs the call examples of the generated crates, as a user does.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::SystemTime;

/// A call example of a generated crate.
#[derive(Debug)]
pub struct Program {
    package: &'static str,
    example: &'static str,
    path: OnceLock<PathBuf>,
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit code.
    pub code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
}

impl Program {
    /// The example `example` of the package `package`.
    pub const fn new(package: &'static str, example: &'static str) -> Self {
        Self {
            package,
            example,
            path: OnceLock::new(),
        }
    }

    /// Runs the program with these arguments, and no other environment variables than these.
    pub fn run(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Outcome {
        let mut command = self.command();
        command.args(arguments).envs(environment.iter().copied());
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is not UTF-8");
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        Outcome {
            code: status.code().expect("the program was killed"),
            stdout: text(stdout),
            stderr: text(stderr),
        }
    }

    /// A command that runs the program without arguments and environment.
    pub fn command(&self) -> Command {
        let mut command = Command::new(self.path.get_or_init(|| self.locate()));
        command.env_clear();
        command
    }

    /// The program beside this test's own binary. `cargo test --workspace` has built it; where only this package is
    /// tested, it may be missing or older than its sources, and is built here.
    fn locate(&self) -> PathBuf {
        let test = env::current_exe().unwrap();
        let profile = test.ancestors().nth(2).expect("deps is in a profile");
        let name = format!("{}{}", self.example, env::consts::EXE_SUFFIX);
        let path = profile.join("examples").join(name);
        if !is_fresh(&path) {
            self.build(profile);
        }
        path
    }

    fn build(&self, profile: &Path) {
        let name = match profile.file_name().and_then(|name| name.to_str()) {
            Some("debug") => "dev",
            name => name.expect("a profile has a name"),
        };
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", self.package])
            .args(["--example", self.example, "--profile", name])
            .arg("--target-dir")
            .arg(
                profile
                    .parent()
                    .expect("a profile is in a target directory"),
            )
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .unwrap();
        assert!(status.success(), "{} cannot be built", self.example);
    }
}

/// Whether the program is there and newer than everything that Cargo's list of its sources names.
fn is_fresh(program: &Path) -> bool {
    let Some(built) = modified(program) else {
        return false;
    };
    let Ok(list) = fs::read_to_string(program.with_extension("d")) else {
        return false;
    };
    // Spaces in names are escaped; what follows the colon is split at the others.
    let list = list.trim_end().replace("\\ ", "\0");
    let (_, sources) = list.split_once(": ").unwrap_or_default();
    sources.split(' ').all(|source| {
        let source = source.replace('\0', " ");
        modified(Path::new(&source)).is_some_and(|changed| changed <= built)
    })
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}
