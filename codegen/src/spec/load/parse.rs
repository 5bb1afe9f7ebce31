use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span as Marks, StructureStyle};

use super::node::{Entry, Key, Kind, Node, Text};
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// No spec nests as deeply; what does is a mistake, or meant to exhaust the stack.
const DEPTH: usize = 64;

/// Reads a file into a tree. What is wrong goes into `problems`; without a tree there is nothing to
/// go on with.
pub(super) fn parse(file: FileId, text: &str, problems: &mut Vec<Diagnostic>) -> Option<Node> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_anchor_events: true,
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut builder = Builder { file, problems, open: Vec::new(), root: None, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, marks)) => builder.event(event, &marks),
            Err(error) => {
                let problem = super::syntax::explain(file, text, &error, &builder.open);
                builder.problems.push(problem);
                return None;
            }
        }
        if builder.documents > 1 {
            break;
        }
        if builder.open.len() > DEPTH {
            builder.problems.push(super::syntax::too_deep(builder.deepest()));
            return None;
        }
    }
    builder.root
}

/// A map or list whose end has not come yet.
pub(super) struct Open {
    pub(super) start: usize,
    pub(super) flow: bool,
    pub(super) kind: OpenKind,
}

pub(super) enum OpenKind {
    List(Vec<Node>),
    /// Entries so far, and the key that waits for its value.
    Map(Vec<Entry>, Option<Result<Key, ()>>),
}

struct Builder<'p> {
    file: FileId,
    problems: &'p mut Vec<Diagnostic>,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, marks: &Marks) {
        let range = marks.byte_range().unwrap_or_default();
        let span = Span { file: self.file, start: range.start, end: range.end };
        if let (Some(_), Some(tag)) = (event.tag(), marks.tag_span().and_then(|tag| tag.byte_range())) {
            let span = Span { file: self.file, start: tag.start, end: tag.end };
            self.refuse(span, "a tag", "remove it; the type of a value follows from its key");
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(span, "a second document", "give it a file of its own");
                }
            }
            Event::Anchor(..) => self.refuse(span, "an anchor", SHARED),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(span, "an alias", SHARED);
                self.value(Node { range, kind: Kind::Refused });
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                // The parser writes `~` for a value that is left out.
                let text = if plain && range.is_empty() { String::new() } else { text.into_owned() };
                self.value(Node { range, kind: Kind::Scalar(Text { text, plain }) });
            }
            Event::SequenceStart(style, ..) => {
                self.start(range.start, style, OpenKind::List(Vec::new()));
            }
            Event::MappingStart(style, ..) => {
                self.start(range.start, style, OpenKind::Map(Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end),
            _ => {}
        }
    }

    /// Where the innermost map or list begins.
    fn deepest(&self) -> Span {
        let start = self.open.last().map_or(0, |open| open.start);
        Span { file: self.file, start, end: start + 1 }
    }

    fn start(&mut self, start: usize, style: StructureStyle, kind: OpenKind) {
        self.open.push(Open { start, flow: style == StructureStyle::Flow, kind });
    }

    fn end(&mut self, end: usize) {
        let Some(Open { start, flow, kind }) = self.open.pop() else {
            return;
        };
        let (kind, last) = match kind {
            OpenKind::List(items) => {
                let last = items.last().map(|item| item.range.end);
                (Kind::List { items, flow }, last)
            }
            OpenKind::Map(entries, _) => {
                let entries = self.unique(entries);
                let last = entries.last().map(|entry| entry.value.range.end);
                (Kind::Map { entries, flow }, last)
            }
        };
        // Something in block style ends where the next thing begins; its own last part is nearer.
        let end = if flow { end } else { last.unwrap_or(end) };
        self.value(Node { range: start..end.max(start), kind });
    }

    /// A value is complete: the next key, the value of the last one, a member, or the root.
    fn value(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            // A second document is refused; the first one counts.
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.kind {
            OpenKind::List(items) => items.push(node),
            OpenKind::Map(entries, waiting) => match waiting.take() {
                Some(Ok(key)) => entries.push(Entry { key, value: node }),
                Some(Err(())) => {}
                None => *waiting = Some(key(node, self.file, self.problems)),
            },
        }
    }

    /// Keeps the first of the entries with one key.
    fn unique(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut first: BTreeMap<String, Range<usize>> = BTreeMap::new();
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            match first.get(&entry.key.text) {
                Some(range) => {
                    let span = |range: &Range<usize>| Span { file: self.file, start: range.start, end: range.end };
                    let message = format!("the key `{}` is given twice", entry.key.text);
                    let problem = Diagnostic::error(Code::DuplicateKey, span(&entry.key.range), message)
                        .label("given again here")
                        .also(span(range), "first given here");
                    self.problems.push(problem);
                }
                None => {
                    first.insert(entry.key.text.clone(), entry.key.range.clone());
                    kept.push(entry);
                }
            }
        }
        kept
    }

    fn refuse(&mut self, span: Span, what: &str, help: &str) {
        let message = format!("{what} is not part of the spec language");
        self.problems.push(Diagnostic::error(Code::YamlFeature, span, message).help(help));
    }
}

const SHARED: &str = "write the value out, or put what is shared into types.yaml and refer to it by name";

/// Makes a key of a node. `Err` stands for one that has been refused, whose value is dropped.
fn key(node: Node, file: FileId, problems: &mut Vec<Diagnostic>) -> Result<Key, ()> {
    let span = Span { file, start: node.range.start, end: node.range.end };
    match node.kind {
        Kind::Scalar(Text { text, plain: true }) if text == "<<" => {
            let message = "a merge key is not part of the spec language";
            problems.push(Diagnostic::error(Code::YamlFeature, span, message).help(SHARED));
            Err(())
        }
        Kind::Scalar(Text { text, plain }) if !(plain && text.is_empty()) => {
            Ok(Key { text, range: node.range })
        }
        Kind::Refused => Err(()),
        Kind::Scalar(_) | Kind::List { .. } | Kind::Map { .. } => {
            let message = "a key must be text";
            problems.push(Diagnostic::error(Code::KeyNotText, span, message));
            Err(())
        }
    }
}
