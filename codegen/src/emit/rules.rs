//! Rules over several parameters, as plain tests.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rust::{ident, option};
use crate::model::rule_text;
use crate::plan::{Access, Breach, Mask, Operation, Rule, RustType, Test};
use crate::spec::{Range, Scalar, Statement};

/// The tests of all rules, for the end of `Input::validate`.
pub(super) fn tests(operation: &Operation<'_>) -> TokenStream {
    operation.rules.iter().map(rule).collect()
}

fn rule(rule: &Rule<'_>) -> TokenStream {
    let Some(list) = &rule.within else {
        let root = quote! { self };
        return rule
            .breaches
            .iter()
            .map(|breach| test(rule, breach, &root, &quote! { validator }))
            .collect();
    };
    let (wire, rust) = (&list.wire, list.rust());
    let items = place(list, &quote! { self });
    let root = quote! { element };
    let tests = rule
        .breaches
        .iter()
        .map(|breach| test(rule, breach, &root, &quote! { at }));
    quote! {
        if let Some(elements) = #items {
            let list = validator.field(#wire, #rust);
            for (index, element) in elements.iter().enumerate() {
                let at = list.index(index);
                #( #tests )*
            }
        }
    }
}

fn test(rule: &Rule<'_>, breach: &Breach, root: &TokenStream, report: &TokenStream) -> TokenStream {
    let when = condition(&breach.when, root);
    let name = ident(&rule.name);
    let (wire, rust) = (&breach.at.wire, breach.at.rust());
    quote! {
        if #when {
            #report.broken(&#name, #wire, #rust);
        }
    }
}

