//! Tables of documented errors.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::option;
use crate::plan::DocumentedError;
use crate::spec::Retry;

/// A slice of documented errors.
pub(super) fn table(errors: &[DocumentedError]) -> TokenStream {
    let rows = errors.iter().map(row);
    quote! { &[#(#rows),*] }
}

fn row(error: &DocumentedError) -> TokenStream {
    let status = option(error.status.map(proc_macro2::Literal::u16_unsuffixed));
    let DocumentedError {
        code,
        aliases,
        about,
        meaning,
        ..
    } = error;
    let retry = match error.retry {
        Some(Retry::Never) => quote! { Never },
        Some(Retry::AfterStateChange) => quote! { AfterStateChange },
        Some(Retry::Later) => quote! { Later },
        None => quote! { Unknown },
    };
    quote! {
        DocumentedError {
            status: #status,
            code: #code,
            aliases: &[#(#aliases),*],
            about: #about,
            meaning: #meaning,
            retry: Retry::#retry,
        }
    }
}
