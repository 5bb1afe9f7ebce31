use std::error::Error;
use std::fmt;

/// Why a list cannot be followed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PagingFault {
    /// The server leads back to where the list has been already.
    Repeats,
    /// The server says that there is another page, but not where.
    NoPosition,
    /// Page after page is empty, and there is always another.
    Empty,
}

impl fmt::Display for PagingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Repeats => "the server repeats a page that it has sent before",
            Self::NoPosition => "the server says that more follows, but not where",
            Self::Empty => "the server sends one empty page after another",
        })
    }
}

impl Error for PagingFault {}
