//! The roots of modules.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{ident, inner_doc};
use crate::plan::{Crate, Docs, RustType};
use crate::spec::ClientValue;

/// `src/lib.rs`.
pub(super) fn library(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&crate_docs(planned));
    let waiters = waiters(planned);
    let tokens = planned
        .authentication()
        .1
        .then(|| quote! { pub use runtime::credentials::iam_token::IamTokenProvider; });
    quote! {
        #docs
        #![forbid(unsafe_code)]
        #![deny(missing_docs)]

        pub mod operation;
        pub mod runtime;
        pub mod service;
        pub mod source;
        pub mod types;
        mod client;
        mod credentials;
        #waiters

        pub use runtime::client::{Client, ClientBuilder};
        #tokens
        pub use runtime::credentials::{Credentials, CredentialsProvider, EnvironmentProvider};
        pub use runtime::error::{Error, ErrorClass, ErrorKind, ServiceError};
        pub use runtime::json::Value;
        pub use runtime::request::Request;
        pub use runtime::response::Response;
        pub use runtime::secret::SecretString;
        pub use runtime::signed::SignedRequest;
        pub use runtime::signing;
        pub use runtime::timestamp::Timestamp;
        pub use runtime::transport;
        pub use runtime::validate::{Violation, Violations};
    }
}

