use crate::diagnostic::line;

/// Text of a spec as code in Markdown. In there nothing is markup, an entity, a mention or a link.
pub(super) fn code(text: &str) -> String {
    let text = line(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    // One space at both ends belongs to the fence; without it, backticks of the text would.
    let pad = match text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        true => " ",
        false => "",
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Lines of a difference as a block, indented so that it belongs to a bullet.
pub(super) fn difference(lines: &[String]) -> String {
    let longest = lines.iter().map(|line| longest_run(line)).max();
    let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
    let mut block = format!("  {fence}diff\n");
    for line in lines {
        block.push_str("  ");
        block.push_str(line);
        block.push('\n');
    }
    block.push_str("  ");
    block.push_str(&fence);
    block.push('\n');
    block
}

/// Text of a spec as code where only HTML is understood.
pub(super) fn html_code(text: &str) -> String {
    let text = line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<code>{text}</code>")
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|character| character != '`');
    runs.map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{code, difference, html_code};

    #[test]
    fn no_text_ends_its_code() {
        assert_eq!(code("a|b"), "`a|b`");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code("a\n\n# b"), "`a\\n\\n# b`");
        assert_eq!(html_code("</code>&"), "<code>&lt;/code&gt;&amp;</code>");
        assert_eq!(
            difference(&["+ ````".to_owned()]),
            "  `````diff\n  + ````\n  `````\n"
        );
    }
}
