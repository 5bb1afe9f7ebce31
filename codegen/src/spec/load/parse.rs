use granit_parser::{Event, Parser, ScalarStyle, Span as Marks, StructureStyle};

use super::build::Builder;
use super::node::{Kind, Node, Text};
use super::syntax;
use crate::diagnostic::{Diagnostic, FileId, Span};

/// No spec nests as deeply; what does is a mistake, or meant to exhaust the stack.
const DEPTH: usize = 40;

const SHARED: &str =
    "write the value out, or put what is shared into types.yaml and refer to it by name";

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
    let mut builder = Builder::new(file, problems);
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, marks) = match event {
            Ok(event) => event,
            Err(error) => {
                let problem = syntax::explain(file, text, &error, builder.open());
                problems.push(problem);
                return None;
            }
        };
        if let Event::DocumentStart(..) = event {
            documents += 1;
            if documents > 1 {
                let help = "give it a file of its own";
                builder.refuse(span(file, &marks), "a second document", help);
                break;
            }
        }
        take(&mut builder, event, &marks);
        if let Some(deepest) = builder.open().get(DEPTH) {
            let problem = syntax::too_deep(deepest.beginning(file));
            problems.push(problem);
            return None;
        }
    }
    builder.finish()
}

/// Hands an event to the builder, and refuses what is not part of the language.
fn take(builder: &mut Builder<'_>, event: Event<'_>, marks: &Marks) {
    let file = builder.file();
    let range = marks.byte_range().unwrap_or_default();
    if event.tag().is_some() {
        let tag = marks.tag_span().unwrap_or(*marks);
        let help = "remove it; the type of a value follows from its key";
        builder.refuse(span(file, &tag), "a tag", help);
    }
    match event {
        Event::Anchor(..) => builder.refuse(span(file, marks), "an anchor", SHARED),
        Event::Alias(_) | Event::UnresolvedAlias(_) => {
            builder.refuse(span(file, marks), "an alias", SHARED);
            builder.value(Node {
                range,
                kind: Kind::Refused,
            });
        }
        Event::Scalar(text, style, ..) => {
            let plain = style == ScalarStyle::Plain;
            // The parser writes `~` for a value that is left out.
            let absent = plain && range.is_empty();
            let text = if absent {
                String::new()
            } else {
                text.into_owned()
            };
            if plain && text == "<<" && builder.is_at_key() {
                builder.refuse(span(file, marks), "a merge key", SHARED);
                builder.value(Node {
                    range,
                    kind: Kind::Refused,
                });
            } else {
                builder.value(Node {
                    range,
                    kind: Kind::Scalar(Text { text, plain }),
                });
            }
        }
        Event::SequenceStart(style, ..) => builder.start_list(range.start, is_flow(style)),
        Event::MappingStart(style, ..) => builder.start_map(range.start, is_flow(style)),
        Event::SequenceEnd | Event::MappingEnd => builder.end(range.end),
        _ => {}
    }
}

fn is_flow(style: StructureStyle) -> bool {
    style == StructureStyle::Flow
}

fn span(file: FileId, marks: &Marks) -> Span {
    Span::new(file, marks.byte_range().unwrap_or_default())
}
