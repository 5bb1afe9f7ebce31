use std::path::{Path, PathBuf};

use super::arguments::LintFormat;
use super::pipeline::{text_format, understand};
use super::{Failure, Outcome};
use crate::diagnostic::{Diagnostics, Format};

/// Reports everything that is wrong with the specs, or with some of them.
pub(super) fn lint(root: &Path, paths: &[PathBuf], format: LintFormat) -> Result<Outcome, Failure> {
    let wanted = paths
        .iter()
        .map(|path| below(root, path))
        .collect::<Result<Vec<_>, _>>()?;
    let understood = understand(root);
    let mut found = Diagnostics::default();
    for diagnostic in understood.diagnostics.iter() {
        let file = Path::new(understood.sources.path(diagnostic.span().file));
        if wanted.is_empty() || wanted.iter().any(|path| file.starts_with(path)) {
            found.push(diagnostic.clone());
        }
    }
    let format = match format {
        LintFormat::Text => text_format(&std::io::stdout()),
        LintFormat::Json => Format::Json,
        LintFormat::Github => Format::Github,
    };
    let text = found.render(&understood.sources, format);
    if found.is_empty() && matches!(format, Format::Text { .. }) {
        println!("no problems found");
    } else {
        print!("{text}");
    }
    Ok(if found.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Problems
    })
}

/// A path relative to the root, as diagnostics name it.
fn below(root: &Path, path: &Path) -> Result<PathBuf, Failure> {
    // A path is meant from the current folder, and only then from the root.
    let candidates = [path.to_owned(), root.join(path)];
    let found = candidates.iter().find(|candidate| candidate.exists());
    let absolute = found
        .and_then(|found| found.canonicalize().ok())
        .ok_or_else(|| {
            Failure::usage(format!(
                "{}: there is no such file or folder",
                path.display()
            ))
        })?;
    let root = root
        .canonicalize()
        .map_err(|error| Failure::usage(format!("{}: {error}", root.display())))?;
    absolute
        .strip_prefix(&root)
        .map(Path::to_owned)
        .map_err(|_| {
            Failure::usage(format!(
                "{} is outside the workspace {}",
                path.display(),
                root.display()
            ))
        })
}
