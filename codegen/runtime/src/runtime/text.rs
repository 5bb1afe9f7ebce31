//! Making foreign text fit to print: on one line, of bounded length, without characters that trick a terminal.

/// The longest piece of server text that an error shows, in characters.
pub const MESSAGE_LIMIT: usize = 500;

/// The longest piece of caller's text that a message shows, in characters.
pub const VALUE_LIMIT: usize = 40;

/// `text` on one line: control and direction characters escaped, at most `limit` characters of the original.
///
/// What is cut off is marked with an ellipsis.
pub fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::with_capacity(text.len().min(limit));
    let mut characters = text.chars();
    for character in characters.by_ref().take(limit) {
        if is_printable(character) {
            line.push(character);
        } else {
            line.extend(character.escape_default());
        }
    }
    if characters.next().is_some() {
        line.push('…');
    }
    line
}

/// `names` in backquotes, the last two joined by `conjunction`: `` `a`, `b` or `c` ``.
pub fn listed(names: &[&str], conjunction: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {conjunction} {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Line breaks other than LF are not all control characters, and direction marks can make a line read as another.
fn is_printable(character: char) -> bool {
    !character.is_control()
        && !matches!(
            character,
            '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
        )
}
