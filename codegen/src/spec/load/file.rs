use std::fs;
use std::io;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::check::check;
use super::decode::decode;
use super::find::FoundFile;
use super::located::Located;
use super::parse::parse;
use super::shape::Shapes;
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// The text of a file, and where it stops being UTF-8.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) text: String,
    pub(super) invalid_at: Option<usize>,
}

impl Content {
    pub(super) fn read(file: &FoundFile) -> io::Result<Self> {
        let bytes = fs::read(&file.path)?;
        Ok(match String::from_utf8(bytes) {
            Ok(text) => Self {
                text,
                invalid_at: None,
            },
            Err(error) => {
                let invalid_at = Some(error.utf8_error().valid_up_to());
                // Good enough to show the line; up to the place in question no byte is different.
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                Self { text, invalid_at }
            }
        })
    }
}

/// A kind of spec file.
#[derive(Debug)]
pub(super) struct Language {
    /// Name of its schema.
    schema: &'static str,
    /// How many folders lie between the file and `specs`.
    depth: usize,
    shapes: Shapes,
}

impl Language {
    pub(super) fn of<T: JsonSchema>(schema: &'static str, depth: usize) -> Self {
        Self {
            schema,
            depth,
            shapes: Shapes::of::<T>(),
        }
    }

    /// The line that tells editors the schema.
    fn first_line(&self) -> String {
        format!(
            "# yaml-language-server: $schema={}schema/{}",
            "../".repeat(self.depth),
            self.schema
        )
    }
}

/// A file in memory, to be understood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    pub(super) invalid_at: Option<usize>,
    pub(super) language: &'a Language,
}

impl Source<'_> {
    /// Reads the file into its struct. All that is wrong goes into `problems`; the result is left out only
    /// if it would not be what the file says.
    pub(super) fn understand<T: DeserializeOwned>(
        &self,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Located<T>> {
        if let Some(offset) = self.invalid_at {
            let message = "this byte is not UTF-8";
            problems.push(
                Diagnostic::error(Code::NotUtf8, self.span(offset, offset + 1), message)
                    .help("save the file as UTF-8"),
            );
            return None;
        }
        let bare = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        if bare.len() < self.text.len() {
            let span = self.span(0, self.text.len() - bare.len());
            let message = "the file begins with a byte order mark";
            problems.push(
                Diagnostic::error(Code::ByteOrderMark, span, message)
                    .help("save the file as UTF-8 without one"),
            );
        }
        if bare.trim().is_empty() {
            problems.push(self.empty());
            return None;
        }
        problems.extend(self.schema_line(bare));
        self.parsed(problems)
    }

    fn parsed<T: DeserializeOwned>(&self, problems: &mut Vec<Diagnostic>) -> Option<Located<T>> {
        let harmless = problems.len();
        let root = parse(self.file, self.text, problems);
        let root = match root {
            Some(root) if !root.is_empty_scalar() => root,
            _ => {
                if problems.len() == harmless {
                    problems.push(self.empty());
                }
                return None;
            }
        };
        check(self.file, self.text, &self.language.shapes, &root, problems);
        if problems.len() > harmless {
            return None;
        }
        let value = decode(self.file, &root, problems)?;
        Some(Located::new(value, self.file, root))
    }

    fn empty(&self) -> Diagnostic {
        Diagnostic::error(Code::EmptyFile, self.span(0, 0), "the file says nothing")
            .help("write the spec, or remove the file")
    }

    fn schema_line(&self, bare: &str) -> Option<Diagnostic> {
        let expected = self.language.first_line();
        let first = bare.lines().next().unwrap_or_default();
        if first.trim_end() == expected {
            return None;
        }
        let start = self.text.len() - bare.len();
        let span = self.span(start, start + first.len());
        Some(if first.starts_with("# yaml-language-server:") {
            Diagnostic::error(
                Code::SchemaLine,
                span,
                "the first line names another schema",
            )
            .help("editors find the schema of this file with")
            .replace(expected)
        } else {
            Diagnostic::error(
                Code::SchemaLine,
                span,
                "the first line does not name the schema",
            )
            .help("editors find the schema of a file with")
            .replace(format!("{expected}\n{first}"))
        })
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start..end)
    }
}
