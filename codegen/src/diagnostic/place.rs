use schemars::JsonSchema;
use serde::Serialize;

use super::{Sources, Span};

/// Where something stands, as programs that read our reports are told. Lines and columns are counted from 1,
/// columns in characters; the end is behind the last character.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub(crate) struct Place<'a> {
    /// Path of the file, relative to the root.
    pub file: &'a str,
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// The column behind the last one.
    pub end_column: usize,
}

impl<'a> Place<'a> {
    /// The place of what is worth showing of a span.
    pub(crate) fn new(sources: &'a Sources, span: Span) -> Self {
        let shown = sources.visible(span);
        let (line, column) = sources.position(span.file, shown.start);
        let (end_line, end_column) = sources.position(span.file, shown.end);
        Self {
            file: sources.path(span.file),
            line,
            column,
            end_line,
            end_column,
        }
    }
}
