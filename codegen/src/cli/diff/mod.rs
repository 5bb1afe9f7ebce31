//! `codegen diff`: what a change of the specs does, before it lands.

mod clock;
mod gate;
mod git;
mod sides;
mod temporary;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::path::Path;

use super::arguments::{DiffArguments, DiffFormat};
use super::pipeline::{ERROR, RESET, is_colored, tell, text_format};
use super::{Failure, Outcome};
use crate::diagnostic::{Diagnostic, Diagnostics, Format};
use crate::diff::{self, Report, Side, judge};
use crate::spec::Approval;

/// Compares two sides, and says whether what changed is wanted.
pub(super) fn diff(root: &Path, arguments: &DiffArguments) -> Result<Outcome, Failure> {
    let (old, new) = load(root, arguments)?;
    // The process is over soon; taking thousands of specs apart before would take a fifth of its time.
    let (old, new) = (ManuallyDrop::new(old), ManuallyDrop::new(new));
    let report = diff::diff(&old, &new);
    // What changed since a release is none of the approvals' business, unless it is asked for.
    if arguments.changelog && arguments.fail_on.is_none() {
        print(&diff::changelog(&report))?;
        return Ok(Outcome::Fine);
    }
    let (approved, problems) = approvals(&report, &new)?;
    let text = if arguments.changelog {
        diff::changelog(&report)
    } else {
        let options = diff::render::Options {
            format: format(arguments.format),
            words: arguments.words,
            approvals: &approved,
        };
        diff::render(&report, &old, &new, &options)
    };
    print(&text)?;
    let is_faulty = !problems.is_empty();
    show(problems, &new, arguments.format)?;
    let failing = arguments
        .fail_on
        .map_or(0, |level| gate::count(&report, level, &approved));
    if failing > 0 {
        let changes = if failing == 1 {
            "1 change does not pass --fail-on; take it back, or approve it".to_owned()
        } else {
            format!("{failing} changes do not pass --fail-on; take them back, or approve them")
        };
        tell(&format!(
            "{ERROR}error{RESET}: {changes} in specs/approved-changes.yaml\n"
        ));
    }
    Ok(if is_faulty || failing > 0 {
        Outcome::Problems
    } else {
        Outcome::Fine
    })
}

/// How the report is written.
fn format(format: DiffFormat) -> diff::render::Format {
    match format {
        DiffFormat::Text => diff::render::Format::Text {
            color: is_colored(&io::stdout()),
        },
        DiffFormat::Markdown => diff::render::Format::Markdown,
        DiffFormat::Json => diff::render::Format::Json,
        DiffFormat::Github => diff::render::Format::Github,
    }
}

/// Both sides.
fn load(root: &Path, arguments: &DiffArguments) -> Result<(Side, Side), Failure> {
    let old = sides::named(&arguments.old, root);
    let new = match &arguments.new {
        Some(new) => sides::named(new, root),
        None => sides::work_tree(root),
    };
    let (old, new) = both(old, new)?;
    let (old, new) = sides::load(&old, &new);
    let (old, new) = both(old, new)?;
    match (is_empty(&old), is_empty(&new)) {
        (false, false) => {}
        (true, false) => note(&format!(
            "{} has no specs; everything counts as added",
            old.name
        )),
        (false, true) => note(&format!(
            "{} has no specs; everything counts as removed",
            new.name
        )),
        // Nothing compared with nothing would look like a clean bill.
        (true, true) => {
            return Err(Failure::unloadable(format!(
                "neither {} nor {} has specs below {}; --root names another folder",
                old.name,
                new.name,
                root.display()
            )));
        }
    }
    Ok((old, new))
}

/// Both of two things. If there is neither, both reasons are told.
fn both<T>(old: Result<T, Failure>, new: Result<T, Failure>) -> Result<(T, T), Failure> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (Err(failure), Err(other)) => {
            failure.show();
            Err(other)
        }
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => Err(failure),
    }
}

fn is_empty(side: &Side) -> bool {
    side.model.services.is_empty()
}

/// The approvals that count, by fingerprint, and what is wrong with the others.
fn approvals(
    report: &Report,
    new: &Side,
) -> Result<(BTreeMap<String, Approval>, Vec<Diagnostic>), Failure> {
    let Some(approvals) = new.approvals() else {
        return Ok((BTreeMap::new(), Vec::new()));
    };
    let mistakes = diff::check(approvals);
    if !mistakes.is_empty() {
        show(mistakes, new, DiffFormat::Text)?;
        return Err(Failure::unloadable(format!(
            "the approvals of {} have errors; nothing was compared",
            new.name
        )));
    }
    let judgement = judge(report, approvals, clock::today()?);
    Ok((judgement.approved, judgement.problems))
}

/// Shows what is wrong with approvals: where annotations are read, or on standard error.
fn show(problems: Vec<Diagnostic>, side: &Side, format: DiffFormat) -> Result<(), Failure> {
    let problems: Diagnostics = problems.into_iter().collect();
    if format == DiffFormat::Github {
        return print(&problems.render(side.sources(), Format::Github));
    }
    tell(&problems.render(side.sources(), text_format(&io::stderr())));
    Ok(())
}

/// Prints a result. A reader that has seen enough closes the pipe; that is no failure, a full disk is one.
fn print(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::unloadable(
            format!("the result cannot be written: {error}"),
        )),
        _ => Ok(()),
    }
}

/// Says something that is worth knowing and no problem.
fn note(text: &str) {
    tell(&format!("note: {text}\n"));
}
