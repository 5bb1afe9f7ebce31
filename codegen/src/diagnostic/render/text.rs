use std::collections::BTreeSet;
use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
    normalize_untrusted_str,
};

use super::super::{Diagnostic, FileId, Severity, Sources, Span};

/// Reports with source lines, and a last line that counts them.
pub(in super::super) fn text(items: &[&Diagnostic], sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = String::new();
    for item in items {
        out.push_str(&renderer.render(&groups(item, sources)));
        out.push_str("\n\n");
    }
    if let Some(summary) = summary(items) {
        out.push_str(&renderer.render(&[summary]));
        out.push('\n');
    }
    out
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

/// The problem with its places, then the suggestion.
fn groups<'a>(item: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let title = level(item.severity())
        .primary_title(item.message())
        .id(item.code().id());
    let mut main = Group::with_title(title);

    let mut here = vec![Mark::new(
        AnnotationKind::Primary,
        item.span(),
        item.label_text(),
    )];
    let mut elsewhere: Vec<(FileId, Vec<Mark<'a>>)> = Vec::new();
    for related in item.related() {
        let mark = Mark::new(AnnotationKind::Context, related.span, Some(&related.text));
        let file = related.span.file;
        if file == item.span().file {
            here.push(mark);
        } else if let Some((_, marks)) = elsewhere.iter_mut().find(|(other, _)| *other == file) {
            marks.push(mark);
        } else {
            elsewhere.push((file, vec![mark]));
        }
    }
    main = with_snippet(main, sources, item.span().file, &here);
    for (file, marks) in &elsewhere {
        main = with_snippet(main, sources, *file, marks);
    }

    let mut help = item
        .help_texts()
        .iter()
        .map(|text| normalize_untrusted_str(text));
    let Some(replacement) = item.replacement() else {
        for text in help {
            main = main.element(Level::HELP.message(text));
        }
        return vec![main];
    };
    // The last help introduces the suggestion.
    let introduction = help
        .next_back()
        .unwrap_or_else(|| "write this instead".to_owned());
    for text in help {
        main = main.element(Level::HELP.message(text));
    }
    let file = item.span().file;
    let range = sources.visible(item.span());
    let window = Window::around(sources, file, [range.clone()].into_iter());
    let snippet = Snippet::source(window.text)
        .path(sources.path(file))
        .line_start(window.first_line)
        .patch(Patch::new(window.inside(&range), replacement));
    vec![
        main,
        Level::HELP.secondary_title(introduction).element(snippet),
    ]
}

/// A place to underline.
struct Mark<'a> {
    kind: AnnotationKind,
    span: Span,
    label: Option<&'a str>,
}

impl<'a> Mark<'a> {
    fn new(kind: AnnotationKind, span: Span, label: Option<&'a str>) -> Self {
        Self { kind, span, label }
    }
}

fn with_snippet<'a>(
    group: Group<'a>,
    sources: &'a Sources,
    file: FileId,
    marks: &[Mark<'a>],
) -> Group<'a> {
    let ranges: Vec<Range<usize>> = marks
        .iter()
        .map(|mark| first_line(sources, mark.span))
        .collect();
    let window = Window::around(sources, file, ranges.iter().cloned());
    if window.text.is_empty() {
        // A file without text has a name, and nothing to show.
        return group.element(Origin::path(sources.path(file)));
    }
    let annotations = marks
        .iter()
        .zip(&ranges)
        .map(|(mark, range)| -> Annotation<'a> {
            mark.kind.span(window.inside(range)).label(mark.label)
        });
    group.element(
        Snippet::source(window.text)
            .path(sources.path(file))
            .line_start(window.first_line)
            .annotations(annotations),
    )
}

/// A span that covers whole maps would be drawn along dozens of lines; its first line says enough.
fn first_line(sources: &Sources, span: Span) -> Range<usize> {
    let range = sources.visible(span);
    let shown = sources
        .text(span.file)
        .get(range.clone())
        .unwrap_or_default();
    let first = shown.lines().next().unwrap_or_default().trim_end();
    range.start..range.start + first.len()
}

/// The lines of a file that a snippet needs: rendering must not look through the whole file for each
/// of a thousand problems.
struct Window<'a> {
    text: &'a str,
    start: usize,
    first_line: usize,
}

impl<'a> Window<'a> {
    fn around(
        sources: &'a Sources,
        file: FileId,
        ranges: impl Iterator<Item = Range<usize>> + Clone,
    ) -> Self {
        let first = ranges
            .clone()
            .map(|range| range.start)
            .min()
            .unwrap_or_default();
        let last = ranges.map(|range| range.end).max().unwrap_or_default();
        let (first_line, _) = sources.position(file, first);
        let (last_line, _) = sources.position(file, last);
        let start = sources.line_start(file, first_line);
        let end = sources.line_start(file, last_line + 1);
        let text = sources.text(file).get(start..end).unwrap_or_default();
        Self {
            text,
            start,
            first_line,
        }
    }

    /// A range of the file as a range of the window, and never outside it: the renderer panics there.
    fn inside(&self, range: &Range<usize>) -> Range<usize> {
        let start = range.start.saturating_sub(self.start).min(self.text.len());
        let end = range.end.saturating_sub(self.start).min(self.text.len());
        start..end.max(start)
    }
}

fn summary(items: &[&Diagnostic]) -> Option<Group<'static>> {
    let errors = items
        .iter()
        .filter(|item| item.severity() == Severity::Error)
        .count();
    let warnings = items.len() - errors;
    let files = items
        .iter()
        .map(|item| item.span().file)
        .collect::<BTreeSet<_>>()
        .len();
    let (level, what) = match (errors, warnings) {
        (0, 0) => return None,
        (0, _) => (Level::WARNING, count(warnings, "warning")),
        (_, 0) => (Level::ERROR, count(errors, "problem")),
        _ => {
            let both = format!(
                "{} and {}",
                count(errors, "problem"),
                count(warnings, "warning")
            );
            (Level::ERROR, both)
        }
    };
    let title = level.primary_title(format!("{what} in {}", count(files, "file")));
    Some(Group::with_title(title))
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
