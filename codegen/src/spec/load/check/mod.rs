//! Whether a tree has the shape of its schema. Everything that is wrong is reported, not the first.

mod choice;
mod keys;
mod list;
mod prose;
mod record;
mod scalar;

pub(super) use prose::quoted;

use std::ops::Range;

use super::node::{Entry, Key, Kind, Node};
use super::shape::{Shape, Shapes};
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// Checks a whole file.
pub(super) fn check(
    file: FileId,
    text: &str,
    shapes: &Shapes,
    root: &Node,
    problems: &mut Vec<Diagnostic>,
) {
    let mut check = Check {
        file,
        text,
        shapes,
        problems,
    };
    let spot = Spot {
        node: root,
        key: None,
        within: None,
    };
    check.value(&shapes.root, spot);
}

struct Check<'a> {
    file: FileId,
    text: &'a str,
    shapes: &'a Shapes,
    problems: &'a mut Vec<Diagnostic>,
}

/// A value, and how to speak of it.
#[derive(Clone, Copy)]
struct Spot<'n> {
    node: &'n Node,
    /// Its key, if it stands in a map.
    key: Option<&'n Key>,
    /// The key of the list that it stands in.
    within: Option<&'n Key>,
}

impl<'n> Spot<'n> {
    /// The value of a key.
    fn of(entry: &'n Entry) -> Self {
        Self {
            node: &entry.value,
            key: Some(&entry.key),
            within: None,
        }
    }

    /// A member of the list in this spot.
    fn member(self, item: &'n Node) -> Self {
        Self {
            node: item,
            key: None,
            // A list in a list has no key; the outer one's is better than none.
            within: self.key.or(self.within),
        }
    }

    /// As the subject of a sentence.
    fn name(&self) -> String {
        match (self.key, self.within) {
            (Some(key), _) => format!("`{}`", key.text),
            (None, Some(list)) => format!("a member of `{}`", list.text),
            (None, None) => "the file".to_owned(),
        }
    }

    fn header(&self) -> Range<usize> {
        self.node.header(self.key)
    }
}

impl Check<'_> {
    fn value(&mut self, shape: &Shape, spot: Spot<'_>) {
        let shapes = self.shapes;
        match shapes.resolve(shape) {
            Shape::Anything | Shape::Unknown | Shape::Named(_) => {}
            Shape::Optional(inner) if !scalar::is_null(spot.node) => self.value(inner, spot),
            Shape::Optional(_) => {}
            Shape::List(member) => self.list(member, spot),
            Shape::Tuple(members) => self.tuple(members, spot),
            Shape::Map(value) => self.map(value, spot),
            Shape::Record(fields) => self.record(fields, spot),
            Shape::Choice(forms) => self.choice(forms, spot),
            shape => self.scalar(shape, spot),
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// `wanted` with an article, as in "a list".
    fn wrong_type(&self, wanted: &str, spot: Spot<'_>) -> Diagnostic {
        let name = spot.name();
        let message = match scalar::found(spot.node) {
            Some(found) => format!("{name} must be {wanted}, not {found}"),
            None => format!("{name} has no value; it must be {wanted}"),
        };
        Diagnostic::error(Code::WrongType, self.span(spot.header()), message)
            .label(format!("expected {wanted}"))
    }

    /// Reports a value that is not `wanted`, unless it has been refused already.
    fn expected(&mut self, wanted: &str, spot: Spot<'_>) {
        if spot.node.kind != Kind::Refused {
            let problem = self.wrong_type(wanted, spot);
            self.problems.push(problem);
        }
    }
}

/// The words in backquotes, as in "`a`, `b` and `c`".
fn enumerate<'a>(words: impl IntoIterator<Item = &'a str>, conjunction: &str) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {conjunction} {last}", most.join(", ")),
    }
}
