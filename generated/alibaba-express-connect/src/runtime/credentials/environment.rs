use super::{Credentials, CredentialsError, CredentialsProvider, Exchange, Issued};
use crate::runtime::operation::Environment;
use crate::runtime::transport::BoxFuture;

/// Reads the credentials from environment variables when they are first needed.
#[derive(Clone, Copy, Debug)]
pub struct EnvironmentProvider {
    environment: &'static Environment,
}

impl EnvironmentProvider {
    /// Reads the variables of `environment`.
    pub fn new(environment: &'static Environment) -> Self {
        Self { environment }
    }
}

impl CredentialsProvider for EnvironmentProvider {
    fn provide<'a>(&'a self, _: Exchange<'a>) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        Box::pin(async {
            let lookup = |name: &str| std::env::var(name).ok();
            Credentials::from_lookup(self.environment, &lookup)
                .map(Issued::forever)
                .map_err(|error| CredentialsError::new(error.message()))
        })
    }
}
