use anstyle::{AnsiColor, Style};

use super::View;
use super::excerpt::excerpts;
use super::group::{Group, groups};
use super::wording::{MOVED, place_before, severities};
use crate::diagnostic::line;
use crate::diff::{Api, Bump, Finding, Wire};

const BREAKING: Style = AnsiColor::Red.on_default().bold();
const RISKY: Style = AnsiColor::Yellow.on_default().bold();
const SAFE: Style = AnsiColor::Green.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();
const HEADING: Style = Style::new().bold();
const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();
const FAINT: Style = Style::new().dimmed();

/// For people: the sides, findings by what they are about, notes, and a last line that counts.
pub(super) fn text(view: &View<'_>, color: bool) -> String {
    let mut page = Page {
        view,
        color,
        out: String::new(),
    };
    let sides = format!("{} -> {}", line(&view.old.name), line(&view.new.name));
    page.line(0, &sides);
    page.out.push('\n');
    let findings = view.report.findings.iter();
    // Both lists are sorted by what they are about.
    let mut all: Vec<_> = findings.chain(view.words()).collect();
    all.sort_by(|one, other| {
        let by_service = one.service.cmp(&other.service);
        by_service.then_with(|| one.subject.cmp(&other.subject))
    });
    let mut service = "";
    for group in groups(all) {
        if group.service != service {
            service = group.service;
            let name = page.paint(HEADING, &line(service));
            page.line(0, &name);
            page.out.push('\n');
        }
        page.group(&group);
    }
    for moved in &view.report.moved {
        let note = format!("{}: {} {MOVED}", page.paint(NOTE, "note"), line(moved));
        page.line(0, &note);
    }
    if !view.report.moved.is_empty() {
        page.out.push('\n');
    }
    page.count();
    page.out
}

/// The text so far.
struct Page<'v> {
    view: &'v View<'v>,
    color: bool,
    out: String,
}

impl Page<'_> {
    fn paint(&self, style: Style, text: &str) -> String {
        match self.color {
            true => format!("{style}{text}{style:#}"),
            false => text.to_owned(),
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn group(&mut self, group: &Group<'_>) {
        let heading = self.paint(HEADING, &group.heading(line));
        self.line(2, &heading);
        for finding in &group.findings {
            self.finding(finding);
        }
        self.out.push('\n');
    }

    fn finding(&mut self, finding: &Finding) {
        let severity = self.paint(style(finding), &severities(finding));
        let place = place_before(finding, line);
        let what = finding.phrase(|value| format!("`{}`", line(value)));
        let headline = format!("{severity} [{}] {place}{what}", finding.rule);
        self.line(4, &headline);
        for excerpt in excerpts(self.view, finding) {
            let style = if excerpt.starts_with('-') { OLD } else { NEW };
            let excerpt = self.paint(style, &excerpt);
            self.line(6, &excerpt);
        }
        if let Some(approval) = self.view.approval(finding) {
            let approved = self.paint(SAFE, "approved");
            let (expires, reason) = (line(&approval.expires), line(&approval.reason));
            self.line(6, &format!("{approved} until {expires}: {reason}"));
        }
        let fingerprint = self.paint(FAINT, &format!("= {}", finding.fingerprint()));
        self.line(6, &fingerprint);
    }

    /// The line that counts, in the colour of the worst.
    fn count(&mut self) {
        let tally = &self.view.tally;
        let style = match tally.bump {
            Bump::Major => BREAKING,
            _ if tally.wire(Wire::Risky) > 0 => RISKY,
            _ => SAFE,
        };
        let hint = (!self.view.words).then_some("--words shows them");
        let line = self.paint(style, &tally.line(hint));
        self.line(0, &line);
    }
}

fn style(finding: &Finding) -> Style {
    match (finding.wire, finding.source) {
        _ if finding.rule.is_words() => FAINT,
        (Wire::Breaking, _) | (_, Api::Breaking) => BREAKING,
        (Wire::Risky, _) => RISKY,
        (Wire::Safe | Wire::None, _) => SAFE,
    }
}
