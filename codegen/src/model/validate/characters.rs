use crate::spec::Characters;

/// Whether a class of the spec language holds a character.
fn holds(class: &str, character: char) -> bool {
    match class {
        "letter" => character.is_ascii_alphabetic(),
        "chinese" => matches!(character, '\u{4E00}'..='\u{9FFF}'),
        "digit" => character.is_ascii_digit(),
        "ascii" => character.is_ascii(),
        one => one.chars().eq([character]),
    }
}

impl Characters {
    /// Whether a character may stand at a position of a text.
    pub fn allows(&self, position: usize, character: char) -> bool {
        let classes = self.classes(position);
        classes.is_empty() || classes.iter().any(|class| holds(class, character))
    }

    /// The classes of the first character, or of the others; empty if any may stand there.
    pub fn classes(&self, position: usize) -> &[String] {
        if position == 0 && !self.first.is_empty() {
            &self.first
        } else {
            &self.allowed
        }
    }

    /// Whether a text holds only what may stand there; how it begins does not matter here.
    pub(super) fn allow_text(&self, text: &str) -> bool {
        text.chars()
            .enumerate()
            .all(|(position, character)| self.allows(position, character))
    }

    /// Whether a text begins in a way that is refused. Case is no difference.
    pub(super) fn forbid_start(&self, text: &str) -> bool {
        self.forbidden_prefixes.iter().any(|prefix| {
            let mut start = text.chars();
            prefix.chars().all(|wanted| {
                start
                    .next()
                    .is_some_and(|given| given.eq_ignore_ascii_case(&wanted))
            })
        })
    }
}
