//! Structs: inputs, outputs, shapes, and objects without a name.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{doc, ident, inner_doc, type_};
use super::{imports, json, validate};
use crate::plan::{Crate, Docs, Field, Struct};

/// `src/types/shapes.rs`.
pub(super) fn shapes(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new("Objects that several operations share."));
    let validated = |name: &str| planned.validates(name);
    let structs: TokenStream = planned
        .shapes
        .iter()
        .map(|shape| {
            let definition = definition(shape);
            let codec = json::codec(shape);
            let validator = validate::validator(shape, &validated);
            quote! { #definition #codec #validator }
        })
        .collect();
    let imports = imports::used_by(&structs);
    quote! { #docs #imports #structs }
}

/// A struct with public fields.
pub(super) fn definition(planned: &Struct) -> TokenStream {
    let docs = doc(&planned.docs);
    let name = ident(&planned.name);
    let fields = planned.fields.iter().map(field);
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #( #fields )*
        }
    }
}

fn field(field: &Field) -> TokenStream {
    let docs = doc(&field.docs);
    let name = ident(&field.name);
    let type_ = type_(&field.type_);
    quote! {
        #docs
        pub #name: Option<#type_>,
    }
}
