use std::path::Path;

use super::pipeline::{RESET, WARNING, produce, understand};
use super::{Failure, Outcome, stamp};
use crate::output::{self, Changes};

/// Regenerates everything, or says what would change.
pub(super) fn generate(root: &Path, check: bool) -> Result<Outcome, Failure> {
    if !check && stamp::is_current(root) {
        println!("everything is up to date");
        return Ok(Outcome::Fine);
    }
    let understood = understand(root);
    let output = produce(understood.sound()?)?;
    if check {
        let changes =
            output::compare(root, &output).map_err(|error| Failure::problem(error.to_string()))?;
        return Ok(report_drift(&changes));
    }
    let changes = output::write(root, &output)
        .map_err(|error| Failure::problem(format!("nothing was written: {error}")))?;
    report_changes(&changes, output.len());
    // A warning is worth repeating, and so is a file that nobody knows.
    if understood.diagnostics.is_empty() && changes.unknown.is_empty() {
        stamp::remember(root);
    }
    Ok(Outcome::Fine)
}

fn report_drift(changes: &Changes) -> Outcome {
    if changes.is_empty() {
        println!("up to date");
        return Outcome::Fine;
    }
    list(changes);
    println!("run `cargo run -p codegen` and commit the result");
    Outcome::Problems
}

fn report_changes(changes: &Changes, total: usize) {
    list(changes);
    let count = changes.added.len() + changes.changed.len() + changes.removed.len();
    if count == 0 {
        println!("{total} files are up to date");
    } else {
        println!(
            "{} added, {} changed, {} removed of {total} files",
            changes.added.len(),
            changes.changed.len(),
            changes.removed.len()
        );
    }
    for path in &changes.unknown {
        anstream::eprintln!(
            "{WARNING}warning{RESET}: {path} was not made by the generator and is left alone"
        );
    }
}

/// One line per file, what happens to it first.
fn list(changes: &Changes) {
    for (verb, paths) in [
        ("add", &changes.added),
        ("change", &changes.changed),
        ("remove", &changes.removed),
        ("unknown", &changes.unknown),
    ] {
        for path in paths {
            println!("{verb:8}{path}");
        }
    }
}
