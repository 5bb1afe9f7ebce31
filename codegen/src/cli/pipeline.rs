//! The stages in a row, and how their problems are shown.

use std::io::{IsTerminal, Write};
use std::path::Path;

use anstyle::{AnsiColor, Reset, Style};

use super::Failure;
use crate::diagnostic::{Diagnostics, Format, Sources};
use crate::diff;
use crate::emit;
use crate::model::{Model, resolve};
use crate::output::Output;
use crate::plan::plan;
use crate::spec::load;

/// How the word `error` looks.
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// How the word `warning` looks.
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Back to normal.
pub(super) const RESET: Reset = Reset;

/// What the specs of a workspace mean, and everything that is wrong with them.
pub(super) struct Understood {
    pub sources: Sources,
    pub model: Model,
    pub diagnostics: Diagnostics,
}

/// Reads and resolves the specs below a root.
pub(super) fn understand(root: &Path) -> Understood {
    let loaded = load::load(root);
    let (mut model, problems) = resolve::resolve(&loaded.products);
    let mut diagnostics = loaded.diagnostics;
    diagnostics.extend(problems.iter().cloned());
    diagnostics.extend(loaded.approvals.iter().flat_map(diff::check));
    if diagnostics.has_errors() {
        model.services.clear();
    }
    Understood {
        sources: loaded.sources,
        model,
        diagnostics,
    }
}

impl Understood {
    /// Shows all problems on standard error; fails if one of them is an error.
    pub(super) fn sound(&self) -> Result<&Model, Failure> {
        if !self.diagnostics.is_empty() {
            eprint!(
                "{}",
                self.diagnostics
                    .render(&self.sources, text_format(&std::io::stderr()))
            );
        }
        if self.diagnostics.has_errors() {
            return Err(Failure::problem(
                "the specs have errors; nothing was generated",
            ));
        }
        Ok(&self.model)
    }
}

/// Everything that the generator makes from a model.
pub(super) fn produce(model: &Model) -> Result<Output, Failure> {
    let mut output = Output::default();
    let mut insert = |path: String, contents: String| {
        output
            .insert(path, contents)
            .map_err(|error| Failure::problem(format!("two files would be one: {error}")))
    };
    for file in emit::emit(&plan(model)).map_err(|fault| Failure::problem(fault.to_string()))? {
        insert(file.path, file.contents)?;
    }
    for (name, schema) in load::schemas() {
        insert(format!("specs/schema/{name}"), schema)?;
    }
    insert("specs/schema/diff.json".to_owned(), diff::schema())?;
    Ok(output)
}

/// Says something on standard error, if anybody listens: how a run ends must not depend on it.
pub(super) fn tell(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Text, in colour where it is read in colour.
pub(super) fn text_format(stream: &impl IsTerminal) -> Format {
    Format::Text {
        color: is_colored(stream),
    }
}

/// Whether a person reads a stream who has not asked for no colour.
pub(super) fn is_colored(stream: &impl IsTerminal) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !refused
}
