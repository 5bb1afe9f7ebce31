use std::fmt;

use crate::runtime::json::Value;

/// What was given instead, as far as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Given {
    /// Nothing.
    Nothing,
    /// This number.
    Number(i64),
    /// A text of this length, in the unit of the limit.
    Length(usize),
    /// This character of a text.
    Character {
        /// The character.
        character: char,
        /// Its position, from 0.
        position: usize,
    },
    /// A list with this many items.
    Items(usize),
    /// This text, escaped and shortened.
    Text(String),
    /// Something that must not be shown, not even in part.
    Secret,
}

impl Given {
    /// What was given as JSON, for programs; null if it must not be shown.
    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Nothing | Self::Secret => Value::Null,
            Self::Number(number) => Value::from(*number),
            Self::Length(count) | Self::Items(count) => Value::from(*count),
            Self::Character { character, .. } => Value::from(character.to_string()),
            Self::Text(text) => Value::from(text.as_str()),
        }
    }
}

impl fmt::Display for Given {
    /// Ends the sentence that the constraint began; nothing when nothing was given.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Number(number) => write!(f, ", but is {number}"),
            Self::Length(length) => write!(f, ", but is {length} long"),
            Self::Character {
                character,
                position,
            } => {
                let place = position.saturating_add(1);
                write!(f, ", but character {place} is {character:?}")
            }
            Self::Items(count) => write!(f, ", but has {count}"),
            Self::Text(text) => write!(f, ", but is `{text}`"),
            Self::Secret => f.write_str(", which the given secret value is not"),
        }
    }
}