/// The module of waiters, where a group that has some is wanted.
fn waiters(planned: &Crate<'_>) -> Option<TokenStream> {
    let features: BTreeSet<&str> = planned
        .waiters
        .iter()
        .filter_map(|waiter| planned.operations.get(waiter.operation))
        .map(|operation| operation.feature.as_str())
        .collect();
    let features = features
        .into_iter()
        .map(|feature| quote! { feature = #feature });
    (!planned.waiters.is_empty()).then(|| {
        quote! {
            #[cfg(any(#( #features ),*))]
            mod waiters;
        }
    })
}

fn crate_docs(planned: &Crate<'_>) -> Docs {
    let facts = &planned.model.facts;
    let mut docs = Docs::new(&format!(
        "A client for {} (API version {}).",
        facts.service, facts.api_version
    ))
    .paragraph(&facts.summary);
    if let Some(doc) = &facts.doc {
        docs = docs.paragraph(doc);
    }
    if let Some(example) = example(planned) {
        docs = docs.verbatim(&format!("```no_run\n{example}```"));
    }
    docs = docs
        .paragraph("Reads, and writes with an idempotency token, are repeated after failures that may pass. Lists are followed with `pages` and `items`, `wait_until_…` waits for a state, and `call_raw` calls what this crate does not know.")
        .paragraph("Requests are validated against the documented limits before they are sent; `skip_validation` sends them as they are.")
        .verbatim("# Features");
    docs = docs
        .item("`hyper` (default): the asynchronous transport over hyper and rustls, with a clock and entropy.")
        .item("`reqwest`: an asynchronous transport over a `reqwest::Client` of your own, with a clock and entropy.")
        .item("`blocking`: the transport of `send_blocking`, over ureq and rustls, with a clock and entropy.")
        .item("`std-clock`, `getrandom`: the clock and the entropy alone, for a transport of your own.")
        .item("`tracing`: spans of calls and attempts with the field names of OpenTelemetry's HTTP conventions, and reports of what would otherwise be silent.")
        .item(if planned.offers_xml() {
            "`xml` (default): answers in XML, which `ClientBuilder::xml` asks for."
        } else {
            "`xml`: reads what a gateway may answer in XML; the service itself answers in JSON."
        });
    for group in &planned.groups {
        let doc = group.docs.lines().join(" ");
        docs = docs.item(&format!("`{}` (default): {doc}", group.feature));
    }
    docs.verbatim("# A transport of your own")
        .paragraph("Anything that sends an HTTP request as it is can be the transport. This one reports what another does, without the query, which may hold the signature:")
        .verbatim(&format!("```\n{}```", own_transport(planned)))
}

/// A transport that every crate shows in its documentation.
fn own_transport(planned: &Crate<'_>) -> String {
    include_str!("../../templates/own_transport.rs").replace("LIBRARY", &planned.manifest.library)
}

/// A short program that uses the crate: the first operation that reads, with its required parameters.
pub(super) fn example(planned: &Crate<'_>) -> Option<String> {
    let operation = planned
        .operations
        .iter()
        .find(|operation| operation.model.effect == crate::spec::Effect::Read)
        .or_else(|| planned.operations.first())?;
    let library = &planned.manifest.library;
    let region = region(planned)?;
    let wants_project = planned.operations.iter().any(|operation| {
        operation
            .client_values
            .iter()
            .any(|(_, value)| *value == ClientValue::ProjectId)
    });
    let project = if wants_project {
        "        .project_id(\"0123456789abcdef0123456789abcdef\")\n"
    } else {
        ""
    };
    let mut setters = String::new();
    for (setter, field) in operation.setters.iter().zip(&operation.input.fields) {
        let member = operation.model.parameters.get(&field.wire);
        let Some(example) = member.and_then(|member| member.example.as_ref()) else {
            continue;
        };
        if field.required && field.client_value.is_none() {
            setters.push_str(&format!(
                "        .{}({})\n",
                setter.name,
                literal(example, &field.type_)
            ));
        }
    }
    Some(format!(
        "use {library}::{{Client, Credentials}};\n\n\
         # async fn run() -> Result<(), {library}::Error> {{\n\
         let client = Client::builder()\n        .region(\"{region}\")\n{project}        .credentials(Credentials::from_env()?)\n        .build()?;\n\n\
         let answer = client\n        .{method}()\n{setters}        .send()\n        .await?;\n\
         println!(\"{{:?}}\", answer);\n# Ok(())\n# }}\n",
        method = operation.method,
    )
    .replace("        .", "    ."))
}

/// The region that an example uses: that of the parameter which the region fills, or the first of the table.
fn region(planned: &Crate<'_>) -> Option<String> {
    let parameters = planned
        .operations
        .iter()
        .flat_map(|operation| operation.model.parameters.values());
    parameters
        .filter(|parameter| parameter.client_value == Some(ClientValue::Region))
        .find_map(|parameter| parameter.example.as_ref()?.as_str().map(str::to_owned))
        .or_else(|| planned.model.facts.endpoints.regions.keys().next().cloned())
}

fn literal(example: &serde_json::Value, type_: &RustType) -> String {
    match (example, type_) {
        (serde_json::Value::Array(items), RustType::List(item)) => {
            let items: Vec<_> = items.iter().map(|value| literal(value, item)).collect();
            format!("[{}]", items.join(", "))
        }
        (serde_json::Value::String(text), _) => format!("{text:?}"),
        (other, _) => other.to_string(),
    }
}

/// `src/types/mod.rs`.
pub(super) fn types(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new("What several operations share."));
    let enums = (!planned.enums.is_empty()).then(|| quote! { pub use enums::*; });
    let shapes = (!planned.shapes.is_empty()).then(|| quote! { pub use shapes::*; });
    let groups = planned.groups.iter().map(|group| &group.feature);
    quote! {
        #docs
        mod enums;
        #[cfg_attr(not(all(#(feature = #groups),*)), allow(dead_code, reason = "operations of a group that is off check no shapes"))]
        mod shapes;
        #enums
        #shapes
    }
}

/// `src/operation/mod.rs`.
pub(super) fn operations(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new("The operations, a module each."));
    let modules: BTreeMap<_, _> = planned
        .operations
        .iter()
        .map(|operation| {
            let module = ident(&operation.module);
            let (feature, name) = (&operation.feature, format!(" `{}`", operation.model.name));
            let tokens = quote! {
                #[doc = #name]
                #[cfg(feature = #feature)]
                pub mod #module;
            };
            (&operation.module, tokens)
        })
        .collect();
    let modules = modules.into_values();
    quote! { #docs #( #modules )* }
}
