use std::fmt;
use std::ops::Range;

use serde::de::value::{
    BorrowedStrDeserializer, MapAccessDeserializer, MapDeserializer, SeqDeserializer,
};
use serde::de::{self, DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::node::{Entry, Kind, Node, Text};
use super::scalar::Reading;
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// Reads a file whose shape is right into its struct.
///
/// The struct is made from the tree that was checked, and not from the text a second time: two YAML
/// parsers disagree about line breaks, tabs and colons in corners that nobody wants to know, and then
/// what was checked is not what was read.
pub(super) fn decode<T: DeserializeOwned>(
    file: FileId,
    root: &Node,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    let Error { message, place } = match T::deserialize(Value(root)) {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    let range = place.unwrap_or_else(|| root.header(None));
    let span = Span::new(file, range);
    let message = format!("this cannot be read: {message}");
    problems.push(Diagnostic::error(Code::Undecodable, span, message));
    None
}

/// A value that serde reads from. Enums are words, or maps with one key.
#[derive(Clone, Copy)]
struct Value<'de>(&'de Node);

impl<'de> Value<'de> {
    /// Adds the place to an error that has none yet: the innermost value is the first to do so.
    fn located<T>(self, result: Result<T, Error>) -> Result<T, Error> {
        result.map_err(|error| Error {
            place: error.place.or_else(|| Some(self.0.header(None))),
            ..error
        })
    }

    fn scalar<V: Visitor<'de>>(text: &'de Text, visitor: V) -> Result<V::Value, Error> {
        match Reading::of(text) {
            Reading::Null => visitor.visit_unit(),
            Reading::Boolean(value) => visitor.visit_bool(value),
            Reading::Integer(value) => match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => visitor.visit_i64(value),
                (_, Ok(value)) => visitor.visit_u64(value),
                _ => visitor.visit_i128(value),
            },
            Reading::Number(value) => visitor.visit_f64(value),
            Reading::Text => visitor.visit_borrowed_str(&text.text),
        }
    }

    fn any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.kind {
            Kind::Scalar(text) => Self::scalar(text, visitor),
            Kind::List { items, .. } => {
                visitor.visit_seq(SeqDeserializer::new(items.iter().map(Value)))
            }
            Kind::Map { entries, .. } => visitor.visit_map(map(entries)),
            Kind::Refused => Err(de::Error::custom("it is not part of the spec language")),
        }
    }

    fn choice<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.kind {
            Kind::Scalar(text) => visitor.visit_enum(BorrowedStrDeserializer::new(&text.text)),
            Kind::Map { entries, .. } => {
                visitor.visit_enum(MapAccessDeserializer::new(map(entries)))
            }
            Kind::List { .. } | Kind::Refused => self.any(visitor),
        }
    }
}

/// The entries of a map, as serde wants them.
fn map(
    entries: &[Entry],
) -> MapDeserializer<'_, impl Iterator<Item = (BorrowedStrDeserializer<'_, Error>, Value<'_>)>, Error>
{
    MapDeserializer::new(entries.iter().map(|entry| {
        (
            BorrowedStrDeserializer::new(entry.key.text.as_str()),
            Value(&entry.value),
        )
    }))
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.located(self.any(visitor))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.kind {
            Kind::Scalar(text) if Reading::of(text) == Reading::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.located(self.choice(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Value<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// What serde did not like, and where.
#[derive(Debug)]
struct Error {
    message: String,
    place: Option<Range<usize>>,
}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            place: None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
