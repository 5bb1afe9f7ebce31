use std::io;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Sources, Span};

/// What has been read so far, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) sources: Sources,
    pub(super) diagnostics: Diagnostics,
}

impl Report {
    /// Reports a file or folder that has no text to point into.
    pub(super) fn file(
        &mut self,
        code: Code,
        name: &str,
        message: impl Into<String>,
        help: &[&str],
    ) {
        let file = self.sources.add(name.to_owned(), String::new());
        let mut problem = Diagnostic::error(code, Span::top(file), message);
        for text in help {
            problem = problem.help(*text);
        }
        self.diagnostics.push(problem);
    }

    pub(super) fn unreadable(&mut self, name: &str, error: &io::Error) {
        self.file(
            Code::Unreadable,
            name,
            format!("cannot be read: {error}"),
            &[],
        );
    }
}
