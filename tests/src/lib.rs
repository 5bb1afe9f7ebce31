//! What the end-to-end tests share: a server that sees every byte, signature checks of its own, and a way to run the
//! call examples.
//!
//! Only [`clients`] knows the generated crates. The rest shares no code with them, so that a mistake of theirs cannot
//! hide in its own mirror image.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

pub mod clients;
pub mod escape;
pub mod program;
pub mod received;
pub mod rules;
pub mod secrets;
pub mod server;
pub mod time;
pub mod verify;

use std::future::Future;

use serde_json::Value;

/// Runs `future` to its end. Connections that it leaves open are closed on the way out.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

/// Fails unless every one of the parameters `names` is a member of at least one of `requests`.
pub fn assert_all_given<'n>(names: impl IntoIterator<Item = &'n str>, requests: &[Value]) {
    for name in names {
        let is_given = |request: &Value| request.get(name).is_some_and(|value| !value.is_null());
        assert!(
            requests.iter().any(is_given),
            "this test sets every parameter but `{name}`"
        );
    }
}

/// `pairs` as owned texts, in an order of their own.
pub fn sorted<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    let mut pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    pairs.sort();
    pairs.into()
}
