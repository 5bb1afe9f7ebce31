//! Methods of the client that wait for a state.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports;
use super::paging;
use super::rust::{doc, ident, inner_doc, option};
use crate::plan::{Crate, Docs, Operation, Waiter};

/// `src/waiters.rs`.
pub(super) fn waiters(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new(&format!(
        "Waiting for the states of things of {}.",
        planned.model.facts.service
    )));
    let polls = || {
        planned.waiters.iter().filter_map(|waiter| {
            let operation = planned.operations.get(waiter.operation)?;
            Some((waiter, operation))
        })
    };
    let methods = polls().map(|(waiter, operation)| method(waiter, operation));
    let statics = polls().map(|(waiter, operation)| facts(waiter, operation));
    let items = quote! {
        impl Client {
            #( #methods )*
        }
        #( #statics )*
    };
    let imports = imports::used_by(&items);
    quote! {
        #docs
        use crate::operation;
        #imports
        #items
    }
}

fn method(waiter: &Waiter<'_>, operation: &Operation<'_>) -> TokenStream {
    let docs = doc(&waiter.docs);
    let (method, facts) = (ident(&waiter.method), ident(&waiter.facts));
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    let feature = &operation.feature;
    let arguments = waiter.further.iter().map(|(argument, _)| {
        let argument = ident(argument);
        quote! { #argument: impl Into<String> }
    });
    let further = waiter.further.iter().map(|(argument, wire)| {
        let argument = ident(argument);
        quote! { (#wire, #argument.into()) }
    });
    quote! {
        #docs
        #[cfg(feature = #feature)]
        pub fn #method(
            &self,
            id: impl Into<String>,
            #( #arguments ),*
        ) -> Waiter<operation::#module::#input> {
            Waiter::new(self, &#facts, id.into(), [#( #further ),*])
        }
    }
}

fn facts(waiter: &Waiter<'_>, operation: &Operation<'_>) -> TokenStream {
    let name = ident(&waiter.facts);
    let feature = &operation.feature;
    let (resource, waiter_name) = (waiter.resource, waiter.name);
    let (id, state) = (&waiter.poll.id, &waiter.poll.state);
    let fixed = waiter
        .fixed
        .iter()
        .map(|(path, value)| quote! { (#path, #value) });
    let match_id = option(waiter.poll.match_id.as_deref());
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    // By its path: where a feature leaves out all lists, an import would be unused.
    let paging = match paging::paginated(operation) {
        Some(_) => quote! {
            Some(<operation::#module::#input as crate::runtime::paging::Paginated>::PAGING)
        },
        None => quote! { None },
    };
    let (success, failure) = (&waiter.spec.success, &waiter.spec.failure);
    let gone_is_success = waiter.spec.gone_is_success;
    let interval = Literal::u32_unsuffixed(waiter.spec.interval_seconds);
    let deadline = Literal::u32_unsuffixed(waiter.spec.deadline_seconds);
    quote! {
        #[cfg(feature = #feature)]
        static #name: WaiterFacts = WaiterFacts {
            resource: #resource,
            waiter: #waiter_name,
            id: #id,
            fixed: &[#( #fixed ),*],
            state: #state,
            match_id: #match_id,
            paging: #paging,
            success: &[#( #success ),*],
            failure: &[#( #failure ),*],
            gone_is_success: #gone_is_success,
            interval_seconds: #interval,
            deadline_seconds: #deadline,
        };
    }
}
