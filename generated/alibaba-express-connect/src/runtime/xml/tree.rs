use serde_json::map::Entry;

use super::parse::Document;
use crate::runtime::json::{Map, Value};

/// The deepest nesting, the same as of JSON. Values are dropped and decoded by recursion, so there must be a limit.
const DEEPEST: usize = 128;

/// A document that grows element by element.
#[derive(Default)]
pub(super) struct Tree {
    /// The elements that are open, from the root inwards.
    open: Vec<Element>,
    root: Option<Document>,
}

/// An element that is being read.
struct Element {
    name: String,
    members: Map<String, Value>,
    text: String,
}

impl Tree {
    /// Opens an element. The error says what stands there, and so do the others.
    pub(super) fn open(&mut self, name: &str) -> Result<(), String> {
        if name.is_empty() {
            return Err("an element without a name".to_owned());
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err("a second root element".to_owned());
        }
        if self.open.len() >= DEEPEST {
            return Err(format!("more than {DEEPEST} levels"));
        }
        self.open.push(Element {
            name: name.to_owned(),
            members: Map::new(),
            text: String::new(),
        });
        Ok(())
    }

    /// Adds text to the element that was opened last.
    pub(super) fn text(&mut self, text: &str) -> Result<(), String> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if is_blank(text) => {}
            None => return Err("text outside the root element".to_owned()),
        }
        Ok(())
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        let Some(Element {
            name,
            members,
            text,
        }) = self.open.pop()
        else {
            return;
        };
        let content = if !members.is_empty() {
            Value::Object(members)
        } else if is_blank(&text) {
            Value::String(String::new())
        } else {
            Value::String(text)
        };
        match self.open.last_mut() {
            Some(parent) => add(&mut parent.members, name, content),
            None => {
                self.root = Some(Document {
                    root: name,
                    content,
                });
            }
        }
    }

    /// The document, which must be whole.
    pub(super) fn finish(self) -> Result<Document, String> {
        match self.root {
            _ if !self.open.is_empty() => Err("the end before all elements are closed".to_owned()),
            Some(document) => Ok(document),
            None => Err("no root element".to_owned()),
        }
    }
}

/// Adds a member; a second one of its name makes a list of both.
fn add(members: &mut Map<String, Value>, name: String, content: Value) {
    match members.entry(name) {
        Entry::Vacant(place) => {
            place.insert(content);
        }
        Entry::Occupied(mut place) => match place.get_mut() {
            Value::Array(elements) => elements.push(content),
            first => *first = Value::Array(vec![first.take(), content]),
        },
    }
}

/// White space as XML has it: a no-break space is text.
fn is_blank(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}
