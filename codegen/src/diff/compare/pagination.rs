//! How a list is paged.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Element};
use crate::diff::renamed::Renamed;
use crate::model::Operation;
use crate::spec::Pagination;

const PAGINATION: Optional = Optional {
    added: Rule::PaginationAdded,
    removed: Rule::PaginationRemoved,
    changed: Rule::PaginationChanged,
};

impl Comparer<'_, '_> {
    pub(super) fn pagination(
        &mut self,
        cursor: &Cursor,
        old: &Operation,
        new: &Operation,
        renamed: &Renamed,
    ) {
        let cursor = cursor
            .part("pagination")
            .element(Element::Pages(new.name.clone()));
        let (old, new) = (
            old.pagination
                .as_ref()
                .map(|pagination| text(&renamed.pagination(pagination))),
            new.pagination.as_ref().map(text),
        );
        self.changes.fact(
            PAGINATION,
            &cursor,
            &["pagination"],
            old.as_ref(),
            new.as_ref(),
        );
    }
}

/// The way to page in one line.
fn text(pagination: &Pagination) -> String {
    match pagination {
        Pagination::PageNumber {
            page,
            size,
            total,
            items,
        } => format!("page_number: page {page}, size {size}, total {total}, items {items}"),
        Pagination::Marker {
            marker,
            size,
            next,
            more,
            items,
        } => format!("marker: {marker}, size {size}, next {next}, more {more}, items {items}"),
        Pagination::NextToken {
            token,
            size,
            next,
            items,
        } => format!("next_token: {token}, size {size}, next {next}, items {items}"),
    }
}
