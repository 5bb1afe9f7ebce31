/// Text of a spec in one line that cannot disturb a terminal or a page: what ends a line, moves the cursor or turns
/// the direction of writing is shown as its escape.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => line.push(' '),
            character if character.is_control() || is_invisible(character) => {
                line.extend(character.escape_default());
            }
            character => line.push(character),
        }
    }
    line
}

/// Line ends of Unicode, marks of direction, and what has no width.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{2028}' | '\u{2029}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{61c}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_would_disturb_is_shown_as_its_escape() {
        assert_eq!(line("a\r\nb\u{1b}[31m\tc"), "a\\r\\nb\\u{1b}[31m c");
        assert_eq!(line("专线\u{202e}\u{2028}"), "专线\\u{202e}\\u{2028}");
    }
}
