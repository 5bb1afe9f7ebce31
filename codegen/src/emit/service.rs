//! The table of a service, and the sources that its facts come from.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rust::{doc, ident, inner_doc, option};
use super::{errors, imports, validate};
use crate::model::Origin;
use crate::plan::{Crate, Docs, SourceItem};
use crate::spec::{Authentication, Method, Protocol, Scheme};

/// `src/service.rs`.
pub(super) fn service(planned: &Crate<'_>) -> TokenStream {
    let facts = &planned.model.facts;
    let docs = inner_doc(&Docs::new(&format!(
        "What all operations of {} have in common.",
        facts.service
    )));
    let (name, provider, crate_name, api_version) = (
        &facts.service,
        &facts.provider,
        &facts.crate_name,
        &facts.api_version,
    );
    let user_agent = format!(
        "trunkline/{0} {1}/{0}",
        env!("CARGO_PKG_VERSION"),
        facts.crate_name
    );
    let scheme = match facts.endpoints.scheme {
        Scheme::Https => "https",
        Scheme::Http => "http",
    };
    let template = option(facts.endpoints.template.as_deref());
    let regions = facts.endpoints.regions.iter().map(|(id, region)| {
        let host = region.host.clone().unwrap_or_else(|| {
            let template = facts.endpoints.template.as_deref().unwrap_or_default();
            template.replace("{region}", id)
        });
        quote! { (#id, #host) }
    });
    let content_type = match &facts.protocol {
        Protocol::Rpc(_) => "",
        Protocol::Rest(rest) => &rest.content_type,
    };
    let headers = facts.client_headers.iter().map(|(header, value)| {
        let value = validate::client_value(*value);
        quote! { (#header, #value) }
    });
    let responses = responses(planned);
    let errors = errors::table(&planned.errors);
    let retry = retry(planned);
    let environment = environment(planned);
    let (connect, attempt) = (facts.timeouts.connect_ms, facts.timeouts.attempt_ms);
    let (connect, attempt) = (
        Literal::u64_unsuffixed(connect),
        Literal::u64_unsuffixed(attempt),
    );
    let protocol = match &facts.protocol {
        Protocol::Rpc(_) => quote! { rpc },
        Protocol::Rest(_) => quote! { rest },
    };
    let authenticate = authenticator(planned);
    let signature_seconds = Literal::u32_unsuffixed(signature_seconds(planned));
    let token_header = token_header(planned);
    let items = quote! {
        /// The table that the runtime works from.
        pub static SERVICE: Service = Service {
            name: #name,
            provider: #provider,
            crate_name: #crate_name,
            api_version: #api_version,
            user_agent: #user_agent,
            scheme: #scheme,
            endpoint_template: #template,
            regions: &[#(#regions),*],
            content_type: #content_type,
            headers: &[#(#headers),*],
            responses: #responses,
            errors: #errors,
            retry: #retry,
            environment: #environment,
            connect_timeout_ms: #connect,
            attempt_timeout_ms: #attempt,
            signature_seconds: #signature_seconds,
            token_header: #token_header,
            build: protocol::#protocol::build,
            authenticate: signing::#authenticate,
        };
    };
    let imports = imports::used_by(&items);
    quote! {
        #docs
        #imports
        use crate::runtime::{protocol, signing};
        #items
    }
}

/// The function of the runtime that proves who is calling.
fn authenticator(planned: &Crate<'_>) -> TokenStream {
    match planned.authentication() {
        (_, true) => quote! { token::authenticate_or_sign },
        (Some(Authentication::RpcHmacSha1 {}), _) => quote! { rpc_hmac_sha1::authenticate },
        (Some(Authentication::BceAuthV1 { .. }), _) => quote! { bce_auth_v1::authenticate },
        _ => quote! { sdk_hmac_sha256::authenticate },
    }
}

/// How long a signature is valid, where the scheme lets the client say so.
fn signature_seconds(planned: &Crate<'_>) -> u32 {
    match planned.authentication().0 {
        Some(Authentication::BceAuthV1 { expiration_seconds }) => *expiration_seconds,
        _ => 0,
    }
}

/// The header of a token that stands in for a signature.
fn token_header(planned: &Crate<'_>) -> TokenStream {
    let mut ways = planned.model.facts.authentication.iter();
    option(ways.find_map(|way| match way {
        Authentication::Token { header, max_length } => {
            let name = header.to_ascii_lowercase();
            let max_length = option(max_length.map(Literal::u32_unsuffixed));
            Some(quote! { TokenHeader { name: #name, max_length: #max_length } })
        }
        Authentication::RpcHmacSha1 {}
        | Authentication::BceAuthV1 { .. }
        | Authentication::SdkHmacSha256 {} => None,
    }))
}

fn responses(planned: &Crate<'_>) -> TokenStream {
    let responses = &planned.model.facts.responses;
    let header = option(responses.request_id_header.as_deref());
    let member = option(responses.request_id_member.as_deref());
    let wrapper = responses.operation_wrapper;
    let (code, message) = (&responses.error.code, &responses.error.message);
    let (request_id, nested) = (&responses.error.request_id, responses.error.nested);
    quote! {
        Responses {
            request_id_header: #header,
            request_id_member: #member,
            operation_wrapper: #wrapper,
            error: ErrorEnvelope {
                code: &[#(#code),*],
                message: &[#(#message),*],
                request_id: &[#(#request_id),*],
                nested: #nested,
            },
        }
    }
}

fn retry(planned: &Crate<'_>) -> TokenStream {
    let facts = &planned.model.facts.retry;
    let statuses = facts
        .statuses
        .iter()
        .map(|status| Literal::u16_unsuffixed(*status));
    let codes = &facts.codes;
    let throttle_header = option(facts.throttle_header.as_deref());
    let attempts = Literal::u32_unsuffixed(facts.attempts);
    let base_delay = Literal::u64_unsuffixed(facts.base_delay_ms);
    let max_delay = Literal::u64_unsuffixed(facts.max_delay_ms);
    quote! {
        RetryFacts {
            statuses: &[#(#statuses),*],
            codes: &[#(#codes),*],
            throttle_header: #throttle_header,
            attempts: #attempts,
            base_delay_ms: #base_delay,
            max_delay_ms: #max_delay,
        }
    }
}

fn environment(planned: &Crate<'_>) -> TokenStream {
    let variables = &planned.model.facts.credentials;
    let (id, secret) = (&variables.access_key_id, &variables.access_key_secret);
    let security_token = option(variables.security_token.as_deref());
    let token = option(variables.token.as_deref());
    let project_id = option(variables.project_id.as_deref());
    quote! {
        Environment {
            access_key_id: #id,
            access_key_secret: #secret,
            security_token: #security_token,
            token: #token,
            project_id: #project_id,
        }
    }
}

/// `src/source.rs`.
pub(super) fn sources(planned: &Crate<'_>) -> TokenStream {
    let docs = inner_doc(&Docs::new("Where facts come from."));
    let sources = planned.sources.iter().map(source);
    quote! {
        #docs
        use crate::runtime::operation::{Origin, Source};
        #( #sources )*
    }
}

fn source(source: &SourceItem) -> TokenStream {
    let docs = doc(&source.docs);
    let name = ident(&source.name);
    let (title, section) = (&source.title, &source.section);
    let origin = match source.origin {
        Origin::Document => quote! { Document },
        Origin::Sdk => quote! { Sdk },
        Origin::Inferred => quote! { Inferred },
    };
    quote! {
        #docs
        pub const #name: Source = Source {
            document: #title,
            section: #section,
            origin: Origin::#origin,
        };
    }
}

/// A method as it stands on the wire.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
        Method::Patch => "PATCH",
    }
}
