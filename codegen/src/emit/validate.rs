//! Validators: plain code that looks at each value once and allocates only for what is wrong.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::rust::{ident, option};
use crate::plan::{CharacterRule, Check, Field, RustType, Struct};
use crate::spec::{ClientValue, Format, LengthUnit, Range};

/// The body of `Input::validate`.
pub(super) fn of_input(input: &Struct, parts: &impl Fn(&str) -> bool) -> TokenStream {
    let checks = input.fields.iter().map(|field| {
        let (path, name) = (field.path(), &field.name);
        let member = ident(name);
        let required = required(field, &path, name);
        let place = quote! { validator.field(#path, #name) };
        let checks = checks(field, &place, &quote! { self.#member }, parts);
        quote! { #required #checks }
    });
    quote! { #( #checks )* }
}

fn required(field: &Field, path: &str, name: &str) -> TokenStream {
    let member = ident(name);
    if !field.required {
        return TokenStream::new();
    }
    match field.client_value {
        None => quote! { validator.required(#path, #name, self.#member.is_some()); },
        Some(value) => {
            let value = client_value(value);
            quote! { validator.required_or_client(#path, #name, self.#member.is_some(), #value); }
        }
    }
}

/// A value that is given to the client once.
pub(super) fn client_value(value: ClientValue) -> TokenStream {
    match value {
        ClientValue::Region => quote! { ClientValue::Region },
        ClientValue::ProjectId => quote! { ClientValue::ProjectId },
    }
}

/// The validator of a struct that stands inside a request, if it needs one.
pub(super) fn validator(planned: &Struct, parts: &impl Fn(&str) -> bool) -> TokenStream {
    if !planned.validated {
        return TokenStream::new();
    }
    let name = ident(&planned.name);
    let checks = planned.fields.iter().map(|field| {
        let (wire, name) = (&field.wire, &field.name);
        let member = ident(name);
        let required = field
            .required
            .then(|| quote! { at.required(#wire, #name, self.#member.is_some()); });
        let place = quote! { at.member(#wire, #name) };
        let checks = checks(field, &place, &quote! { self.#member }, parts);
        quote! { #required #checks }
    });
    quote! {
        impl #name {
            /// Checks what stands in the object, which stands at `at`.
            pub(crate) fn validate(&self, at: &Field<'_>) {
                #( #checks )*
            }
        }
    }
}

/// Whether a check comes to anything: members are checked only where their struct has a validator.
fn matters(check: &Check, type_: &RustType, parts: &impl Fn(&str) -> bool) -> bool {
    match check {
        Check::Members => type_.struct_name().is_some_and(parts),
        Check::Items(inner) => inner.iter().any(|check| matters(check, type_, parts)),
        _ => true,
    }
}

fn checks(
    field: &Field,
    place: &TokenStream,
    value: &TokenStream,
    parts: &impl Fn(&str) -> bool,
) -> TokenStream {
    let wanted: Vec<&Check> = field
        .checks
        .iter()
        .filter(|check| matters(check, &field.type_, parts))
        .collect();
    if wanted.is_empty() {
        return TokenStream::new();
    }
    let source = field.source.as_ref().map(|source| {
        let source = ident(source);
        quote! { .source(&source::#source) }
    });
    let secret = field.secret.then(|| quote! { .secret() });
    let checks = wanted.iter().map(|check| one(check, &field.type_));
    quote! {
        if let Some(value) = &#value {
            let at = #place #source #secret;
            #( #checks )*
        }
    }
}

/// One check of `value`, which is a reference, at `at`.
fn one(check: &Check, type_: &RustType) -> TokenStream {
    let (number, text) = (number(type_), text(type_));
    match check {
        Check::Range(Range(low, high)) => {
            let (low, high) = (option(low.map(literal)), option(high.map(literal)));
            quote! { at.range(#number, #low, #high); }
        }
        Check::NotOneOf(values) => {
            let values = values.iter().copied().map(literal);
            quote! { at.not_one_of(#number, &[#(#values),*]); }
        }
        Check::OneOfIntegers(values) => {
            let values = values.iter().copied().map(literal);
            quote! { at.one_of_integer(#number, &[#(#values),*]); }
        }
        Check::Length(Range(low, high), unit) => {
            let (low, high) = (option(low.map(literal)), option(high.map(literal)));
            let unit = match unit {
                LengthUnit::Characters => quote! { LengthUnit::Characters },
                LengthUnit::Bytes => quote! { LengthUnit::Bytes },
            };
            quote! { at.length(#text, #low, #high, #unit); }
        }
        Check::Characters(rule) => {
            let rule = characters(rule);
            quote! { at.characters(#text, &#rule); }
        }
        Check::Format(format) => {
            let format = self::format(*format);
            quote! { at.format(#text, #format); }
        }
        Check::OneOf {
            values,
            ignore_case,
        } => {
            let method = one_of(*ignore_case);
            quote! { at.#method(#text, &[#(#values),*]); }
        }
        Check::Known { ignore_case, .. } => known(type_, *ignore_case),
        Check::ItemCount(Range(low, high)) => {
            let (low, high) = (option(low.map(literal)), option(high.map(literal)));
            quote! { at.item_count(value.len(), #low, #high); }
        }
        Check::Items(inner) => {
            let item = match type_ {
                RustType::List(item) => item.as_ref(),
                other => other,
            };
            let checks = inner.iter().map(|check| one(check, item));
            quote! {
                for (index, value) in value.iter().enumerate() {
                    let at = at.index(index);
                    #( #checks )*
                }
            }
        }
        Check::Members => quote! { value.validate(&at); },
    }
}

fn known(type_: &RustType, ignore_case: bool) -> TokenStream {
    let RustType::Enum(name) = type_ else {
        return TokenStream::new();
    };
    let name = ident(name);
    let method = one_of(ignore_case);
    quote! {
        if !value.is_known() {
            at.#method(value.as_str(), types::#name::VALUES);
        }
    }
}

/// The method that compares text with a set.
fn one_of(ignore_case: bool) -> Ident {
    ident(if ignore_case {
        "one_of_ignore_case"
    } else {
        "one_of"
    })
}

fn number(type_: &RustType) -> TokenStream {
    match type_ {
        RustType::I32 => quote! { i64::from(*value) },
        _ => quote! { *value },
    }
}

fn text(type_: &RustType) -> TokenStream {
    match type_ {
        RustType::Secret => quote! { value.expose() },
        RustType::String => quote! { value },
        _ => quote! { value.as_str() },
    }
}

fn literal(number: i64) -> Literal {
    Literal::i64_unsuffixed(number)
}

fn characters(CharacterRule(rule): &CharacterRule) -> TokenStream {
    let first = rule.first.iter().map(|class| self::class(class));
    let allowed = rule.allowed.iter().map(|class| self::class(class));
    let prefixes = &rule.forbidden_prefixes;
    quote! {
        Characters {
            first: &[#(#first),*],
            allowed: &[#(#allowed),*],
            forbidden_prefixes: &[#(#prefixes),*],
        }
    }
}

fn class(name: &str) -> TokenStream {
    match name {
        "letter" => quote! { Class::Letter },
        "chinese" => quote! { Class::Chinese },
        "digit" => quote! { Class::Digit },
        "ascii" => quote! { Class::Ascii },
        one => {
            let character = one.chars().next().unwrap_or_default();
            quote! { Class::One(#character) }
        }
    }
}

fn format(format: Format) -> TokenStream {
    match format {
        Format::Ip => quote! { Format::Ip },
        Format::Ipv4 => quote! { Format::Ipv4 },
        Format::Ipv6 => quote! { Format::Ipv6 },
        Format::Cidr => quote! { Format::Cidr },
        Format::Ipv4Cidr => quote! { Format::Ipv4Cidr },
        Format::Ipv6Cidr => quote! { Format::Ipv6Cidr },
        Format::Netmask => quote! { Format::Netmask },
        Format::Email => quote! { Format::Email },
        Format::Uuid => quote! { Format::Uuid },
        Format::UtcTime => quote! { Format::UtcTime },
    }
}
