//! Tests of a crate: every limit and rule of every operation, from both sides.

mod helper;
mod written;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use self::written::{request, requests};
use super::rust::{ident, inner_doc};
use crate::plan::cases::{Cases, Row, Untested};
use crate::plan::{Crate, Docs, Group, Kind, Operation, Scope};

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
        // This is the file that all groups are modules of.
        "main" => "main_group".to_owned(),
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
    let modules = files(planned).into_iter().map(|(module, group)| {
        let (module, feature) = (ident(&module), &group.feature);
        quote! { #[cfg(feature = #feature)] mod #module; }
    });
    let helper = helper::helper(planned);
    quote! {
        #![doc = " Every limit and every rule of every operation, from both sides."]
        #![doc = ""]
        #![doc = " A row has the ids of what is tried, requests that are accepted, and requests that break just that. Requests are"]
        #![doc = " written as JSON merge patches of one that is accepted. Where a row has several ids, the first is tried, and the"]
        #![doc = " others always break with it."]
        #( #modules )*
        #helper
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
            let test = test(operation, &cases);
            untested.extend(cases.untested);
            test
        })
        .collect();
    let untested = self::untested(&untested);
    quote! {
        #docs
        use #library::operation;
        use crate::{broken, walk};
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

fn test(operation: &Operation<'_>, cases: &Cases) -> TokenStream {
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    let test = format_ident!("limits_of_{}", operation.module);
    let base = request(&cases.base);
    let rows = cases.rows.iter().map(row);
    quote! {
        #[test]
        fn #test() {
            walk(broken::<operation::#module::#input>, #base, &[#( #rows ),*]);
        }
    }
}

fn row(row: &Row) -> TokenStream {
    let rules = &row.rules;
    let (accepted, refused) = (requests(&row.accepted), requests(&row.refused));
    quote! { (&[#( #rules ),*], #accepted, #refused) }
}
