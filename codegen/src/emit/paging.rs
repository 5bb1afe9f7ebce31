//! How the list of an operation is paged.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{ident, type_};
use crate::plan::{Operation, RustType};
use crate::spec::Pagination;

/// The trait that lets the runtime follow the pages, for operations that are paged.
pub(super) fn paginated(operation: &Operation<'_>) -> Option<TokenStream> {
    let pagination = operation.model.pagination.as_ref()?;
    let items = pagination.items();
    let style = match pagination {
        Pagination::PageNumber {
            page, size, total, ..
        } => quote! { PagingStyle::Number { page: #page, size: #size, total: #total } },
        Pagination::Marker {
            marker, next, more, ..
        } => quote! { PagingStyle::Token { token: #marker, next: #next, more: Some(#more) } },
        Pagination::NextToken { token, next, .. } => {
            quote! { PagingStyle::Token { token: #token, next: #next, more: None } }
        }
    };
    let fields = &operation.output.fields;
    let field = fields.iter().find(|field| field.path() == items)?;
    let RustType::List(item) = &field.type_ else {
        return None;
    };
    let (name, item) = (ident(&field.name), type_(item));
    let (input, output) = (ident(&operation.input.name), ident(&operation.output.name));
    Some(quote! {
        impl Paginated for #input {
            type Item = #item;
            const PAGING: &'static Paging = &Paging { items: #items, style: #style };
            fn items(output: &mut #output) -> &mut Option<Vec<#item>> {
                &mut output.#name
            }
        }
    })
}
