use std::ops::Range;

/// A value of a YAML file, as it is written and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Scalar(Text),
    List {
        items: Vec<Node>,
        flow: bool,
    },
    Map {
        entries: Vec<Entry>,
        flow: bool,
    },
    /// Something that has been refused already, and about which nothing else is to be said.
    Refused,
}

/// The text of a scalar, not yet read as anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) text: String,
    /// Without quotes and not a block, so that YAML would read some of it as numbers and the like.
    pub(super) plain: bool,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) value: Node,
}

/// A key of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

impl Node {
    /// A scalar that is not written at all, as behind `key:`.
    pub(super) fn is_empty_scalar(&self) -> bool {
        self.range.is_empty() && matches!(&self.kind, Kind::Scalar(text) if text.plain)
    }

    /// The place to underline for something about the value as a whole: all of a scalar or of `{ … }`,
    /// but only the key of a value in block style, which may go on for pages.
    pub(super) fn header(&self, key: Option<&Key>) -> Range<usize> {
        match (&self.kind, key) {
            (Kind::List { flow: false, .. } | Kind::Map { flow: false, .. }, Some(key)) => {
                key.range.clone()
            }
            (
                Kind::Map {
                    entries,
                    flow: false,
                },
                None,
            ) => entries
                .first()
                .map_or_else(|| self.range.clone(), |entry| entry.key.range.clone()),
            (Kind::List { items, flow: false }, None) => items
                .first()
                .map_or_else(|| self.range.clone(), |item| item.header(None)),
            (Kind::Scalar(_), Some(key)) if self.range.is_empty() => key.range.clone(),
            _ => self.range.clone(),
        }
    }

    /// Walks along a path, as far as it exists.
    pub(super) fn find<'n, 'p>(&'n self, path: impl IntoIterator<Item = &'p str>) -> Found<'n> {
        let mut found = Found {
            key: None,
            node: self,
            complete: true,
        };
        for segment in path {
            match found.node.child(segment) {
                Some((key, node)) => (found.key, found.node) = (key, node),
                None => {
                    return Found {
                        complete: false,
                        ..found
                    };
                }
            }
        }
        found
    }

    /// The value that covers exactly this range, and its key; of several, the outermost.
    pub(super) fn covering(&self, range: &Range<usize>) -> Option<Found<'_>> {
        let holds = |node: &Self| node.range.start <= range.start && range.end <= node.range.end;
        let mut found = Found {
            key: None,
            node: self,
            complete: true,
        };
        while found.node.range != *range {
            (found.key, found.node) = match &found.node.kind {
                Kind::Map { entries, .. } => entries
                    .iter()
                    .find(|entry| holds(&entry.value))
                    .map(|entry| (Some(&entry.key), &entry.value)),
                Kind::List { items, .. } => items
                    .iter()
                    .find(|item| holds(item))
                    .map(|item| (None, item)),
                Kind::Scalar(_) | Kind::Refused => None,
            }?;
        }
        Some(found)
    }

    /// The member of a map by key, or of a list by index.
    fn child(&self, segment: &str) -> Option<(Option<&Key>, &Self)> {
        match &self.kind {
            Kind::Map { entries, .. } => entries
                .iter()
                .find(|entry| entry.key.text == segment)
                .map(|entry| (Some(&entry.key), &entry.value)),
            Kind::List { items, .. } => segment
                .parse::<usize>()
                .ok()
                .and_then(|index| items.get(index))
                .map(|item| (None, item)),
            Kind::Scalar(_) | Kind::Refused => None,
        }
    }
}

/// Where a path leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'n> {
    pub(super) key: Option<&'n Key>,
    pub(super) node: &'n Node,
    /// Whether all of the path exists; else this is the last thing on it that does.
    pub(super) complete: bool,
}

impl Found<'_> {
    pub(super) fn header(&self) -> Range<usize> {
        self.node.header(self.key)
    }
}
