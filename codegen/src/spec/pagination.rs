use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a list is paged. All names are wire paths of the operation.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Pagination {
    /// Pages are counted from 1.
    PageNumber {
        /// Request parameter: number of the page.
        page: String,
        /// Request parameter: entries per page.
        size: String,
        /// Response field: entries in all pages.
        total: String,
        /// Response field: the list.
        items: String,
    },
    /// The response says where the next page starts, and whether there is one.
    Marker {
        /// Request parameter: where the page starts.
        marker: String,
        /// Request parameter: entries per page.
        size: String,
        /// Response field: start of the next page.
        next: String,
        /// Response field: whether more follows.
        more: String,
        /// Response field: the list.
        items: String,
    },
    /// The response carries an opaque token for the next page; an empty one ends the list.
    NextToken {
        /// Request parameter: token of the page.
        token: String,
        /// Request parameter: entries per page.
        size: String,
        /// Response field: token of the next page.
        next: String,
        /// Response field: the list.
        items: String,
    },
}

impl Pagination {
    /// The response field that holds the list.
    #[must_use]
    pub fn items(&self) -> &str {
        match self {
            Self::PageNumber { items, .. }
            | Self::Marker { items, .. }
            | Self::NextToken { items, .. } => items,
        }
    }
}
