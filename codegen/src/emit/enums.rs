//! Open enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{doc, ident, inner_doc};
use crate::plan::{Crate, Docs, Enum};

/// `src/types/enums.rs`.
pub(super) fn enums(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new(
        "Sets of values. All of them are open: a value that a newer service sends keeps its text.",
    ));
    let enums: TokenStream = planned.enums.iter().map(open_enum).collect();
    // Variants may have the name of anything; only one thing is imported here.
    let imports = (!planned.enums.is_empty())
        .then(|| quote! { use crate::runtime::open_enum::UnknownValue; });
    quote! { #docs #imports #enums }
}

/// An open enum with everything that belongs to it.
pub(super) fn open_enum(planned: &Enum) -> TokenStream {
    let docs = doc(&planned.docs);
    let name = ident(&planned.name);
    let variants = planned.variants.iter().map(|variant| {
        let docs = doc(&variant.docs);
        let name = ident(&variant.name);
        quote! { #docs #name, }
    });
    let names: Vec<_> = planned
        .variants
        .iter()
        .map(|variant| ident(&variant.name))
        .collect();
    let wires: Vec<_> = planned
        .variants
        .iter()
        .map(|variant| &variant.wire)
        .collect();
    let patterns = planned.variants.iter().map(|variant| {
        let (wire, aliases) = (&variant.wire, &variant.aliases);
        quote! { #wire #( | #aliases )* }
    });
    let kind = match (planned.integer, planned.ignore_case) {
        (true, _) => quote! { , integer },
        (false, true) => quote! { , ignore_case },
        (false, false) => TokenStream::new(),
    };
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #( #variants )*
            /// A value that this version of the crate does not know.
            Unknown(UnknownValue),
        }
        impl #name {
            /// The known values, as they stand on the wire.
            pub const VALUES: &'static [&'static str] = &[#(#wires),*];
            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #( Self::#names => #wires, )*
                    Self::Unknown(value) => value.as_str(),
                }
            }
            /// Whether this version of the crate knows the value.
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }
        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                match text {
                    #( #patterns => Self::#names, )*
                    _ => Self::Unknown(UnknownValue::new(text)),
                }
            }
        }
        crate::open_enum!(#name #kind);
    }
}
