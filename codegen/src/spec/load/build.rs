use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;

use super::node::{Entry, Key, Kind, Node, Text};
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// Makes a tree of what the parser reports one by one.
pub(super) struct Builder<'p> {
    file: FileId,
    problems: &'p mut Vec<Diagnostic>,
    open: Vec<Open>,
    root: Option<Node>,
}

/// A map or list whose end has not come yet.
pub(super) struct Open {
    start: usize,
    flow: bool,
    parts: Parts,
}

/// What there is of a map or list so far.
enum Parts {
    List(Vec<Node>),
    Map(Vec<Entry>, Next),
}

/// What comes next in a map.
enum Next {
    Key,
    Value(Key),
    /// The value of a key that was refused, and is refused with it.
    Refused,
}

impl Open {
    /// The place where it begins.
    pub(super) fn beginning(&self, file: FileId) -> Span {
        Span::new(file, self.start..self.start + 1)
    }

    /// Whether it is written in brackets.
    pub(super) fn is_flow(&self) -> bool {
        self.flow
    }

    /// Its last value so far.
    pub(super) fn last_value(&self) -> Option<&Node> {
        match &self.parts {
            Parts::List(items) => items.last(),
            Parts::Map(entries, _) => entries.last().map(|entry| &entry.value),
        }
    }
}

impl<'p> Builder<'p> {
    pub(super) fn new(file: FileId, problems: &'p mut Vec<Diagnostic>) -> Self {
        Self {
            file,
            problems,
            open: Vec::new(),
            root: None,
        }
    }

    pub(super) fn file(&self) -> FileId {
        self.file
    }

    /// The maps and lists around the current place, from the outermost one.
    pub(super) fn open(&self) -> &[Open] {
        &self.open
    }

    /// Whether the next value is the key of a map.
    pub(super) fn is_at_key(&self) -> bool {
        let innermost = self.open.last().map(|open| &open.parts);
        matches!(innermost, Some(Parts::Map(_, Next::Key)))
    }

    pub(super) fn start_list(&mut self, start: usize, flow: bool) {
        self.open.push(Open {
            start,
            flow,
            parts: Parts::List(Vec::new()),
        });
    }

    pub(super) fn start_map(&mut self, start: usize, flow: bool) {
        self.open.push(Open {
            start,
            flow,
            parts: Parts::Map(Vec::new(), Next::Key),
        });
    }

    /// The innermost map or list is complete.
    pub(super) fn end(&mut self, end: usize) {
        let Some(Open { start, flow, parts }) = self.open.pop() else {
            return;
        };
        let (kind, last) = match parts {
            Parts::List(items) => {
                let last = items.last().map(|item| item.range.end);
                (Kind::List { items, flow }, last)
            }
            Parts::Map(entries, _) => {
                let entries = self.unique(entries);
                let last = entries.last().map(|entry| entry.value.range.end);
                (Kind::Map { entries, flow }, last)
            }
        };
        // For the parser, block style ends where the next thing begins; its own last part is nearer.
        let end = if flow { end } else { last.unwrap_or(end) };
        self.value(Node {
            range: start..end.max(start),
            kind,
        });
    }

    /// A value is complete: a key, the value of one, a member, or the root.
    pub(super) fn value(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut open.parts {
            Parts::List(items) => items.push(node),
            Parts::Map(entries, next) => match mem::replace(next, Next::Key) {
                Next::Key => *next = key(node, self.file, self.problems),
                Next::Value(key) => entries.push(Entry { key, value: node }),
                Next::Refused => {}
            },
        }
    }

    /// Reports something that is YAML, but not part of the language.
    pub(super) fn refuse(&mut self, span: Span, what: &str, help: &str) {
        let message = format!("{what} is not part of the spec language");
        let problem = Diagnostic::error(Code::YamlFeature, span, message).help(help);
        self.problems.push(problem);
    }

    pub(super) fn finish(self) -> Option<Node> {
        self.root
    }

    /// Keeps the first of all entries with one key.
    fn unique(&mut self, mut entries: Vec<Entry>) -> Vec<Entry> {
        let file = self.file;
        let mut first: BTreeMap<String, Range<usize>> = BTreeMap::new();
        entries.retain(|Entry { key, .. }| {
            let Some(before) = first.get(&key.text) else {
                first.insert(key.text.clone(), key.range.clone());
                return true;
            };
            let message = format!("the key `{}` is given twice", key.text);
            let span = Span::new(file, key.range.clone());
            let problem = Diagnostic::error(Code::DuplicateKey, span, message)
                .label("given again here")
                .also(Span::new(file, before.clone()), "first given here");
            self.problems.push(problem);
            false
        });
        entries
    }
}

/// Makes a key of a node.
fn key(node: Node, file: FileId, problems: &mut Vec<Diagnostic>) -> Next {
    match node.kind {
        Kind::Scalar(Text { text, plain }) if !(plain && text.is_empty()) => Next::Value(Key {
            text,
            range: node.range,
        }),
        Kind::Refused => Next::Refused,
        Kind::Scalar(_) | Kind::List { .. } | Kind::Map { .. } => {
            let span = Span::new(file, node.range);
            problems.push(Diagnostic::error(
                Code::KeyNotText,
                span,
                "a key must be text",
            ));
            Next::Refused
        }
    }
}
