//! Looks for secrets where they must not be.

use std::error::Error;
use std::fmt::Debug;

use serde_json::Value;

use crate::escape::escape;

/// Every text that an error can give of itself: display, debug, and the same of all its causes.
pub fn texts_of<E: Error + 'static>(error: &E) -> String {
    let causes = std::iter::successors(Some(error as &dyn Error), |error| (*error).source());
    causes
        .map(|error| format!("{error}\n{error:?}\n{error:#?}\n"))
        .collect()
}

/// Every text that a value can give of itself for debugging.
pub fn debug_of(value: &dyn Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

/// Fails if `text` shows `secret`: raw, escaped once, twice or three times, or as it stands in JSON.
pub fn assert_hidden(text: &str, secret: &str) {
    let once = escape(secret);
    let twice = escape(&once);
    let thrice = escape(&twice);
    let quoted = Value::from(secret).to_string();
    let json = quoted.trim_matches('"').to_owned();
    for form in [secret.to_owned(), once, twice, thrice, json] {
        assert!(!text.contains(&form), "`{form}` shows in:\n{text}");
    }
}
