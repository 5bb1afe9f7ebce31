use std::fmt;

/// A type in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RustType {
    /// `String`.
    String,
    /// `SecretString`.
    Secret,
    /// `Timestamp`.
    Timestamp,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `f64`.
    F64,
    /// `bool`.
    Bool,
    /// `Value`: free JSON.
    Json,
    /// `JsonText`: JSON that travels as text.
    JsonText,
    /// An enum of `types`.
    Enum(String),
    /// A struct of `types`.
    Shape(String),
    /// A struct of the same module.
    Local(String),
    /// `Vec<…>`.
    List(Box<RustType>),
    /// `Box<…>`, where a shape holds itself.
    Boxed(Box<RustType>),
}

impl fmt::Display for RustType {
    /// The name as `inspect` and the docs show it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String => f.write_str("String"),
            Self::Secret => f.write_str("SecretString"),
            Self::Timestamp => f.write_str("Timestamp"),
            Self::I32 => f.write_str("i32"),
            Self::I64 => f.write_str("i64"),
            Self::F64 => f.write_str("f64"),
            Self::Bool => f.write_str("bool"),
            Self::Json => f.write_str("Value"),
            Self::JsonText => f.write_str("JsonText"),
            Self::Enum(name) | Self::Shape(name) | Self::Local(name) => f.write_str(name),
            Self::List(item) => write!(f, "Vec<{item}>"),
            Self::Boxed(inner) => write!(f, "Box<{inner}>"),
        }
    }
}
