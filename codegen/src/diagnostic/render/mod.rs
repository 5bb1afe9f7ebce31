//! How problems are written down.

mod command;
mod github;
mod json;
mod text;

pub(crate) use command::Command;
pub(super) use github::github;
pub(super) use json::json;
pub(super) use text::text;

/// A way to write problems down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For people, like rustc.
    Text {
        /// Whether to colour it for a terminal.
        color: bool,
    },
    /// An array of objects.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
}
