use super::View;
use super::code::{code, difference, html_code};
use super::excerpt::excerpts;
use super::group::{Group, groups};
use super::wording::{MOVED, place_before, severities};
use crate::diff::Finding;

/// For the comment on a pull request: a first line that counts, what breaks, and the rest folded.
pub(super) fn markdown(view: &View<'_>) -> String {
    let hint = (!view.words).then_some("`--words` shows them");
    let mut out = format!("**{}**\n\n", view.tally.line(hint));
    out.push_str(&format!(
        "From {} to {}.\n",
        code(&view.old.name),
        code(&view.new.name)
    ));
    let is_open = |finding: &&Finding| finding.is_breaking() && view.approval(finding).is_none();
    let (open, rest): (Vec<_>, Vec<_>) = view.report.findings.iter().partition(is_open);
    if !open.is_empty() {
        out.push_str("\n## Breaking\n");
    }
    for group in groups(open) {
        let (service, heading) = (code(group.service), group.heading(code));
        out.push_str(&format!("\n### {service}: {heading}\n\n"));
        bullets(view, &group, &mut out);
    }
    if !rest.is_empty() {
        out.push_str("\n## Not breaking\n");
    }
    for group in groups(rest) {
        fold(view, &group, &mut out);
    }
    if !view.words().is_empty() {
        out.push_str("\n## Words only\n");
    }
    for group in groups(view.words()) {
        fold(view, &group, &mut out);
    }
    if !view.report.moved.is_empty() {
        out.push_str("\n## Notes\n\n");
    }
    for moved in &view.report.moved {
        out.push_str(&format!("- {} {MOVED}\n", code(moved)));
    }
    out
}

/// A group that opens with a click.
fn fold(view: &View<'_>, group: &Group<'_>, out: &mut String) {
    let (service, heading) = (html_code(group.service), group.heading(html_code));
    let count = group.findings.len();
    out.push_str(&format!(
        "\n<details>\n<summary>{service}: {heading} ({count})</summary>\n\n"
    ));
    bullets(view, group, out);
    out.push_str("\n</details>\n");
}

fn bullets(view: &View<'_>, group: &Group<'_>, out: &mut String) {
    for finding in &group.findings {
        bullet(view, finding, out);
    }
}

/// What happened, what it does, and the lines of both sides.
fn bullet(view: &View<'_>, finding: &Finding, out: &mut String) {
    let (severities, place) = (severities(finding), place_before(finding, code));
    let (what, rule) = (finding.phrase(code), finding.rule);
    let fingerprint = finding.fingerprint();
    out.push_str(&format!(
        "- **{severities}** {place}{what} (`{rule}`, `{fingerprint}`)\n"
    ));
    if let Some(approval) = view.approval(finding) {
        let (expires, reason) = (code(&approval.expires), code(&approval.reason));
        out.push_str(&format!("  **Approved** until {expires}: {reason}\n"));
    }
    let lines = excerpts(view, finding);
    if !lines.is_empty() {
        out.push_str(&difference(&lines));
    }
}
