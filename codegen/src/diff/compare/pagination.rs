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

/// The way to page, in the form of the specs.
fn text(pagination: &Pagination) -> String {
    // Names only, which always have a JSON form.
    serde_json::to_string(pagination).unwrap_or_default()
}
