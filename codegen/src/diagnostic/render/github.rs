use std::fmt::Write;

use super::super::{Diagnostic, Sources};

/// One workflow command a line.
pub(in super::super) fn github(items: &[&Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for item in items {
        let span = item.span();
        let start = sources.visible(span).start;
        let (line, column) = sources.position(span.file, start);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "::{severity} file={file},line={line},col={column},title={title}::{message}",
            severity = item.severity().as_str(),
            file = property(sources.path(span.file)),
            title = property(item.code().id()),
            message = data(&message(item, sources)),
        );
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

/// Escapes the text behind `::`, as the runner of GitHub Actions undoes it. Other control characters could
/// only disturb the log.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
        .replace(char::is_control, "\u{fffd}")
}

/// Escapes the value of a property, where colon and comma are special too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
