use std::io::Write;
use std::path::Path;

use super::pipeline::understand;
use super::{Failure, Outcome};
use crate::emit;
use crate::plan::plan;

/// Prints the resolved model.
pub(super) fn inspect(root: &Path, provider: Option<&str>, json: bool) -> Result<Outcome, Failure> {
    let understood = understand(root);
    let plan = plan(understood.sound()?);
    if let Some(provider) = provider
        && !plan
            .crates
            .iter()
            .any(|planned| planned.model.facts.provider == provider)
    {
        let known: Vec<_> = plan
            .crates
            .iter()
            .map(|planned| planned.model.facts.provider.as_str())
            .collect();
        return Err(Failure::usage(format!(
            "there is no provider `{provider}`; the specs have {}",
            known.join(", ")
        )));
    }
    let text = if json {
        emit::inspect::json(&plan, provider).map_err(|error| Failure::problem(error.to_string()))?
    } else {
        emit::inspect::table(&plan, provider)
    };
    // A reader that has seen enough closes the pipe; that is no failure.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(Outcome::Fine)
}
