//! Encoding and decoding of structs, without derive macros.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::ident;
use crate::plan::{Field, RustType, Struct};

/// `FromJson` and `ToJson` of a struct.
pub(super) fn codec(planned: &Struct) -> TokenStream {
    let decode = decode(planned);
    let encode = encode(planned);
    quote! { #decode #encode }
}

/// Runs of fields that belong to one flattened object, or to none.
fn groups(fields: &[Field]) -> Vec<(Option<&str>, Vec<&Field>)> {
    let mut groups: Vec<(Option<&str>, Vec<&Field>)> = Vec::new();
    for field in fields {
        let wrapper = field.wrapper.as_deref();
        match groups.iter_mut().find(|(known, _)| *known == wrapper) {
            Some((_, members)) => members.push(field),
            None => groups.push((wrapper, vec![field])),
        }
    }
    groups
}

fn decode(planned: &Struct) -> TokenStream {
    let name = ident(&planned.name);
    let groups = groups(&planned.fields);
    let known = groups.iter().flat_map(|(wrapper, fields)| match wrapper {
        Some(wrapper) => vec![*wrapper],
        None => fields.iter().map(|field| field.wire.as_str()).collect(),
    });
    let reads = groups.iter().map(|(wrapper, fields)| match wrapper {
        Some(wrapper) => read_wrapped(wrapper, fields),
        None => fields.iter().map(|field| read(field)).collect(),
    });
    let body = if planned.fields.is_empty() {
        quote! {
            let mut members = Reader::new(value, at)?;
            members.only(&[]);
            members.finish(Self::default())
        }
    } else {
        quote! {
            let mut members = Reader::new(value, at)?;
            members.only(&[#(#known),*]);
            let mut decoded = Self::default();
            #( #reads )*
            members.finish(decoded)
        }
    };
    quote! {
        impl FromJson for #name {
            fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
                #body
            }
        }
    }
}

fn read(field: &Field) -> TokenStream {
    let (wire, name) = (&field.wire, ident(&field.name));
    match &field.type_ {
        RustType::List(_) => {
            let element = super::rust::option(field.element.as_deref());
            quote! { members.list(#wire, #element, &mut decoded.#name); }
        }
        _ if field.text => quote! { members.optional_text(#wire, &mut decoded.#name); },
        _ => quote! { members.optional(#wire, &mut decoded.#name); },
    }
}

fn read_wrapped(wrapper: &str, fields: &[&Field]) -> TokenStream {
    let known = fields.iter().map(|field| field.wire.as_str());
    let reads = fields.iter().map(|field| read(field));
    quote! {
        members.object(#wrapper, |members| {
            members.only(&[#(#known),*]);
            #( #reads )*
        });
    }
}

fn encode(planned: &Struct) -> TokenStream {
    let name = ident(&planned.name);
    let groups = groups(&planned.fields);
    let statements = groups.iter().map(|(wrapper, fields)| match wrapper {
        None => {
            let puts = fields.iter().map(|field| put(field, &quote! { members }));
            quote! { #( #puts )* }
        }
        Some(wrapper) => {
            let puts = fields.iter().map(|field| put(field, &quote! { inner }));
            quote! {
                let mut inner = Writer::new();
                #( #puts )*
                members.put_object(#wrapper, inner);
            }
        }
    });
    let body = if planned.fields.is_empty() {
        quote! { Writer::new().finish() }
    } else {
        quote! {
            let mut members = Writer::new();
            #( #statements )*
            members.finish()
        }
    };
    quote! {
        impl ToJson for #name {
            fn to_json(&self) -> Value {
                #body
            }
        }
    }
}

fn put(field: &Field, writer: &TokenStream) -> TokenStream {
    let (wire, name) = (&field.wire, ident(&field.name));
    if field.text {
        quote! { #writer.put_text(#wire, &self.#name); }
    } else {
        quote! { #writer.put(#wire, &self.#name); }
    }
}
