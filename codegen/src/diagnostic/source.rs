use std::ops::Range;

/// A file of [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct FileId(u32);

/// A stretch of a file, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// A range of bytes in a file.
    #[must_use]
    pub const fn new(file: FileId, range: Range<usize>) -> Self {
        Self {
            file,
            start: range.start,
            end: range.end,
        }
    }

    /// The very beginning of a file, for what concerns the file as a whole.
    #[must_use]
    pub const fn top(file: FileId) -> Self {
        Self {
            file,
            start: 0,
            end: 0,
        }
    }
}

/// The texts of all files that a diagnostic may point into.
///
/// Every method takes any [`FileId`] and any offset: what does not exist reads as empty text, and an
/// offset outside the text, or inside a character, counts as the nearest one before it. A wrong
/// position in a diagnostic is bad; a panic instead of the diagnostic is worse.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<File>,
}

#[derive(Clone, Debug)]
struct File {
    path: String,
    text: String,
    /// Offset of the first byte of every line.
    lines: Vec<usize>,
}

impl Sources {
    /// Takes in a file. The path is relative to the root and separated by `/`.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(offset, _)| offset + 1))
            .collect();
        self.files.push(File { path, text, lines });
        id
    }

    /// Path of a file, relative to the root, separated by `/`.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.path)
    }

    /// Text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.text)
    }

    /// Line and column of an offset, both counted from 1, the column in characters.
    #[must_use]
    pub fn position(&self, file: FileId, offset: usize) -> (usize, usize) {
        let Some(file) = self.file(file) else {
            return (1, 1);
        };
        let offset = floor_char_boundary(&file.text, offset);
        let line = file.lines.partition_point(|start| *start <= offset).max(1);
        let start = file.lines.get(line - 1).copied().unwrap_or_default();
        let before = file.text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// Offset of the first byte of a line, counted from 1; the end of the text if there is no such line.
    pub(super) fn line_start(&self, file: FileId, line: usize) -> usize {
        self.file(file).map_or(0, |file| {
            let start = line.checked_sub(1).and_then(|index| file.lines.get(index));
            start.copied().unwrap_or(file.text.len())
        })
    }

    /// A line, counted from 1, without its end; empty if there is no such line.
    pub(crate) fn line(&self, file: FileId, line: usize) -> &str {
        let range = self.line_start(file, line)..self.line_start(file, line + 1);
        let text = self.text(file).get(range).unwrap_or_default();
        text.trim_end_matches(['\n', '\r'])
    }

    /// The part of a span that is worth showing: inside the text, without white space at its ends,
    /// and never on a line behind the last one that holds something.
    pub(super) fn visible(&self, span: Span) -> Range<usize> {
        let text = self.text(span.file);
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        let shown = text.get(start..end).unwrap_or_default();
        let inner = shown.trim();
        if inner.is_empty() {
            let start = start.min(text.trim_end().len());
            return start..start;
        }
        let start = start + (shown.len() - shown.trim_start().len());
        start..start + inner.len()
    }

    fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(usize::try_from(id.0).ok()?)
    }
}

/// The offset itself if a character starts there, else the start of the character around it.
fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
