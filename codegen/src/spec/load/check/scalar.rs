use super::super::node::{Kind, Node, Text};
use super::super::scalar::Reading;
use super::super::shape::Shape;
use super::prose::quoted;
use super::{Check, Spot, enumerate};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

/// Whether a value is `null`, or not written at all.
pub(super) fn is_null(node: &Node) -> bool {
    matches!(&node.kind, Kind::Scalar(text) if Reading::of(text) == Reading::Null)
}

/// What a value is, with an article; nothing for one that is not written.
pub(super) fn found(node: &Node) -> Option<&'static str> {
    match &node.kind {
        Kind::List { .. } => Some("a list"),
        Kind::Map { .. } => Some("a map"),
        Kind::Scalar(_) if node.is_empty_scalar() => None,
        Kind::Scalar(text) => Some(Reading::of(text).noun()),
        Kind::Refused => Some("something else"),
    }
}

impl Check<'_> {
    pub(super) fn scalar(&mut self, shape: &Shape, spot: Spot<'_>) {
        let Kind::Scalar(text) = &spot.node.kind else {
            return self.expected(&wanted(shape), spot);
        };
        let reading = Reading::of(text);
        match fit(shape, text, reading) {
            Fit::Yes => {}
            Fit::WrongType => {
                let problem =
                    self.with_cure(self.wrong_type(&wanted(shape), spot), shape, text, reading);
                self.problems.push(problem);
            }
            Fit::OutOfRange(low, high) => {
                let message = format!("{} must be a number from {low} to {high}", spot.name());
                let span = self.span(spot.header());
                self.problems
                    .push(Diagnostic::error(Code::OutOfRange, span, message));
            }
            Fit::UnknownWord(words) => {
                let problem = self.unknown_word(words, text, spot);
                self.problems.push(problem);
            }
        }
    }

    fn unknown_word(&self, words: &[String], text: &Text, spot: Spot<'_>) -> Diagnostic {
        let span = self.span(spot.header());
        let message = format!("{} cannot be `{}`", spot.name(), text.text);
        let words = || words.iter().map(String::as_str);
        let problem = Diagnostic::error(Code::UnknownValue, span, message)
            .label(format!("expected {}", enumerate(words(), "or")));
        match did_you_mean(&text.text, words()) {
            Some(meant) => problem
                .help(format!("did you mean `{meant}`?"))
                .replace(meant),
            None => problem,
        }
    }

    /// Adds what to write instead, where that is plain.
    fn with_cure(
        &self,
        problem: Diagnostic,
        shape: &Shape,
        text: &Text,
        reading: Reading,
    ) -> Diagnostic {
        if takes_text(shape) && text.plain && !text.text.is_empty() {
            let help = match reading {
                Reading::Null => "quotes make it text, if that is what is meant",
                _ => "quotes make it text",
            };
            return problem.help(help).replace(quoted(&text.text));
        }
        let bare = Reading::of(&Text {
            text: text.text.clone(),
            plain: true,
        });
        match (shape, bare) {
            (Shape::Integer(..), Reading::Integer(_)) | (Shape::Boolean, Reading::Boolean(_)) => {
                problem.help("remove the quotes").replace(text.text.clone())
            }
            (Shape::Boolean, _) => match text.text.to_ascii_lowercase().as_str() {
                "yes" | "on" | "y" => problem
                    .help("a boolean is `true` or `false`")
                    .replace("true"),
                "no" | "off" | "n" => problem
                    .help("a boolean is `true` or `false`")
                    .replace("false"),
                _ => problem,
            },
            _ => problem,
        }
    }
}

/// How a scalar fits a shape.
enum Fit<'s> {
    Yes,
    WrongType,
    OutOfRange(i128, i128),
    UnknownWord(&'s [String]),
}

fn fit<'s>(shape: &'s Shape, text: &Text, reading: Reading) -> Fit<'s> {
    match (shape, reading) {
        (Shape::Either(shapes), _) => {
            let mut worst = Fit::WrongType;
            for shape in shapes {
                match fit(shape, text, reading) {
                    Fit::Yes => return Fit::Yes,
                    Fit::WrongType => {}
                    nearer => worst = nearer,
                }
            }
            worst
        }
        (Shape::Text, Reading::Text) | (Shape::Boolean, Reading::Boolean(_)) => Fit::Yes,
        (Shape::Integer(low, high), Reading::Integer(value)) => {
            if (*low..=*high).contains(&value) {
                Fit::Yes
            } else {
                Fit::OutOfRange(*low, *high)
            }
        }
        (Shape::Word(words), Reading::Text) => {
            if words.contains(&text.text) {
                Fit::Yes
            } else {
                Fit::UnknownWord(words)
            }
        }
        _ => Fit::WrongType,
    }
}

/// Whether a shape is one that [`Check::scalar`] knows.
pub(super) fn is_scalar(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text | Shape::Boolean | Shape::Integer(..) | Shape::Either(_) | Shape::Word(_)
    )
}

fn takes_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text => true,
        Shape::Either(shapes) => shapes.contains(&Shape::Text),
        _ => false,
    }
}

/// A scalar shape in words, with an article.
fn wanted(shape: &Shape) -> String {
    match shape {
        Shape::Boolean => "a boolean".to_owned(),
        Shape::Integer(..) => "a whole number".to_owned(),
        Shape::Word(words) => enumerate(words.iter().map(String::as_str), "or"),
        Shape::Either(shapes) => {
            let nouns: Vec<String> = shapes.iter().map(wanted).collect();
            match nouns.as_slice() {
                [most @ .., last] if !most.is_empty() => format!("{} or {last}", most.join(", ")),
                _ => nouns.concat(),
            }
        }
        _ => "text".to_owned(),
    }
}
