//! One operation: its fluent request, input, output, table and error codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{doc, ident, inner_doc, option, type_};
use super::{enums, errors, imports, json, paging, rules, structs, validate};
use crate::plan::{Crate, Docs, Operation, RustType, Setter, Struct};
use crate::spec::{Effect, Location};

/// `src/operation/<operation>.rs`.
pub(super) fn operation(planned: &Crate<'_>, operation: &Operation<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new(&format!(
        "`{}`: {}",
        operation.model.name, operation.model.summary
    )));
    let validated = |name: &str| {
        planned.validates(name)
            || operation
                .input_parts
                .iter()
                .any(|part| part.name == name && part.validated)
    };
    let request = request(operation);
    let table = table(operation);
    let rules = rules::statics(operation);
    let input = input(operation, &validated);
    let output = with_codec(&operation.output);
    let input_parts = operation.input_parts.iter().map(|part| {
        let part_and_codec = with_codec(part);
        let validator = validate::validator(part, &validated);
        quote! { #part_and_codec #validator }
    });
    let output_parts = operation.output_parts.iter().map(with_codec);
    let error_code = operation.error_code.as_ref().map(enums::open_enum);
    let paginated = paging::paginated(operation);
    let items = quote! {
        #request
        #input
        #paginated
        #( #input_parts )*
        #output
        #( #output_parts )*
        #table
        #rules
    };
    let imports = imports::used_by(&items);
    // Variants of error codes may have the name of anything, so they take no part in the imports.
    let unknown = error_code
        .is_some()
        .then(|| quote! { use crate::runtime::open_enum::UnknownValue; });
    quote! { #docs #imports #unknown #items #error_code }
}

fn with_codec(planned: &Struct) -> TokenStream {
    let definition = structs::definition(planned);
    let codec = json::codec(planned);
    quote! { #definition #codec }
}

/// The fluent request and its setters.
fn request(operation: &Operation<'_>) -> TokenStream {
    let docs = doc(&operation.docs);
    let name = ident(&operation.request);
    let input = ident(&operation.input.name);
    let setters = operation.setters.iter().map(setter);
    let setters =
        (!operation.setters.is_empty()).then(|| quote! { impl Request<#input> { #( #setters )* } });
    quote! {
        #docs
        pub type #name = Request<#input>;
        #setters
    }
}

fn setter(setter: &Setter) -> TokenStream {
    let docs = doc(&setter.docs);
    let (name, field) = (ident(&setter.name), ident(&setter.field));
    let (argument, value) = match &setter.type_ {
        RustType::List(item) => {
            let item = type_(item);
            (
                quote! { impl IntoIterator<Item = impl Into<#item>> },
                quote! { value.into_iter().map(Into::into).collect() },
            )
        }
        RustType::Boxed(inner) => {
            let inner = type_(inner);
            (
                quote! { impl Into<#inner> },
                quote! { Box::new(value.into()) },
            )
        }
        other => {
            let other = type_(other);
            (quote! { impl Into<#other> }, quote! { value.into() })
        }
    };
    quote! {
        #docs
        pub fn #name(mut self, value: #argument) -> Self {
            self.input_mut().#field = Some(#value);
            self
        }
    }
}

fn input(operation: &Operation<'_>, validated: &impl Fn(&str) -> bool) -> TokenStream {
    let structs = with_codec(&operation.input);
    let name = ident(&operation.input.name);
    let output = ident(&operation.output.name);
    let mut checks = validate::of_input(&operation.input, validated);
    checks.extend(rules::tests(operation));
    let validator = if checks.is_empty() {
        ident("_validator")
    } else {
        ident("validator")
    };
    quote! {
        #structs
        impl Input for #name {
            type Output = #output;
            const OPERATION: &'static Operation = &OPERATION;
            fn validate(&self, #validator: &mut Validator<'_>) {
                #checks
            }
        }
    }
}

/// The table that the runtime works from.
fn table(operation: &Operation<'_>) -> TokenStream {
    let model = operation.model;
    let name = &model.name;
    let effect = match model.effect {
        Effect::Read => quote! { Effect::Read },
        Effect::Write => quote! { Effect::Write },
    };
    let method = super::service::method(model.http.method);
    let path = &model.http.path;
    let flag = option(model.http.flag.as_deref());
    let parameters = operation.parameters.iter().map(|(name, place, again)| {
        let place = location(*place);
        let again = option(again.map(location));
        quote! { Parameter { name: #name, location: #place, also_in: #again } }
    });
    let client_values = operation.client_values.iter().map(|(name, value)| {
        let value = validate::client_value(*value);
        quote! { (#name, #value) }
    });
    let token = option(model.idempotency_token());
    let (secrets, response_secrets) = (&operation.secrets, &operation.response_secrets);
    let errors = errors::table(&operation.errors);
    let (source, request_source) = (ident(&operation.source), ident(&operation.request_source));
    quote! {
        static OPERATION: Operation = Operation {
            name: #name,
            effect: #effect,
            method: #method,
            path: #path,
            flag: #flag,
            parameters: &[#(#parameters),*],
            client_values: &[#(#client_values),*],
            idempotency_token: #token,
            secrets: &[#(#secrets),*],
            response_secrets: &[#(#response_secrets),*],
            errors: #errors,
            source: source::#source,
            request_source: source::#request_source,
        };
    }
}

fn location(location: Location) -> TokenStream {
    match location {
        Location::Path => quote! { Location::Path },
        Location::Query => quote! { Location::Query },
        Location::Header => quote! { Location::Header },
        Location::Body => quote! { Location::Body },
    }
}
