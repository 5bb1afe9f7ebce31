use std::fmt;

use super::super::Place;

/// A workflow command of GitHub Actions that annotates a file. Displays as one line without its end.
pub(crate) struct Command<'a> {
    /// `error`, `warning` or `notice`.
    pub level: &'a str,
    /// Where it is shown; without one, with the run as a whole.
    pub place: Option<Place<'a>>,
    /// Stands above the message.
    pub title: &'a str,
    /// May have several lines.
    pub message: &'a str,
}

impl fmt::Display for Command<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "::{} ", self.level)?;
        if let Some(place) = self.place {
            let file = property(place.file);
            write!(f, "file={file},line={},col={},", place.line, place.column)?;
        }
        write!(f, "title={}::{}", property(self.title), data(self.message))
    }
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
