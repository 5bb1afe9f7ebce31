use std::borrow::Cow;

use super::guard::Guard;
use super::{Paging, PagingFault, PagingStyle};
use crate::runtime::json::{At, FromJson, Map, Mode, Value};
use crate::runtime::protocol::value::scalar_text;

/// Empty pages in a row after which nothing is expected any more. One or a few are no fault: servers filter late.
const EMPTY_PAGES: u32 = 16;

/// Where a page stands in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    position: Position,
    /// Entries before the page, as far as they are known.
    before: i64,
    /// Empty pages directly before the page.
    empty: u32,
    guard: Guard,
}

/// What a request for a page says of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// Whatever the caller asked for.
    First,
    /// A number, from 1.
    Number(i64),
    /// Where the page starts, in the words of the server.
    Token(String),
}

/// What an answer says of the pages that follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Entries in the page.
    pub count: usize,
    /// The entries as text, where nothing else tells a page from the one before.
    pub contents: String,
    /// Entries in all pages.
    pub total: Option<i64>,
    /// Where the next page starts.
    pub next: Option<String>,
    /// Whether there is a next page.
    pub more: Option<bool>,
}

impl Cursor {
    /// The first page that the caller wants.
    pub fn first() -> Self {
        Self {
            position: Position::First,
            before: 0,
            empty: 0,
            guard: Guard::default(),
        }
    }

    /// What a request for the page says of its place.
    pub fn position(&self) -> &Position {
        &self.position
    }
}

impl Position {
    /// Puts the place among the parameters of a request for the page.
    pub fn put(&self, paging: &Paging, parameters: &mut Map<String, Value>) {
        let (PagingStyle::Number { page: name, .. } | PagingStyle::Token { token: name, .. }) =
            paging.style;
        let value = match self {
            Self::First => return,
            Self::Number(number) => Value::from(*number),
            Self::Token(token) => Value::from(token.as_str()),
        };
        parameters.insert(name.to_owned(), value);
    }
}

impl Page {
    /// Reads an answer. Its entries are counted elsewhere, since they come in many shapes.
    pub fn read(paging: &Paging, answer: &Value) -> Self {
        match paging.style {
            PagingStyle::Number { total, .. } => Self {
                contents: answer
                    .get(paging.items)
                    .map(Value::to_string)
                    .unwrap_or_default(),
                total: member(answer, total),
                ..Self::default()
            },
            PagingStyle::Token { next, more, .. } => Self {
                next: answer
                    .get(next)
                    .and_then(scalar_text)
                    .filter(|next| !next.trim().is_empty())
                    .map(Cow::into_owned),
                more: more.and_then(|more| member(answer, more)),
                ..Self::default()
            },
        }
    }
}

/// Where the page after the one at `cursor` stands, which was asked for with `parameters`; `None` after the last one.
///
/// # Errors
/// The server leads nowhere, or back.
pub fn step(
    paging: &Paging,
    parameters: &Map<String, Value>,
    cursor: &Cursor,
    page: &Page,
) -> Result<Option<Cursor>, PagingFault> {
    match paging.style {
        PagingStyle::Number {
            page: number, size, ..
        } => {
            let asked = |name: &str| read(parameters.get(name)?);
            after_number(cursor, page, asked(number), asked(size))
        }
        PagingStyle::Token { .. } => after_token(cursor, page),
    }
}

fn after_number(
    cursor: &Cursor,
    page: &Page,
    first: Option<i64>,
    size: Option<i64>,
) -> Result<Option<Cursor>, PagingFault> {
    // Past the end, whatever the server says of the total.
    if page.count == 0 {
        return Ok(None);
    }
    let count = i64::try_from(page.count).unwrap_or(i64::MAX);
    let (number, before) = match cursor.position {
        Position::Number(number) => (number, cursor.before),
        // A caller who starts further on has skipped full pages.
        Position::First | Position::Token(_) => {
            let number = first.unwrap_or(1).max(1);
            let skipped = (number - 1).saturating_mul(size.unwrap_or(count).max(0));
            (number, skipped)
        }
    };
    let before = before.saturating_add(count);
    if page.total.is_some_and(|total| before >= total) {
        return Ok(None);
    }
    let guard = cursor.guard.after(&page.contents);
    Ok(Some(Cursor {
        position: Position::Number(number.saturating_add(1)),
        before,
        empty: 0,
        guard: guard.ok_or(PagingFault::Repeats)?,
    }))
}

fn after_token(cursor: &Cursor, page: &Page) -> Result<Option<Cursor>, PagingFault> {
    let next = match (page.more, &page.next) {
        (Some(false), _) | (None, None) => return Ok(None),
        (Some(true), None) => return Err(PagingFault::NoPosition),
        (_, Some(next)) => next,
    };
    let empty = if page.count == 0 { cursor.empty + 1 } else { 0 };
    if empty == EMPTY_PAGES {
        return Err(PagingFault::Empty);
    }
    let guard = cursor.guard.after(next);
    Ok(Some(Cursor {
        position: Position::Token(next.clone()),
        before: 0,
        empty,
        guard: guard.ok_or(PagingFault::Repeats)?,
    }))
}

fn member<T: FromJson>(answer: &Value, name: &str) -> Option<T> {
    read(answer.get(name)?)
}

/// A value that does not fit says nothing.
fn read<T: FromJson>(value: &Value) -> Option<T> {
    T::from_json(value, &At::root(Mode::Tolerant)).ok()
}
