use std::fmt;

use crate::runtime::text::{VALUE_LIMIT, one_line};

/// How JSON is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Exact JSON types, bare lists, no unknown members: for requests given as JSON.
    Strict,
    /// Numbers as text and text as numbers, every list shape, unknown members ignored: for answers.
    Tolerant,
}

/// A place in a JSON document, such as `BgpPeers[3].Status`; the document itself is `$`.
///
/// Places are linked on the stack while the reader descends, so they cost nothing until an error prints one.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    mode: Mode,
    step: Step<'a>,
    parent: Option<&'a At<'a>>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The document itself.
    pub fn root(mode: Mode) -> Self {
        Self {
            mode,
            step: Step::Root,
            parent: None,
        }
    }

    /// The member `name` of the object here.
    pub fn member(&'a self, name: &'a str) -> Self {
        Self {
            mode: self.mode,
            step: Step::Member(name),
            parent: Some(self),
        }
    }

    /// The element at `index`, from 0, of the list here.
    pub fn index(&'a self, index: usize) -> Self {
        Self {
            mode: self.mode,
            step: Step::Index(index),
            parent: Some(self),
        }
    }

    /// The same place, read tolerantly.
    pub fn tolerantly(self) -> Self {
        Self {
            mode: Mode::Tolerant,
            ..self
        }
    }

    /// How the document is read here.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    fn is_root(&self) -> bool {
        matches!(self.step, Step::Root)
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parent = self.parent.filter(|parent| !parent.is_root());
        if let Some(parent) = parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => f.write_str("$"),
            Step::Index(index) if parent.is_none() => write!(f, "$[{index}]"),
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Member(name) => {
                let dot = if parent.is_some() { "." } else { "" };
                write!(f, "{dot}{}", one_line(name, VALUE_LIMIT))
            }
        }
    }
}