/// Statics that describe the rules.
pub(super) fn statics(operation: &Operation<'_>) -> TokenStream {
    let statics = operation.rules.iter().map(|rule| {
        let name = ident(&rule.name);
        let model = rule.model;
        let (id, kind, parameters, text) = (
            &model.id,
            rule_text::kind(&model.check),
            &model.parameters,
            &model.text,
        );
        let statement = match model.stated_by {
            Statement::Sentence => quote! { Statement::Sentence },
            Statement::ErrorRow => quote! { Statement::ErrorRow },
        };
        let error = option(model.error.as_deref());
        let source = ident(&rule.source);
        quote! {
            static #name: Rule = Rule {
                id: #id,
                kind: #kind,
                parameters: &[#(#parameters),*],
                text: #text,
                stated_by: #statement,
                error: #error,
                source: &source::#source,
            };
        }
    });
    quote! { #( #statics )* }
}

/// A test as a Boolean expression on `root`.
fn condition(test: &Test, root: &TokenStream) -> TokenStream {
    match test {
        Test::All(tests) => joined(tests, root, &quote! { && }),
        Test::Any(tests) => joined(tests, root, &quote! { || }),
        Test::Not(inner) => match only(inner) {
            Test::Given(access) => {
                let place = if access.steps.len() == 1 {
                    field(access, root)
                } else {
                    place(access, root)
                };
                quote! { #place.is_none() }
            }
            other => {
                let inner = condition(other, root);
                quote! { !(#inner) }
            }
        },
        Test::Given(access) => given(access, root),
        Test::OneOf(access, values, default) => {
            let absent_counts = default
                .as_ref()
                .is_some_and(|default| values.iter().any(|value| value.is_same(default)));
            let method = if absent_counts {
                ident("is_none_or")
            } else {
                ident("is_some_and")
            };
            let matches = one_of(access, values);
            if access.each {
                return some(access, root, &matches);
            }
            let place = place(access, root);
            quote! { #place.#method(|value| #matches) }
        }
        Test::NoneOf(access, values) => {
            let matches = one_of(access, values);
            some(access, root, &quote! { !#matches })
        }
        Test::OutsideRange(access, range) => {
            let range = self::range(*range);
            some(access, root, &quote! { !#range.contains(value) })
        }
        Test::OutsideCount(access, range) => {
            let place = place(access, root);
            let range = self::range(*range);
            quote! { #place.is_some_and(|value| !#range.contains(&value.len())) }
        }
        Test::Within(access, network) => {
            let text = text(access);
            some(
                access,
                root,
                &quote! { network::lies_within(#text, #network) },
            )
        }
        Test::DifferentSubnets(one, other, mask) => {
            let (one, other) = (optional_text(one, root), optional_text(other, root));
            let mask = match mask {
                Mask::Field(access) => optional_text(access, root),
                Mask::Prefix(prefix) => quote! { Some(#prefix) },
            };
            quote! { network::in_two_subnets(#one, #other, #mask) }
        }
        Test::OtherThanOne(tests) => {
            let tests = tests.iter().map(|test| condition(test, root));
            quote! { [#(#tests),*].into_iter().filter(|given| *given).count() != 1 }
        }
    }
}

/// The test itself, where it is the only one of a group.
fn only(test: &Test) -> &Test {
    match test {
        Test::All(tests) | Test::Any(tests) => match tests.as_slice() {
            [single] => only(single),
            _ => test,
        },
        _ => test,
    }
}

fn joined(tests: &[Test], root: &TokenStream, operator: &TokenStream) -> TokenStream {
    let parts: Vec<TokenStream> = tests
        .iter()
        .map(|test| {
            let part = condition(test, root);
            // Mixed operators need brackets; a single test does not.
            match test {
                Test::All(inner) | Test::Any(inner) if inner.len() > 1 => quote! { (#part) },
                _ => part,
            }
        })
        .collect();
    let Some((first, rest)) = parts.split_first() else {
        return quote! { false };
    };
    quote! { #first #( #operator #rest )* }
}

/// The field itself, an `Option`; only for what is one step away.
fn field(access: &Access, root: &TokenStream) -> TokenStream {
    let steps = access.steps.iter().map(|step| ident(step));
    quote! { #root #( .#steps )* }
}

fn given(access: &Access, root: &TokenStream) -> TokenStream {
    if access.steps.len() == 1 {
        let field = field(access, root);
        return quote! { #field.is_some() };
    }
    let place = place(access, root);
    quote! { #place.is_some() }
}

/// An `Option` of a reference to the field, however deep it stands.
fn place(access: &Access, root: &TokenStream) -> TokenStream {
    let mut steps = access.steps.iter().map(|step| ident(step));
    let Some(first) = steps.next() else {
        return quote! { None };
    };
    quote! { #root.#first.as_ref() #( .and_then(|value| value.#steps.as_ref()) )* }
}

/// Whether the value of a field, or an item of its list, passes a test of `value`.
fn some(access: &Access, root: &TokenStream, test: &TokenStream) -> TokenStream {
    let place = place(access, root);
    if access.each {
        quote! { #place.is_some_and(|list| list.iter().any(|value| #test)) }
    } else {
        quote! { #place.is_some_and(|value| #test) }
    }
}

/// An `Option` of the text of a field.
fn optional_text(access: &Access, root: &TokenStream) -> TokenStream {
    if let ([step], RustType::String) = (access.steps.as_slice(), &access.type_) {
        let step = ident(step);
        return quote! { #root.#step.as_deref() };
    }
    let place = place(access, root);
    let text = text(access);
    quote! { #place.map(|value| #text) }
}

/// The text of `value`.
fn text(access: &Access) -> TokenStream {
    match access.type_ {
        RustType::Secret => quote! { value.expose() },
        _ => quote! { value.as_str() },
    }
}

/// Whether `value` is one of these.
fn one_of(access: &Access, values: &[Scalar]) -> TokenStream {
    match access.type_ {
        RustType::Bool => match values {
            [Scalar::Boolean(true)] => quote! { *value },
            [Scalar::Text(text)] if text.eq_ignore_ascii_case("true") => quote! { *value },
            [_] => quote! { !*value },
            _ => quote! { true },
        },
        RustType::I32 | RustType::I64 => {
            let numbers = values.iter().filter_map(|value| match value {
                Scalar::Integer(number) => Some(*number),
                Scalar::Text(text) => text.parse().ok(),
                Scalar::Boolean(_) => None,
            });
            let numbers = numbers.map(Literal::i64_unsuffixed);
            quote! { matches!(*value, #(#numbers)|*) }
        }
        _ => {
            let text = text(access);
            let values = values.iter().map(ToString::to_string);
            if access.ignore_case {
                quote! { [#(#values),*].iter().any(|known| known.eq_ignore_ascii_case(#text)) }
            } else {
                quote! { matches!(#text, #(#values)|*) }
            }
        }
    }
}

fn range(Range(low, high): Range) -> TokenStream {
    let (low, high) = (
        low.map(Literal::i64_unsuffixed),
        high.map(Literal::i64_unsuffixed),
    );
    match (low, high) {
        (Some(low), Some(high)) => quote! { (#low..=#high) },
        (Some(low), None) => quote! { (#low..) },
        (None, Some(high)) => quote! { (..=#high) },
        (None, None) => quote! { (..) },
    }
}
