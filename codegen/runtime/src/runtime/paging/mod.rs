//! Lists that come in pages.
//!
//! [`step`] is a pure function: from where a page stood and what it said to where the next one stands. A server that
//! repeats itself or never comes to an end is an error; one that is wrong about the total just ends the list.

mod blocking;
mod cursor;
mod fault;
mod guard;
mod stream;
mod walk;

pub use blocking::{BlockingItems, BlockingPages};
pub use cursor::{Cursor, Page, Position, step};
pub use fault::PagingFault;
pub use stream::{Items, Pages};
pub(super) use walk::Walk;

use super::json::{FromJson, ToJson};
use super::request::Input;

/// An operation whose answer is a page of a list.
pub trait Paginated: Input {
    /// An entry of the list.
    type Item: FromJson + ToJson + Send + Sync + 'static;

    /// How the list is paged.
    const PAGING: &'static Paging;

    /// The entries in an answer.
    fn items(output: &mut Self::Output) -> &mut Option<Vec<Self::Item>>;
}

/// How a list is paged. All names are those of top-level members on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// The list in the answer.
    pub items: &'static str,
    /// How the next page is asked for.
    pub style: PagingStyle,
}

/// How the next page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagingStyle {
    /// Pages are counted from 1.
    Number {
        /// The parameter that takes the number of the page.
        page: &'static str,
        /// The parameter that takes the entries per page.
        size: &'static str,
        /// The entries in all pages, in the answer.
        total: &'static str,
    },
    /// The answer says where the next page starts.
    Token {
        /// The parameter that takes it.
        token: &'static str,
        /// Where the next page starts, in the answer.
        next: &'static str,
        /// Whether there is a next page, in the answer.
        more: Option<&'static str>,
    },
}
