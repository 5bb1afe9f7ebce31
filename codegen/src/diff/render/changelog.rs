use super::code::code;
use super::wording::{MOVED, place};
use crate::diff::{Finding, Report, Wire};

/// The entry of the changelog for a report: Markdown, without the heading of its version.
#[must_use]
pub fn changelog(report: &Report) -> String {
    let mut sections = [
        ("Breaking", Vec::new()),
        ("Changed", Vec::new()),
        ("Added", Vec::new()),
        ("Removed", Vec::new()),
    ];
    // Among those that break, the wire comes before Rust.
    let (wire, other): (Vec<_>, Vec<_>) = report
        .findings
        .iter()
        .partition(|finding| finding.wire == Wire::Breaking);
    for finding in wire.into_iter().chain(other) {
        let title = section(finding);
        if let Some((_, bullets)) = sections.iter_mut().find(|(other, _)| *other == title) {
            bullets.push(bullet(finding));
        }
    }
    let [(_, breaking), (_, changed), ..] = &mut sections;
    for moved in &report.moved {
        breaking.push(format!("- {} {MOVED}.", code(moved)));
    }
    if !report.words.is_empty() {
        let places = match report.words.len() {
            1 => "1 place".to_owned(),
            count => format!("{count} places"),
        };
        changed.push(format!("- Words of the documentation in {places}."));
    }
    let sections = sections.iter().filter(|(_, bullets)| !bullets.is_empty());
    let sections: Vec<_> = sections
        .map(|(title, bullets)| format!("### {title}\n\n{}\n", bullets.join("\n")))
        .collect();
    sections.join("\n")
}

/// The section that a finding belongs to.
fn section(finding: &Finding) -> &'static str {
    let id = finding.rule.id();
    if finding.is_breaking() {
        "Breaking"
    } else if id.ends_with("-added") || id.ends_with("-offered") {
        "Added"
    } else if id.ends_with("-removed") || id.ends_with("-withdrawn") {
        "Removed"
    } else {
        "Changed"
    }
}

/// The crate, the thing, and what happened to it.
fn bullet(finding: &Finding) -> String {
    let mut parts = vec![code(&finding.service)];
    let subject = match finding.subject.name() {
        "" => String::new(),
        name => format!("{} {}", finding.subject.kind(), code(name)),
    };
    let place = place(finding, code);
    let thing: Vec<_> = [subject, place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if !thing.is_empty() {
        parts.push(thing.join(", "));
    }
    parts.push(finding.phrase(code));
    let rust = match finding.wire {
        Wire::None => " (Rust only)",
        Wire::Safe | Wire::Risky | Wire::Breaking => "",
    };
    format!("- {}{rust}.", parts.join(": "))
}
