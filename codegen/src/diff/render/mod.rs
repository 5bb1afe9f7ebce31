//! How a report is written down.

mod changelog;
mod code;
mod excerpt;
mod github;
mod group;
mod json;
mod markdown;
mod tally;
mod text;
mod wording;

use std::collections::BTreeMap;

pub use changelog::changelog;
pub use json::schema;

use super::{Finding, Report, Side};
use crate::spec::Approval;
use tally::Tally;

/// A way to write a report down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For people.
    Text {
        /// Whether to colour it for a terminal.
        color: bool,
    },
    /// For the comment on a pull request.
    Markdown,
    /// For programs; `specs/schema/diff.json` is its schema.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
}

/// What is written down, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The way to write.
    pub format: Format,
    /// Whether to show each change of words, which are only counted otherwise.
    pub words: bool,
    /// What somebody lets pass, by fingerprint.
    pub approvals: &'a BTreeMap<String, Approval>,
}

/// Writes a report down. The same report gives the same text.
#[must_use]
pub fn render(report: &Report, old: &Side, new: &Side, options: &Options<'_>) -> String {
    let view = View {
        report,
        old,
        new,
        words: options.words,
        approvals: options.approvals,
        tally: Tally::of(report, options.approvals),
    };
    match options.format {
        Format::Text { color } => text::text(&view, color),
        Format::Markdown => markdown::markdown(&view),
        Format::Json => json::json(&view),
        Format::Github => github::github(&view),
    }
}

/// All that a format needs.
struct View<'a> {
    report: &'a Report,
    old: &'a Side,
    new: &'a Side,
    words: bool,
    approvals: &'a BTreeMap<String, Approval>,
    tally: Tally,
}

impl<'a> View<'a> {
    /// Why a finding may pass, if it may.
    fn approval(&self, finding: &Finding) -> Option<&'a Approval> {
        self.approvals.get(&finding.fingerprint())
    }

    /// The changes of words, if they are to be shown.
    fn words(&self) -> &'a [Finding] {
        match self.words {
            true => &self.report.words,
            false => &[],
        }
    }
}
