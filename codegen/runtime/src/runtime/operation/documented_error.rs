/// One row of an error table.
///
/// Two rows may share a code when the document gives it two meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentedError {
    /// The HTTP status, where the document names one.
    pub status: Option<u16>,
    /// The code exactly as documented, misspellings included.
    pub code: &'static str,
    /// Other spellings of the same code.
    pub aliases: &'static [&'static str],
    /// The parameter or thing that the error is about; may be empty.
    pub about: &'static str,
    /// What the error means.
    pub meaning: &'static str,
    /// Whether a retry can help.
    pub retry: Retry,
}

impl DocumentedError {
    /// Whether this row describes an answer with `status` and `code`.
    ///
    /// A row without a status describes every status.
    pub fn describes(&self, status: u16, code: &str) -> bool {
        self.status.is_none_or(|documented| documented == status)
            && (self.code == code || self.aliases.contains(&code))
    }
}

/// Whether sending the same request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// The request itself is wrong.
    Never,
    /// Only after the resource has changed its state.
    AfterStateChange,
    /// Yes, after a while.
    Later,
    /// The document does not say.
    Unknown,
}
