//! Tests of a crate: every limit and rule of every operation from both sides, and random requests
//! between them.

mod written;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use self::written::{recipes, request, requests};
use super::rust::{ident, inner_doc};
use crate::plan::cases::{Cases, Row, Untested};
use crate::plan::{Crate, Docs, Group, Kind, Operation, Scope};

/// The hand-written files of the tests, the same in every crate.
pub(super) fn shared_files() -> [(&'static str, &'static str); 2] {
    [
        (
            "random.rs",
            include_str!("../../../templates/boundaries/random.rs"),
        ),
        (
            "requests.rs",
            include_str!("../../../templates/boundaries/requests.rs"),
        ),
    ]
}

/// Names of the files below `tests/boundaries`, with the groups whose operations they test.
pub(super) fn files<'p>(planned: &'p Crate<'p>) -> Vec<(String, &'p Group)> {
    let features = planned.groups.iter().map(|group| group.feature.as_str());
    let scope = Scope::new(Kind::Module, features);
    planned
        .groups
        .iter()
        .filter(|group| operations(planned, group).next().is_some())
        .map(|group| (module(&scope, group), group))
        .collect()
}

fn module(scope: &Scope, group: &Group) -> String {
    match scope.get(&group.feature).as_str() {
        // These are files that all groups share.
        name @ ("main" | "random" | "requests") => format!("{name}_group"),
        name => name.to_owned(),
    }
}

fn operations<'p>(
    planned: &'p Crate<'p>,
    group: &'p Group,
) -> impl Iterator<Item = &'p Operation<'p>> {
    let all = planned.operations.iter();
    all.filter(|operation| operation.feature == group.feature)
}

/// `tests/boundaries/main.rs`.
pub(super) fn main(planned: &Crate<'_>) -> TokenStream {
    let library = ident(&planned.manifest.library);
    let groups = files(planned).into_iter().map(|(module, _)| {
        let module = ident(&module);
        quote! { mod #module; }
    });
    quote! {
        #![doc = " Every limit and every rule of every operation from both sides, and random requests between them."]
        mod random;
        mod requests;
        #( #groups )*

        use std::collections::BTreeSet;

        use #library::runtime::client::ClientValues;
        use #library::runtime::json::{At, Mode, Value};
        use #library::runtime::request::Input;
        use #library::runtime::validate::Validator;

        /// Ids of everything that a request breaks; of what does not even fit the types, what is wrong with it.
        fn broken<I: Input>(request: &Value) -> BTreeSet<String> {
            let input = match I::from_json(request, &At::root(Mode::Strict)) {
                Ok(input) => input,
                Err(error) => return BTreeSet::from([error.to_string()]),
            };
            let values = ClientValues::default();
            let mut validator = Validator::new(I::OPERATION, &values);
            input.validate(&mut validator);
            let violations = validator.finish().err();
            violations.iter().flatten().map(|violation| violation.rule.clone()).collect()
        }
    }
}

/// `tests/boundaries/<group>.rs`.
pub(super) fn group(planned: &Crate<'_>, group: &Group) -> TokenStream {
    let docs = inner_doc(&Docs::new(&format!("Operations of `{}`.", group.feature)));
    let library = ident(&planned.manifest.library);
    let mut untested = Vec::new();
    let tests: TokenStream = operations(planned, group)
        .map(|operation| {
            let cases = Cases::of(planned.model, operation.model);
            let tests = self::tests(operation, &cases);
            untested.extend(cases.untested);
            tests
        })
        .collect();
    let untested = self::untested(&untested);
    quote! {
        #docs
        use #library::operation;

        use crate::broken;
        use crate::requests::Requests;

        #untested
        #tests
    }
}

/// The list of what has no row, which says why.
fn untested(gaps: &[Untested]) -> TokenStream {
    if gaps.is_empty() {
        return TokenStream::new();
    }
    let rules = gaps.iter().map(|gap| &gap.rule);
    let reasons = gaps.iter().map(|gap| &gap.reason);
    quote! {
        /// What no request shows, and why.
        const UNTESTED: &[(&str, &str)] = &[#( (#rules, #reasons) ),*];

        #[test]
        fn what_is_untested_is_explained() {
            assert!(UNTESTED.iter().all(|(_, reason)| !reason.is_empty()));
        }
    }
}

fn tests(operation: &Operation<'_>, cases: &Cases) -> TokenStream {
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    let limits = format_ident!("limits_of_{}", operation.module);
    let random = format_ident!("random_requests_of_{}", operation.module);
    let table = ident(&operation.module.to_uppercase());
    let (base, free) = (request(&cases.base), recipes(&cases.free));
    let rows = cases.rows.iter().map(row);
    quote! {
        const #table: Requests = Requests {
            base: #base,
            free: #free,
            rows: &[#( #rows ),*],
        };

        #[test]
        fn #limits() {
            #table.walk(broken::<operation::#module::#input>);
        }

        #[test]
        fn #random() {
            #table.vary(broken::<operation::#module::#input>);
        }
    }
}

fn row(row: &Row) -> TokenStream {
    let rules = &row.rules;
    let (accepted, refused) = (requests(&row.accepted), requests(&row.refused));
    quote! { (&[#( #rules ),*], #accepted, #refused) }
}
