use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, Event};

use super::fault::Fault;
use super::tree::Tree;
use crate::runtime::json::{DecodeError, Value};

/// Names of encodings that UTF-8 bytes may be declared to have.
const ENCODINGS: [&str; 2] = ["UTF-8", "US-ASCII"];

/// An XML document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The name of the root element.
    pub root: String,
    /// What stands in the root element, in the form that JSON would have.
    pub content: Value,
}

/// Reads a document, which must be UTF-8, with or without a byte order mark.
///
/// # Errors
/// The document is not well-formed XML, is nested too deeply, has a document type, or refers to an entity that is not
/// XML's own. The error names the line and the byte, and repeats nothing of the document.
pub fn parse(document: &[u8]) -> Result<Document, DecodeError> {
    read(document).map_err(|fault| fault.in_document(document))
}

fn read(document: &[u8]) -> Result<Document, Fault> {
    let text = str::from_utf8(document)
        .map_err(|error| Fault::new("bytes that are not UTF-8", error.valid_up_to() as u64))?;
    let marked = text.len();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = (marked - text.len()) as u64;
    let mut reader = Reader::from_str(text);
    let mut tree = Tree::default();
    loop {
        let start = mark + reader.buffer_position();
        let event = reader
            .read_event()
            .map_err(|error| Fault::of(&error, mark + reader.error_position()))?;
        if matches!(event, Event::Eof) {
            return tree.finish().map_err(|found| Fault::new(found, start));
        }
        take(&mut tree, event).map_err(|found| Fault::new(found, start))?;
    }
}

/// Adds to the tree what an event brings. The error says what stands there.
fn take(tree: &mut Tree, event: Event<'_>) -> Result<(), String> {
    match event {
        Event::Start(start) => tree.open(start.local_name().as_ref()),
        Event::Empty(start) => {
            tree.open(start.local_name().as_ref())?;
            tree.close();
            Ok(())
        }
        Event::End(_) => {
            tree.close();
            Ok(())
        }
        Event::Text(text) => tree.text(&text.xml10_content()),
        Event::CData(text) => tree.text(&text.xml10_content()),
        Event::GeneralRef(reference) => tree.text(&resolve(&reference)?),
        Event::Decl(declaration) => check_encoding(&declaration),
        // Its entities could refer to files, or grow without end.
        Event::DocType(_) => Err("a document type declaration".to_owned()),
        Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
    }
}

/// The text that a reference stands for.
fn resolve(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, String> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Ok(Cow::Owned(character.to_string())),
        Ok(None) => resolve_xml_entity(reference)
            .map(Cow::Borrowed)
            .ok_or_else(|| "an unknown entity".to_owned()),
        Err(_) => Err("a reference to no character".to_owned()),
    }
}

/// Refuses a document that says it is something else than UTF-8: its letters would be read as others.
fn check_encoding(declaration: &BytesDecl<'_>) -> Result<(), String> {
    let fits = match declaration.encoding() {
        None => true,
        Some(Ok(name)) => ENCODINGS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(&name)),
        Some(Err(_)) => return Err("a malformed declaration".to_owned()),
    };
    fits.then_some(())
        .ok_or_else(|| "an encoding that is not UTF-8".to_owned())
}
