use std::ops::Range;

use super::super::node::{Entry, Kind, Node};
use super::Check;
use crate::diagnostic::{Code, Diagnostic};

/// A text in `{ … }` that was cut at its commas, so that its later parts read as keys.
pub(super) struct Run {
    /// The entries that are parts of the text, behind the one that holds its beginning.
    parts: Range<usize>,
    /// The whole text.
    range: Range<usize>,
    key: String,
}

impl Run {
    pub(super) fn covers(&self, entry: usize) -> bool {
        self.parts.contains(&entry)
    }
}

/// Finds such texts: a bare text, and behind it what may be more of it.
pub(super) fn fragments(node: &Node, is_part: impl Fn(&Entry) -> bool) -> Vec<Run> {
    let Kind::Map {
        entries,
        flow: true,
    } = &node.kind
    else {
        return Vec::new();
    };
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<&Entry> = None;
    for (index, entry) in entries.iter().enumerate() {
        if is_part(entry) {
            let end = entry.key.range.end.max(entry.value.range.end);
            match (runs.last_mut(), before) {
                (Some(run), _) if run.parts.end == index => {
                    run.parts.end = index + 1;
                    run.range.end = end;
                }
                (_, Some(first)) if is_bare_text(&first.value) => runs.push(Run {
                    parts: index..index + 1,
                    range: first.value.range.start..end,
                    key: first.key.text.clone(),
                }),
                _ => {}
            }
        }
        before = Some(entry);
    }
    runs
}

fn is_bare_text(node: &Node) -> bool {
    matches!(&node.kind, Kind::Scalar(text) if text.plain && !text.text.is_empty())
}

/// Text as a double-quoted scalar; what was folded over lines becomes one.
pub(in super::super) fn quoted(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    format!(
        "\"{}\"",
        words.join(" ").replace('\\', "\\\\").replace('"', "\\\"")
    )
}

impl Check<'_> {
    pub(super) fn broken_prose(&mut self, run: &Run) {
        let written = self.text.get(run.range.clone()).unwrap_or_default();
        let message = format!("the text of `{}` ends at a comma", run.key);
        let problem = Diagnostic::error(Code::BareProse, self.span(run.range.clone()), message)
            .label("inside `{ … }` a comma ends text that has no quotes")
            .help("put the text in quotes, or write the map in block style")
            .replace(quoted(written));
        self.problems.push(problem);
    }
}
