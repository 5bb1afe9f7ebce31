//! What people read, and nothing else.

use super::entries;

entries! {
    WordsChanged as in "words-changed" {
        why: "Readers of the docs learn something else or learn it better. No message and no Rust code changes.",
        compatible: "Nothing needs doing. If the words tell of a change that a key can express, use the key as well.",
    }
    ExampleChanged as in "example-changed" {
        why: "The docs and the tests show another example. No message and no Rust code changes.",
        compatible: "Nothing needs doing.",
    }
    SourceChanged as in "source-changed" {
        why: "A fact is taken from another place. It matters to those who look it up, and to what counts as \
            documented.",
        compatible: "Nothing needs doing.",
    }
}
