//! Where a provider's credentials are found.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{doc, inner_doc};
use crate::plan::{Crate, Docs};

/// `src/credentials.rs`.
pub(super) fn credentials(planned: &Crate<'_>) -> TokenStream {
    let variables = &planned.model.facts.credentials;
    let docs = inner_doc(&Docs::new("Credentials from the environment."));
    let mut from_env = Docs::new(
        "Reads the credentials from environment variables. An empty variable counts as unset.",
    );
    if let Some(token) = &variables.token {
        from_env = from_env.item(&format!(
            "`{token}`: a token that replaces signing; wins when set."
        ));
    }
    from_env = from_env
        .item(&format!(
            "`{}`: the access key id.",
            variables.access_key_id
        ))
        .item(&format!(
            "`{}`: the access key secret.",
            variables.access_key_secret
        ));
    if let Some(security_token) = &variables.security_token {
        from_env = from_env.item(&format!(
            "`{security_token}`: the token of a temporary access key."
        ));
    }
    if let Some(project_id) = &variables.project_id {
        from_env = from_env.item(&format!(
            "`{project_id}`: the project that requests are made in."
        ));
    }
    let from_env = doc(&from_env.verbatim(
        "# Errors\nA variable that is needed is unset or not Unicode; the error names it.",
    ));
    let token = planned.authentication().1.then(|| {
        quote! {
            /// A token that stands in for a signature.
            pub fn token(token: impl Into<SecretString>) -> Self {
                Self::from_token(token)
            }
        }
    });
    let secret = planned
        .authentication()
        .1
        .then(|| quote! { use crate::runtime::secret::SecretString; });
    quote! {
        #docs
        use crate::runtime::credentials::{Credentials, EnvironmentProvider};
        use crate::runtime::error::Error;
        #secret
        use crate::service::SERVICE;
        impl Credentials {
            #from_env
            pub fn from_env() -> Result<Self, Error> {
                Self::from_env_with(&|name| std::env::var(name).ok())
            }
            /// Like [`from_env`](Self::from_env), with a lookup of your own.
            ///
            /// # Errors
            /// A variable that is needed is unset; the error names it.
            pub fn from_env_with(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, Error> {
                Self::from_lookup(&SERVICE.environment, lookup)
            }
            #token
        }
        impl Default for EnvironmentProvider {
            /// Reads the variables that [`Credentials::from_env`] reads, when they are first needed.
            fn default() -> Self {
                Self::new(&SERVICE.environment)
            }
        }
    }
}
