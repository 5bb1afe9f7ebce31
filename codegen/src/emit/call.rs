//! The example that calls an operation by its name.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::ident;
use crate::plan::Crate;
use crate::spec::ClientValue;

/// The hand-written files of the example, the same in every crate.
pub(super) fn shared_files() -> [(&'static str, &'static str); 3] {
    [
        ("main.rs", include_str!("../../templates/call/main.rs")),
        (
            "arguments.rs",
            include_str!("../../templates/call/arguments.rs"),
        ),
        ("run.rs", include_str!("../../templates/call/run.rs")),
    ]
}

/// `examples/<provider>-call/operations.rs`: what differs between crates.
pub(super) fn operations(planned: &Crate<'_>) -> TokenStream {
    let library = ident(&planned.manifest.library);
    let name = &planned.call_example;
    let names = planned
        .operations
        .iter()
        .map(|operation| &operation.model.name);
    let arms = planned.operations.iter().map(|operation| {
        let (name, feature) = (&operation.model.name, &operation.feature);
        let (module, input) = (ident(&operation.module), ident(&operation.input.name));
        let run = ident(match operation.model.pagination {
            Some(_) => "run_paged",
            None => "run",
        });
        quote! {
            #[cfg(feature = #feature)]
            #name => Some(call.#run::<sdk::operation::#module::#input>()),
        }
    });
    let wants_project = planned
        .model
        .facts
        .client_values
        .values()
        .any(|value| *value == ClientValue::ProjectId);
    let project_id = if wants_project {
        quote! { builder.project_id(project_id) }
    } else {
        quote! {{ drop(project_id); builder }}
    };
    let xml = xml(planned);
    quote! {
        #![doc = " The operations that this client knows."]
        use sdk::ClientBuilder;
        pub use #library as sdk;

        use crate::run::{Call, Outcome};

        /// Name of this program.
        pub const PROGRAM: &str = #name;

        /// Names of all operations.
        pub const OPERATIONS: &[&str] = &[#(#names),*];

        /// Calls an operation by its name; `None` if there is none of that name.
        #[allow(unused_variables, reason = "a crate may be built without any resource group")]
        pub fn dispatch(name: &str, call: Call<'_>) -> Option<Outcome> {
            match name {
                #( #arms )*
                _ => None,
            }
        }

        /// Gives the project id to the client, where the service knows projects.
        pub fn with_project_id(builder: ClientBuilder, project_id: String) -> ClientBuilder {
            #project_id
        }

        #xml
    }
}

/// What `--xml` does, which depends on the service and on how the crate is built.
fn xml(planned: &Crate<'_>) -> TokenStream {
    let docs = quote! { #[doc = " Makes a client ask for answers in XML, or says why none can."] };
    let constant = quote! { pub const XML: Result<fn(ClientBuilder) -> ClientBuilder, &str> };
    if planned.offers_xml() {
        quote! {
            #docs
            #[cfg(feature = "xml")]
            #constant = Ok(ClientBuilder::xml);

            #docs
            #[cfg(not(feature = "xml"))]
            #constant = Err("this program was built without the feature `xml`; run it with `--features xml`");
        }
    } else {
        quote! {
            #docs
            #constant = Err("the service answers in JSON only");
        }
    }
}
