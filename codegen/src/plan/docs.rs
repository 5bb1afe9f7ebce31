//! Text for rustdoc: one line at a time, free of what rustdoc or rustc would take for something else.

/// Lines of documentation, without the leading space that `///` lines have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    lines: Vec<String>,
}

/// Width at which prose wraps.
const WIDTH: usize = 100;

impl Docs {
    /// Documentation that starts with a paragraph of prose.
    pub fn new(prose: &str) -> Self {
        Self::default().paragraph(prose)
    }

    /// Adds a paragraph of prose, after an empty line if something stands before it.
    #[must_use]
    pub fn paragraph(mut self, prose: &str) -> Self {
        for block in clean(prose)
            .split("\n\n")
            .filter(|block| !block.trim().is_empty())
        {
            self.gap();
            wrap(&escape(block), "", &mut self.lines);
        }
        self
    }

    /// Adds an item of a list.
    #[must_use]
    pub fn item(mut self, prose: &str) -> Self {
        if self
            .lines
            .last()
            .is_some_and(|line| !line.starts_with(['-', ' ']))
        {
            self.gap();
        }
        let mut lines = Vec::new();
        wrap(
            &escape(&clean(prose).replace("\n\n", " ")),
            "  ",
            &mut lines,
        );
        if let Some(first) = lines.first_mut() {
            *first = format!("- {}", first.trim_start());
        }
        self.lines.extend(lines);
        self
    }

    /// Adds lines as they are: a heading, a code block.
    #[must_use]
    pub fn verbatim(mut self, text: &str) -> Self {
        self.gap();
        self.lines.extend(text.lines().map(str::to_owned));
        self
    }

    /// The first paragraph alone.
    #[must_use]
    pub fn first_paragraph(&self) -> Self {
        let lines = self.lines.iter().take_while(|line| !line.is_empty());
        Self {
            lines: lines.cloned().collect(),
        }
    }

    /// The lines.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    fn gap(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
    }
}

/// Drops control characters and characters that change the direction of text.
fn clean(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|c| {
            *c == '\n'
                || !(c.is_control()
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        })
        .collect()
}

/// Escapes what Markdown or rustdoc would read as HTML, a link or emphasis; text in backticks stays.
fn escape(text: &str) -> String {
    // An unpaired backtick would turn the rest of the page into code.
    let unpaired = text.matches('`').count() % 2 == 1;
    let text = if unpaired {
        text.replace('`', "'")
    } else {
        text.to_owned()
    };
    let mut escaped = String::with_capacity(text.len());
    for (index, part) in text.split('`').enumerate() {
        let is_code = index % 2 == 1;
        if index > 0 {
            escaped.push('`');
        }
        if is_code {
            escaped.push_str(part);
            continue;
        }
        for character in part.chars() {
            if matches!(character, '<' | '>' | '[' | ']' | '*' | '_' | '\\') {
                escaped.push('\\');
            }
            escaped.push(character);
        }
    }
    link_addresses(&escaped)
}

/// Puts bare addresses into angle brackets, which rustdoc asks for.
fn link_addresses(text: &str) -> String {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let is_address = word.starts_with("https://") || word.starts_with("http://");
            match word.find("://").filter(|_| is_address) {
                Some(scheme) if word.len() > scheme + 3 => {
                    let address = word.trim_end_matches([',', '.', ';', ')']);
                    format!(
                        "<{}>{}",
                        address.replace('\\', ""),
                        word.get(address.len()..).unwrap_or_default()
                    )
                }
                _ => word.to_owned(),
            }
        })
        .collect();
    words.join(" ")
}

fn wrap(text: &str, indent: &str, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let width = line.chars().count() + word.chars().count() + 1;
        if !line.is_empty() && width > WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        if line.is_empty() {
            line.push_str(indent);
        } else {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
}
