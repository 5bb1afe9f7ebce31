use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::build::Open;
use super::check::quoted;
use super::node::Kind;
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// What the parser stumbled over, in words that help. `open` are the maps and lists around it.
pub(super) fn explain(file: FileId, text: &str, error: &ScanError, open: &[Open]) -> Diagnostic {
    let offset = error
        .marker()
        .byte_offset()
        .unwrap_or_default()
        .min(text.len());
    let place = Place {
        file,
        text,
        offset,
        open,
    };
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(place.here()),
        ErrorKind::MappingValueNotAllowed => place.text_that_ends().unwrap_or_else(|| {
            Diagnostic::error(Code::Syntax, place.here(), "no key can stand here")
                .help("is this line, or the one above it, indented as it should be?")
        }),
        ErrorKind::ExpectedFlowMappingSeparator => place
            .text_that_ends()
            .unwrap_or_else(|| place.open_bracket("expected `,` or `}` here")),
        ErrorKind::ExpectedFlowSequenceSeparator => place
            .text_that_ends()
            .unwrap_or_else(|| place.open_bracket("expected `,` or `]` here")),
        ErrorKind::UnexpectedCharacter { character } => place.unexpected(*character),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => Diagnostic::error(
            Code::BareProse,
            place.here(),
            "text goes on behind its closing quote",
        )
        .help("quote all of it with the other kind of quotes, or write it in block style"),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => {
            Diagnostic::error(Code::Syntax, place.here(), "a tab cannot indent in YAML")
                .help("indent with spaces")
        }
        ErrorKind::DirectiveDisallowed => {
            let message = "a directive is not part of the spec language";
            Diagnostic::error(Code::YamlFeature, place.here(), message).help("remove it")
        }
        _ => place.other(error),
    }
}

/// For maps and lists within each other beyond any need.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code::TooDeep,
        span,
        "maps and lists are nested too deeply here",
    )
    .help("no spec needs this; a bracket may be missing its end")
}

struct Place<'a> {
    file: FileId,
    text: &'a str,
    offset: usize,
    open: &'a [Open],
}

impl Place<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// The character that the parser could not take.
    fn here(&self) -> Span {
        let width = self.rest().chars().next().map_or(0, char::len_utf8);
        self.span(self.offset..self.offset + width)
    }

    fn rest(&self) -> &str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn in_flow(&self) -> bool {
        self.open.last().is_some_and(Open::is_flow)
    }

    /// Prose without quotes, cut short by a colon or a bracket.
    fn text_that_ends(&self) -> Option<Diagnostic> {
        let node = self.open.last()?.last_value()?;
        let Kind::Scalar(scalar) = &node.kind else {
            return None;
        };
        let between = self.text.get(node.range.end..self.offset)?;
        let written = self.text.get(node.range.clone())?;
        if !scalar.plain
            || !between.trim().is_empty()
            || format!("{written}{between}").contains('\n')
        {
            return None;
        }
        let cause = match self.rest().chars().next()? {
            ':' => "a colon",
            '{' | '}' | '[' | ']' => "a bracket",
            _ => return None,
        };
        Some(self.unquoted(node.range.start, format!("the text ends at {cause}")))
    }

    fn unexpected(&self, character: char) -> Diagnostic {
        if character.is_control() {
            let message = format!(
                "the control character U+{:04X} stands here",
                u32::from(character)
            );
            return Diagnostic::error(Code::Syntax, self.here(), message).help("remove it");
        }
        let beginning = match character {
            '`' => "a backquote".to_owned(),
            _ => format!("`{character}`"),
        };
        self.unquoted(
            self.offset,
            format!("text without quotes cannot begin with {beginning}"),
        )
    }

    /// Text that begins at `start` and needs quotes. In block style it goes to the end of the line; inside
    /// brackets nobody knows where it was meant to end.
    fn unquoted(&self, start: usize, message: String) -> Diagnostic {
        if self.in_flow() {
            return Diagnostic::error(Code::BareProse, self.here(), message)
                .help("put the text in quotes, or write the map in block style");
        }
        let line = self
            .text
            .get(start..)
            .and_then(|rest| rest.lines().next())
            .unwrap_or_default();
        // What follows ` #` is a comment, with or without quotes.
        let prose = line
            .split_once(" #")
            .map_or(line, |(prose, _)| prose)
            .trim_end();
        Diagnostic::error(
            Code::BareProse,
            self.span(start..start + prose.len()),
            message,
        )
        .help("put the text in quotes, or in block style behind `|`")
        .replace(quoted(prose))
    }

    fn other(&self, error: &ScanError) -> Diagnostic {
        self.open_bracket(&format!("not YAML: {}", error.info()))
    }

    /// An end that never comes is noticed far from its beginning, which is named as well.
    fn open_bracket(&self, message: &str) -> Diagnostic {
        let problem = Diagnostic::error(Code::Syntax, self.here(), message);
        match self.open.iter().rev().find(|open| open.is_flow()) {
            Some(open) => problem.also(open.beginning(self.file), "opened here"),
            None => problem,
        }
    }
}
