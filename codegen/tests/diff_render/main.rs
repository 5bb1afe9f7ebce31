//! How a comparison is written down, in each format.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod document;
mod formats;
mod notices;
mod places;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::diff::render::{Format, Options};
use codegen::diff::{Report, Rule, Side, diff, render};
use codegen::spec::Approval;
use support::pair::Version;

const TEXT: Format = Format::Text { color: false };

/// Two sides and what is between them.
struct Compared {
    old: Side,
    new: Side,
    report: Report,
}

impl Compared {
    fn new(old: &str, new: &str) -> Self {
        let old = Version::new(old).side("v1");
        let new = Version::new(new).side("work|tree `<b>` @octocat");
        let report = diff(&old, &new);
        Self { old, new, report }
    }

    /// The pair of versions with this name.
    fn fixture(name: &str) -> Self {
        let read = |side: &str| fs::read_to_string(fixture(&format!("{name}.{side}"))).unwrap();
        Self::new(&read("old"), &read("new"))
    }

    fn render(&self, format: Format) -> String {
        self.render_with(format, true, &BTreeMap::new())
    }

    fn render_with(
        &self,
        format: Format,
        words: bool,
        approvals: &BTreeMap<String, Approval>,
    ) -> String {
        let options = Options {
            format,
            words,
            approvals,
        };
        render(&self.report, &self.old, &self.new, &options)
    }

    /// Somebody lets the findings of a kind pass.
    fn approve(&self, rule: Rule, reason: &str) -> BTreeMap<String, Approval> {
        let findings = self.report.findings.iter();
        findings
            .filter(|finding| finding.rule == rule)
            .map(|finding| {
                let approval = Approval {
                    finding: finding.fingerprint(),
                    rule: None,
                    about: None,
                    reason: reason.to_owned(),
                    expires: "2026-12-31".to_owned(),
                };
                (finding.fingerprint(), approval)
            })
            .collect()
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/diff/render")
        .join(name)
}
