//! Reading and writing JSON without derive macros.
//!
//! Generated types implement [`FromJson`] and [`ToJson`] with a [`Reader`] and a [`Writer`]. Reading has two
//! [`Mode`]s: answers are read tolerantly, since servers and documents disagree about types; requests given as JSON
//! are read strictly, so that a mistake is found before it is sent.

mod at;
mod boxed;
mod decode_error;
mod elements;
mod number;
mod reader;
mod scalar;
mod text;
mod writer;

pub use at::{At, Mode};
pub use decode_error::DecodeError;
pub use reader::Reader;
pub use serde_json::{Map, Value};
pub use text::JsonText;
pub use writer::Writer;

/// A type that can be read from JSON.
pub trait FromJson: Sized {
    /// Reads `value`, which stands at `at`.
    ///
    /// # Errors
    /// The value is of another kind than the type can take.
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError>;
}

/// A type that can be written as JSON.
pub trait ToJson {
    /// The JSON form, with wire names.
    fn to_json(&self) -> Value;
}
