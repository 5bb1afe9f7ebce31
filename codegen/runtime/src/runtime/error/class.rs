use ErrorClass::{AccessDenied, Conflict, NotFound, QuotaExceeded, Throttled, Unauthenticated};

/// What an error answer amounts to, whatever the provider calls it.
///
/// A code says more than a status, which providers use loosely: Alibaba answers `QuotaExceeded.Bgp` and
/// `InvalidParams.NotFound` with 400. So the words of the code decide, and the status only if they say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorClass {
    /// What the request is about does not exist.
    NotFound,
    /// There were too many requests; the next should wait.
    Throttled,
    /// As many things exist as a quota allows.
    QuotaExceeded,
    /// What the request is about is in a state that does not allow it, exists already, or is in use.
    Conflict,
    /// The caller is known, but may not do this.
    AccessDenied,
    /// The caller could not be identified: the key, the signature or the token is wrong.
    Unauthenticated,
}

/// Words that decide, as documented codes have them. The first row that a code contains counts, so that
/// `InvalidEntryRuleQuota.NotFound` is about something missing, `InvalidAccessKeyId.NotFound` about who is calling, and
/// `Forbidden.NotAllowedInState` about a state.
///
/// `Forbidden` is not among them: Alibaba puts it in front of codes of every class.
const WORDS: [(&str, ErrorClass); 27] = [
    ("signature does not match", Unauthenticated),
    ("invalid access key id", Unauthenticated),
    ("invalid http auth header", Unauthenticated),
    ("invalid security token", Unauthenticated),
    ("not found", NotFound),
    ("not exist", NotFound),
    ("not exists", NotFound),
    ("throttling", Throttled),
    ("too many requests", Throttled),
    ("quota exceeded", QuotaExceeded),
    ("limit exceed", QuotaExceeded),
    ("limitation exceed", QuotaExceeded),
    ("exceed associate max num", QuotaExceeded),
    ("in state", Conflict),
    ("status", Conflict),
    ("already exist", Conflict),
    ("exists", Conflict),
    ("duplicate", Conflict),
    ("conflict", Conflict),
    ("used", Conflict),
    ("in use", Conflict),
    ("dependency violation", Conflict),
    ("precondition failed", Conflict),
    ("idempotent parameter mismatch", Conflict),
    ("access denied", AccessDenied),
    ("not allowed by caller", AccessDenied),
    ("not allowed by user", AccessDenied),
];

impl ErrorClass {
    /// The class of an answer with this code and status.
    pub fn of(code: Option<&str>, status: u16) -> Option<Self> {
        let words = words(code.unwrap_or_default());
        let by_code = WORDS.iter().find(|(word, _)| words.contains(word));
        by_code.map(|(_, class)| *class).or(match status {
            401 => Some(Unauthenticated),
            403 => Some(AccessDenied),
            404 => Some(NotFound),
            409 | 412 => Some(Conflict),
            429 => Some(Throttled),
            _ => None,
        })
    }
}

/// The words of a code in lower case, each between spaces: ` invalid vbr id not found ` of `InvalidVbrId.NotFound`.
fn words(code: &str) -> Words {
    let mut text = String::from(" ");
    let mut characters = code.chars().peekable();
    let mut before = '.';
    while let Some(character) = characters.next() {
        // `VBRExists` is two words: the last capital before a small letter begins one.
        let begins = character.is_uppercase()
            && (before.is_lowercase()
                || before.is_uppercase()
                    && characters.peek().is_some_and(|next| next.is_lowercase()));
        if begins && !text.ends_with(' ') {
            text.push(' ');
        }
        if character.is_alphanumeric() {
            text.extend(character.to_lowercase());
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
        before = character;
    }
    text.push(' ');
    Words(text)
}

struct Words(String);

impl Words {
    fn contains(&self, words: &str) -> bool {
        self.0.contains(&format!(" {words} "))
    }
}
