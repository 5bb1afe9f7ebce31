//! The command line: what scripts rely on.

mod arguments;
mod diff;
mod explain;
mod generate;
mod inspect;
mod lint;
mod pipeline;
mod root;
mod stamp;
mod vendor;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// How a run ended; the exit codes are part of the contract with scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to complain about.
    Fine,
    /// Problems in the input, drift, or findings.
    Problems,
    /// The command line makes no sense.
    Usage,
    /// Nothing could be compared: a side cannot be loaded, or the result not be written.
    Unloadable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Problems => 1,
            Outcome::Usage => 2,
            Outcome::Unloadable => 3,
        })
    }
}

/// Something that ends a run with a message.
#[derive(Debug)]
pub struct Failure {
    outcome: Outcome,
    message: String,
}

impl Failure {
    fn usage(message: impl Into<String>) -> Self {
        Self {
            outcome: Outcome::Usage,
            message: message.into(),
        }
    }

    fn problem(message: impl Into<String>) -> Self {
        Self {
            outcome: Outcome::Problems,
            message: message.into(),
        }
    }

    fn unloadable(message: impl Into<String>) -> Self {
        Self {
            outcome: Outcome::Unloadable,
            message: message.into(),
        }
    }

    /// The same failure, with what it is about in front.
    fn about(self, subject: &str) -> Self {
        Self {
            message: format!("{subject}: {}", self.message),
            ..self
        }
    }

    fn show(&self) {
        pipeline::tell(&format!(
            "{}error{}: {}\n",
            pipeline::ERROR,
            pipeline::RESET,
            self.message
        ));
    }
}

/// Runs the generator with the words of the command line.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match dispatch(&arguments) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            failure.show();
            failure.outcome.into()
        }
    }
}

fn dispatch(arguments: &Arguments) -> Result<Outcome, Failure> {
    let named = arguments.root.as_deref();
    let root = match &arguments.command {
        Some(Command::Diff(_)) => root::find_or_current(named),
        _ => root::find(named),
    };
    match &arguments.command {
        None => generate::generate(&root?, false),
        Some(Command::Generate { check }) => generate::generate(&root?, *check),
        Some(Command::Lint { paths, format }) => lint::lint(&root?, paths, *format),
        Some(Command::Inspect { provider, json }) => {
            inspect::inspect(&root?, provider.as_deref(), *json)
        }
        Some(Command::Diff(words)) => diff::diff(&root?, words),
        // Some names mean something without specs.
        Some(Command::Explain { name }) => explain::explain(root, name.as_deref()),
        Some(Command::Vendor {
            name,
            folder,
            check,
        }) => vendor::vendor(&root?, name, folder, *check),
    }
}
