//! Reading XML.
//!
//! A document becomes a [`Value`](super::json::Value), so that answers in XML go through the decoder that reads JSON:
//!
//! - an element with elements in it is an object, and text between them is dropped;
//! - elements of one name side by side are a list, at the place of that name;
//! - any other element is its text, empty where there is nothing but white space;
//! - attributes, comments, processing instructions and the prefixes of names are dropped.
//!
//! There is no document type, so there are no entities but the five of XML itself, and nothing is ever fetched.

mod fault;
mod parse;
mod tree;

pub use parse::{Document, parse};
