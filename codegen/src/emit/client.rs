//! The client's operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports;
use super::rust::{doc, ident, inner_doc};
use crate::plan::{Crate, Docs, Operation};
use crate::spec::{ClientValue, Method, Protocol};

/// `src/client.rs`.
pub(super) fn client(planned: &Crate<'_>) -> TokenStream {
    let facts = &planned.model.facts;
    let docs = inner_doc(&Docs::new(&format!("The operations of {}.", facts.service)));
    let builder_docs = doc(&Docs::new(&format!(
        "Starts building a client of {}.",
        facts.service
    )));
    let operations = planned.operations.iter().map(operation);
    let builder = builder(planned);
    let items = quote! {
        impl Client {
            #builder_docs
            pub fn builder() -> ClientBuilder {
                ClientBuilder::new(&SERVICE)
            }
            #( #operations )*
        }
        #builder
    };
    let imports = imports::used_by(&items);
    let groups = planned.groups.iter().map(|group| &group.feature);
    let uses_operations = (!planned.operations.is_empty()).then(|| {
        quote! {
            #[cfg(any(#(feature = #groups),*))]
            use crate::operation;
        }
    });
    quote! {
        #docs
        #uses_operations
        #imports
        use crate::service::SERVICE;
        #items
    }
}

fn operation(operation: &Operation<'_>) -> TokenStream {
    let docs = doc(&operation.docs);
    let (method, module) = (ident(&operation.method), ident(&operation.module));
    let (request, input) = (ident(&operation.request), ident(&operation.input.name));
    let feature = &operation.feature;
    quote! {
        #docs
        #[cfg(feature = #feature)]
        pub fn #method(&self) -> operation::#module::#request {
            operation::#module::#request::new(self, operation::#module::#input::default())
        }
    }
}

/// Methods of the builder that only some services have.
fn builder(planned: &Crate<'_>) -> TokenStream {
    let facts = &planned.model.facts;
    let wants_project = facts
        .client_values
        .values()
        .chain(facts.client_headers.values())
        .any(|value| *value == ClientValue::ProjectId);
    let project_id = wants_project.then(|| {
        quote! {
            /// The project that requests are made in. It fills the parameters and headers that want it.
            ///
            /// Left out, the project id of the credentials is used.
            pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
                self.set_client_value(ClientValue::ProjectId, project_id.into());
                self
            }
        }
    });
    let post = match &facts.protocol {
        Protocol::Rpc(rpc) if rpc.other_methods.contains(&Method::Post) => Some(quote! {
            /// Sends requests with POST instead of the documented GET, as the official SDKs do.
            ///
            /// The parameters stay in the query; the method is part of what is signed.
            pub fn post(mut self) -> Self {
                self.set_rpc_method("POST");
                self
            }
        }),
        _ => None,
    };
    let xml = planned.offers_xml().then(|| {
        quote! {
            /// Asks for answers in XML instead of JSON.
            ///
            /// Outputs and errors stay the same; only the bodies differ.
            #[cfg(feature = "xml")]
            pub fn xml(mut self) -> Self {
                self.set_rpc_format_xml();
                self
            }
        }
    });
    if project_id.is_none() && post.is_none() && xml.is_none() {
        return TokenStream::new();
    }
    quote! {
        impl ClientBuilder {
            #project_id
            #post
            #xml
        }
    }
}
