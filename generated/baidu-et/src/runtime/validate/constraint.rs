use std::fmt;

use super::characters::in_words;
use super::{Characters, Format, Rule};
use crate::runtime::json::{Map, Value};
use crate::runtime::text::listed;

/// A documented limit, with its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Constraint {
    /// The parameter must be given.
    Required,
    /// A number must lie between these, both included.
    Range {
        /// The smallest number.
        min: Option<i64>,
        /// The largest number.
        max: Option<i64>,
    },
    /// A number must be none of these.
    NotOneOf {
        /// The numbers that are taken or reserved.
        forbidden: &'static [i64],
    },
    /// A text must be this long.
    Length {
        /// The shortest length.
        min: Option<usize>,
        /// The longest length.
        max: Option<usize>,
        /// What is counted.
        unit: LengthUnit,
    },
    /// A text must consist of these characters.
    Characters(&'static Characters),
    /// A text must not start like this.
    ForbiddenPrefix {
        /// The prefix that it has.
        prefix: &'static str,
    },
    /// A text must follow a notation.
    Format(Format),
    /// A text must be one of these.
    OneOf {
        /// The documented values.
        allowed: &'static [&'static str],
        /// Whether upper and lower case are the same.
        ignore_case: bool,
    },
    /// A number must be one of these.
    OneOfInteger {
        /// The documented values.
        allowed: &'static [i64],
    },
    /// A list must have this many items.
    ItemCount {
        /// The fewest items.
        min: Option<usize>,
        /// The most items.
        max: Option<usize>,
    },
    /// Several parameters must fit each other.
    Rule(&'static Rule),
}

/// What the length of a text counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LengthUnit {
    /// Unicode characters.
    Characters,
    /// Bytes in UTF-8.
    Bytes,
}

impl LengthUnit {
    /// The length of `text` in this unit.
    pub fn measure(self, text: &str) -> usize {
        match self {
            Self::Characters => text.chars().count(),
            Self::Bytes => text.len(),
        }
    }

    /// The unit in the singular.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Characters => "character",
            Self::Bytes => "byte",
        }
    }
}

impl Constraint {
    /// The last part of the rule's id.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Range { .. } => "range",
            Self::NotOneOf { .. } => "not-one-of",
            Self::Length { .. } => "length",
            Self::Characters(_) => "characters",
            Self::ForbiddenPrefix { .. } => "forbidden-prefix",
            Self::Format(_) => "format",
            Self::OneOf { .. } | Self::OneOfInteger { .. } => "one-of",
            Self::ItemCount { .. } => "item-count",
            Self::Rule(rule) => rule.kind,
        }
    }

    /// The numbers and texts of the limit as JSON, for programs.
    pub(super) fn to_json(self) -> Value {
        let mut members = Map::new();
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                members.insert(name.to_owned(), value);
            }
        };
        match self {
            Self::Required | Self::Characters(_) => {}
            Self::Range { min, max } => {
                put("min", min.map(Value::from));
                put("max", max.map(Value::from));
            }
            Self::NotOneOf { forbidden } => put("forbidden", Some(Value::from(forbidden))),
            Self::Length { min, max, unit } => {
                put("min", min.map(Value::from));
                put("max", max.map(Value::from));
                put("unit", Some(Value::from(unit.noun())));
            }
            Self::ForbiddenPrefix { prefix } => put("prefix", Some(Value::from(prefix))),
            Self::Format(format) => put("format", Some(Value::from(format.to_string()))),
            Self::OneOf {
                allowed,
                ignore_case,
            } => {
                put("allowed", Some(Value::from(allowed)));
                put("ignore_case", Some(Value::from(ignore_case)));
            }
            Self::OneOfInteger { allowed } => put("allowed", Some(Value::from(allowed))),
            Self::ItemCount { min, max } => {
                put("min", min.map(Value::from));
                put("max", max.map(Value::from));
            }
            Self::Rule(rule) => {
                put("parameters", Some(Value::from(rule.parameters)));
                put("error", rule.error.map(Value::from));
            }
        }
        Value::Object(members)
    }
}

impl fmt::Display for Constraint {
    /// Completes a sentence that starts with the parameter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Required => f.write_str("is required"),
            Self::Range { min, max } => {
                f.write_str("must be ")?;
                bounds(f, min, max)
            }
            Self::NotOneOf { forbidden } => write!(f, "must not be {}", numbers(forbidden)),
            Self::Length { min, max, unit } => {
                f.write_str("must be ")?;
                amount(f, min, max, unit.noun())?;
                f.write_str(" long")
            }
            Self::Characters(characters) => write_characters(f, characters),
            Self::ForbiddenPrefix { prefix } => write!(f, "must not start with `{prefix}`"),
            Self::Format(format) => write!(f, "must be {format}"),
            Self::OneOf {
                allowed,
                ignore_case,
            } => {
                let case = if ignore_case { " (in any case)" } else { "" };
                write!(f, "must be {}{case}", listed(allowed, "or"))
            }
            Self::OneOfInteger { allowed } => write!(f, "must be {}", numbers(allowed)),
            Self::ItemCount { min, max } => {
                f.write_str("must have ")?;
                amount(f, min, max, "item")
            }
            Self::Rule(rule) => write!(f, "breaks a rule: {}", rule.text.trim_end_matches('.')),
        }
    }
}

/// Bounds of a count, with its noun in the right number.
fn amount(
    f: &mut fmt::Formatter<'_>,
    min: Option<usize>,
    max: Option<usize>,
    noun: &str,
) -> fmt::Result {
    bounds(f, min, max)?;
    let plural = if max.or(min) == Some(1) { "" } else { "s" };
    write!(f, " {noun}{plural}")
}

fn bounds<T: fmt::Display + PartialEq>(
    f: &mut fmt::Formatter<'_>,
    min: Option<T>,
    max: Option<T>,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) if min == max => write!(f, "exactly {min}"),
        (Some(min), Some(max)) => write!(f, "{min} to {max}"),
        (Some(min), None) => write!(f, "at least {min}"),
        (None, Some(max)) => write!(f, "at most {max}"),
        (None, None) => f.write_str("any number of"),
    }
}

fn numbers(values: &[i64]) -> String {
    let texts: Vec<String> = values.iter().map(i64::to_string).collect();
    let names: Vec<&str> = texts.iter().map(String::as_str).collect();
    listed(&names, "or")
}

fn write_characters(f: &mut fmt::Formatter<'_>, characters: &Characters) -> fmt::Result {
    let Characters { first, allowed, .. } = characters;
    match (first.is_empty(), allowed.is_empty()) {
        (true, _) => write!(f, "may contain only {}", in_words(allowed)),
        (false, true) => write!(f, "must start with one of {}", in_words(first)),
        (false, false) => write!(
            f,
            "must start with one of {} and may go on only with {}",
            in_words(first),
            in_words(allowed)
        ),
    }
}
