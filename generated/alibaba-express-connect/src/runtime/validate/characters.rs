/// Which characters a text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Characters {
    /// What the first character may be; when empty, the same as the others.
    pub first: &'static [Class],
    /// What the other characters may be; when empty, anything.
    pub allowed: &'static [Class],
    /// What the text must not start with.
    pub forbidden_prefixes: &'static [&'static str],
}

/// A set of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// An ASCII letter.
    Letter,
    /// A Chinese character, U+4E00 to U+9FFF.
    Chinese,
    /// An ASCII digit.
    Digit,
    /// Any ASCII character.
    Ascii,
    /// This character.
    One(char),
}

impl Class {
    /// Whether `character` belongs to the set.
    pub fn contains(self, character: char) -> bool {
        match self {
            Self::Letter => character.is_ascii_alphabetic(),
            Self::Chinese => ('\u{4E00}'..='\u{9FFF}').contains(&character),
            Self::Digit => character.is_ascii_digit(),
            Self::Ascii => character.is_ascii(),
            Self::One(one) => character == one,
        }
    }
}

impl Characters {
    /// The first character of `text` that is not allowed where it stands, with its position from 0.
    pub(super) fn offender(&self, text: &str) -> Option<(usize, char)> {
        let first = if self.first.is_empty() {
            self.allowed
        } else {
            self.first
        };
        let mut characters = text.chars().enumerate();
        let offender = characters
            .next()
            .filter(|(_, character)| !allow(first, *character));
        // Most texts are tokens, which are ASCII as a whole, or descriptions, of which only the start matters.
        if offender.is_some() || self.allowed.is_empty() {
            return offender;
        }
        if matches!(self.allowed, [Class::Ascii]) && text.is_ascii() {
            return None;
        }
        characters.find(|(_, character)| !allow(self.allowed, *character))
    }

    /// The forbidden prefix that `text` has.
    pub(super) fn prefix(&self, text: &str) -> Option<&'static str> {
        self.forbidden_prefixes.iter().copied().find(|prefix| {
            // The provider compares without case, and so must we: `HTTP://` is refused as well.
            text.get(..prefix.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        })
    }
}

/// Whether one of the sets has the character; no set at all has every character.
fn allow(classes: &[Class], character: char) -> bool {
    classes.is_empty() || classes.iter().any(|class| class.contains(character))
}

/// The sets in words, such as `letters, digits, "_"`.
pub(super) fn in_words(classes: &[Class]) -> String {
    let words: Vec<String> = classes
        .iter()
        .map(|class| match class {
            Class::Letter => "ASCII letters".to_owned(),
            Class::Chinese => "Chinese characters".to_owned(),
            Class::Digit => "digits".to_owned(),
            Class::Ascii => "ASCII characters".to_owned(),
            Class::One(character) => format!("{character:?}"),
        })
        .collect();
    words.join(", ")
}
