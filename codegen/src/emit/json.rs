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
    let own: Vec<&Field> = groups
        .iter()
        .filter(|(wrapper, _)| wrapper.is_none())
        .flat_map(|(_, fields)| fields.iter().copied())
        .collect();
    let names = own.iter().map(|field| ident(&field.name));
    let values = own.iter().map(|field| read(field));
    let known = groups.iter().flat_map(|(wrapper, fields)| match wrapper {
        Some(wrapper) => vec![*wrapper],
        None => fields.iter().map(|field| field.wire.as_str()).collect(),
    });
    let wrapped: Vec<TokenStream> = groups
        .iter()
        .filter_map(|(wrapper, fields)| Some(read_wrapped((*wrapper)?, fields)))
        .collect();
    let body = if wrapped.is_empty() {
        if own.is_empty() {
            quote! {
                Reader::new(value, at)?.finish(&[])?;
                Ok(Self::default())
            }
        } else {
            quote! {
                let members = Reader::new(value, at)?;
                members.finish(&[#(#known),*])?;
                Ok(Self { #( #names: #values, )* })
            }
        }
    } else {
        quote! {
            let members = Reader::new(value, at)?;
            members.finish(&[#(#known),*])?;
            let mut decoded = Self { #( #names: #values, )* ..Self::default() };
            #( #wrapped )*
            Ok(decoded)
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
    let wire = &field.wire;
    match &field.type_ {
        RustType::List(_) => {
            let element = super::rust::option(field.element.as_deref());
            quote! { members.list(#wire, #element)? }
        }
        _ if field.text => quote! { members.optional_text(#wire)? },
        _ => quote! { members.optional(#wire)? },
    }
}

fn read_wrapped(wrapper: &str, fields: &[&Field]) -> TokenStream {
    let known = fields.iter().map(|field| field.wire.as_str());
    let names = fields.iter().map(|field| ident(&field.name));
    let values = fields.iter().map(|field| read(field));
    quote! {
        members.object(#wrapper, |members| {
            #( decoded.#names = #values; )*
            members.finish(&[#(#known),*])
        })?;
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
