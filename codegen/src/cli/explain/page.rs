//! A page for people: headings, prose that wraps, lists and examples.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::diagnostic::line;

/// How the heading of a name looks.
const HEADING: Style = AnsiColor::Green.on_default().bold();
/// How the heading of a part looks.
const SECTION: Style = Style::new().bold();
/// Width at which prose wraps.
const WIDTH: usize = 100;

/// What stands at the end of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Nothing,
    Heading,
    Section,
    Paragraph,
    Item,
    Code,
}

/// Text in the making. Colours are in it, and are dropped when it is printed where nobody sees them.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
    last: Last,
}

impl Page {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Begins what there is to say about one name.
    pub(super) fn heading(&mut self, text: &str) {
        self.begin(Last::Heading);
        self.line(&format!("{HEADING}{}{HEADING:#}", line(text)));
    }

    /// Begins a part of it.
    pub(super) fn section(&mut self, text: &str) {
        self.begin(Last::Section);
        self.line(&format!("{SECTION}{}{SECTION:#}", line(text)));
    }

    /// Prose; an empty line begins another paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        for paragraph in text.split("\n\n").filter(|text| !text.trim().is_empty()) {
            self.begin(Last::Paragraph);
            self.wrap(paragraph, "", "");
        }
    }

    /// An item of a list.
    pub(super) fn item(&mut self, text: &str) {
        self.begin(Last::Item);
        self.wrap(text, "- ", "  ");
    }

    /// A part that is a list, if there is anything in it.
    pub(super) fn list(&mut self, title: &str, items: impl IntoIterator<Item = String>) {
        for (index, item) in items.into_iter().enumerate() {
            if index == 0 {
                self.section(title);
            }
            self.item(&item);
        }
    }

    /// Lines that stay as they are.
    pub(super) fn code(&mut self, text: &str) {
        self.begin(Last::Code);
        for code in text.lines() {
            self.line(&format!("    {}", line(code)));
        }
    }

    fn begin(&mut self, next: Last) {
        let close = matches!(
            (self.last, next),
            (Last::Nothing, _)
                | (Last::Section, Last::Paragraph | Last::Item | Last::Code)
                | (Last::Item, Last::Item)
        );
        if !close {
            self.text.push('\n');
        }
        self.last = next;
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    fn wrap(&mut self, text: &str, first: &str, further: &str) {
        let mut row = first.to_owned();
        let mut is_new = true;
        for word in text.split_whitespace().map(line) {
            if !is_new && row.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&row);
                further.clone_into(&mut row);
                is_new = true;
            }
            if !is_new {
                row.push(' ');
            }
            row.push_str(&word);
            is_new = false;
        }
        self.line(&row);
    }
}
