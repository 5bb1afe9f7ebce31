use std::borrow::Cow;

use quick_xml::Error;
use quick_xml::errors::IllFormedError;

use crate::runtime::json::{At, DecodeError, Mode};

/// Why a document cannot be read: what stands there, and where. Like [`DecodeError`] it repeats nothing of it.
pub(super) struct Fault {
    found: Cow<'static, str>,
    /// In bytes from the start of the document.
    offset: u64,
}

impl Fault {
    pub(super) fn new(found: impl Into<Cow<'static, str>>, offset: u64) -> Self {
        Self {
            found: found.into(),
            offset,
        }
    }

    /// A fault that the parser found. Its own texts hold names of the document, so they are not used.
    pub(super) fn of(error: &Error, offset: u64) -> Self {
        let found = match error {
            Error::Syntax(_) => "markup that is not closed",
            Error::IllFormed(
                IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_),
            ) => "an end tag that does not fit",
            Error::IllFormed(IllFormedError::UnclosedReference) => "a reference that is not closed",
            _ => "malformed markup",
        };
        Self::new(found, offset)
    }

    pub(super) fn in_document(self, document: &[u8]) -> DecodeError {
        let before = document.iter().zip(0..self.offset);
        let line = 1 + before.filter(|(byte, _)| **byte == b'\n').count();
        let found = format!("{} on line {line} (byte {})", self.found, self.offset);
        DecodeError::new(&At::root(Mode::Tolerant), "XML", found)
    }
}
