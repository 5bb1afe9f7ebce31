use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Generates typed Rust clients, validators and docs from API specs.
#[derive(Debug, Parser)]
#[command(name = "codegen", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// The workspace to work on; found upwards from the current folder if left out
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Regenerate everything (the default)
    Generate {
        /// Say what would change, change nothing, exit 1 on drift
        #[arg(long)]
        check: bool,
    },
    /// Report everything that is wrong with the specs
    Lint {
        /// Report only problems in these files and folders
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How to print problems
        #[arg(long, value_enum, default_value_t = LintFormat::Text)]
        format: LintFormat,
    },
    /// Print how much the specs hold and who says it, or the resolved model itself
    Inspect {
        /// Only this provider
        #[arg(long, value_name = "P")]
        provider: Option<String>,
        /// Print the resolved model as JSON
        #[arg(long)]
        json: bool,
    },
    /// Say what a change of the specs does to callers of the services and users of the crates
    ///
    /// A side is a folder (a workspace, or its `specs`) or a git revision, which is read without being checked out.
    /// Changes that specs/approved-changes.yaml of the new side approves pass --fail-on; SOURCE_DATE_EPOCH (seconds since
    /// 1970) takes the place of the clock for the day on which an approval ends.
    ///
    /// Exit status: 0 if nothing is wrong, 1 for changes at the level of --fail-on and for approvals that are stale,
    /// expired or of another kind of change, 2 for a command line that makes no sense, 3 if nothing could be compared.
    Diff(DiffArguments),
    /// Say what a name means: of a problem, a kind of change, an operation, a parameter, a rule or an error code
    Explain {
        /// The name, as `E0115`, `maximum-lowered`, `CreateBgpPeer` or `Filter[].Key`; all kinds of names if left out
        #[arg(value_name = "NAME")]
        name: Option<String>,
    },
    /// Copy a generated crate, ready to build where it lands
    Vendor {
        /// Name of the crate
        #[arg(value_name = "CRATE")]
        name: String,
        /// Where the copy goes
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Say how an existing copy differs, change nothing, exit 1 if it does
        #[arg(long)]
        check: bool,
    },
}

/// What is compared, and what is made of it.
#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    /// The side before: a folder, or a revision such as `main`, `HEAD~3` or `v1`
    #[arg(value_name = "OLD")]
    pub old: OsString,
    /// The side after; the specs of the work tree if left out
    #[arg(value_name = "NEW")]
    pub new: Option<OsString>,
    /// How to print what changed
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    /// Exit 1 if a change is at least this bad and not in specs/approved-changes.yaml
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Print entries for a changelog instead; without --fail-on, approvals are not looked at
    #[arg(long, conflicts_with = "format")]
    pub changelog: bool,
    /// Show changes of words too, which are only counted otherwise
    #[arg(long, visible_alias = "docs")]
    pub words: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people at a terminal
    Text,
    /// For a pull request
    Markdown,
    /// For scripts
    Json,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Calls fail or mean something else, or Rust code no longer compiles
    Breaking,
    /// Some calls may fail, too
    Risky,
    /// Anything but words
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LintFormat {
    /// For people, like rustc
    Text,
    /// A JSON array
    Json,
    /// Annotations of GitHub Actions
    Github,
}
