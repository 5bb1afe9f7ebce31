use std::fmt::Write;

use super::super::{Diagnostic, Place, Sources};
use super::Command;

/// One workflow command a line.
pub(in super::super) fn github(items: &[&Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for item in items {
        let command = Command {
            level: item.severity().as_str(),
            place: Some(Place::new(sources, item.span())),
            title: item.code().id(),
            message: &message(item, sources),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{command}");
    }
    out
}

/// Everything that has no field of its own goes into the message.
fn message(item: &Diagnostic, sources: &Sources) -> String {
    let mut text = item.message().to_owned();
    if let Some(label) = item.label_text() {
        text.push('\n');
        text.push_str(label);
    }
    for related in item.related() {
        let start = sources.visible(related.span).start;
        let (line, column) = sources.position(related.span.file, start);
        let path = sources.path(related.span.file);
        let _ = write!(text, "\n{path}:{line}:{column}: {}", related.text);
    }
    for help in item.help_texts() {
        let _ = write!(text, "\nhelp: {help}");
    }
    text
}
