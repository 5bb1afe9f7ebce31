use std::path::Path;

use super::pipeline::{produce, understand};
use super::{Failure, Outcome};
use crate::diagnostic::did_you_mean;
use crate::output::copy::{self, Copy};

/// Copies a generated crate into a folder, or says how the copy there differs.
pub(super) fn vendor(
    root: &Path,
    name: &str,
    folder: &Path,
    check: bool,
) -> Result<Outcome, Failure> {
    let understood = understand(root);
    let model = understood.sound()?;
    let crates: Vec<_> = model
        .services
        .iter()
        .map(|service| service.facts.crate_name.as_str())
        .collect();
    if !crates.contains(&name) {
        return Err(Failure::usage(
            match did_you_mean(name, crates.iter().copied()) {
                Some(known) => format!("there is no crate `{name}`; did you mean `{known}`?"),
                None => format!(
                    "there is no crate `{name}`; the specs make {}",
                    crates.join(", ")
                ),
            },
        ));
    }
    let output = produce(model)?;
    let copy = Copy::of(&output, &format!("generated/{name}/"));
    let failed = |error: std::io::Error| Failure::problem(format!("{}: {error}", folder.display()));
    let changes = copy::compare(folder, &copy).map_err(failed)?;
    if check {
        for (verb, paths) in [
            ("missing", &changes.added),
            ("differs", &changes.changed),
            ("unknown", &changes.unknown),
        ] {
            for path in paths {
                println!("{verb:8}{path}");
            }
        }
        if changes.is_empty() {
            println!("{} is a faithful copy of {name}", folder.display());
            return Ok(Outcome::Fine);
        }
        println!(
            "run `cargo run -p codegen -- vendor {name} {}` to bring it up to date",
            folder.display()
        );
        return Ok(Outcome::Problems);
    }
    copy::write(folder, &copy).map_err(failed)?;
    println!(
        "{name} is in {0}; depend on it with\n    {name} = {{ path = {0:?} }}",
        folder.display()
    );
    for path in &changes.unknown {
        println!("note: {path} is not part of the crate and was left alone");
    }
    Ok(Outcome::Fine)
}
