use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LintFormat {
    /// For people, like rustc
    Text,
    /// A JSON array
    Json,
    /// Annotations of GitHub Actions
    Github,
}
