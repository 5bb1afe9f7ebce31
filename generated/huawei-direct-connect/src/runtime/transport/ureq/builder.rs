use std::sync::Arc;

use ::ureq::Agent;
use ::ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::UreqTransport;
use crate::runtime::transport::Proxies;

/// Idle connections that are kept, so that as many threads can share a transport.
const IDLE_CONNECTIONS: usize = 64;

/// Configures a [`UreqTransport`].
#[derive(Debug, Default)]
#[must_use]
pub struct UreqTransportBuilder {
    roots: Option<Vec<Certificate<'static>>>,
    proxies: Option<Proxies>,
}

impl UreqTransportBuilder {
    /// Trusts these certificate authorities, each in DER, in place of those that Mozilla trusts. A malformed one is
    /// left out.
    pub fn root_certificates<C: AsRef<[u8]>>(
        mut self,
        certificates: impl IntoIterator<Item = C>,
    ) -> Self {
        let certificates = certificates.into_iter();
        self.roots = Some(
            certificates
                .map(|der| Certificate::from_der(der.as_ref()).to_owned())
                .collect(),
        );
        self
    }

    /// The proxies to use; those of the environment unless set.
    pub fn proxies(mut self, proxies: Proxies) -> Self {
        self.proxies = Some(proxies);
        self
    }

    /// The transport.
    pub fn build(self) -> UreqTransport {
        let roots = match self.roots {
            Some(certificates) => RootCerts::Specific(Arc::new(certificates)),
            None => RootCerts::WebPki,
        };
        let config = Agent::config_builder()
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .max_idle_connections(IDLE_CONNECTIONS)
            .max_idle_connections_per_host(IDLE_CONNECTIONS)
            // No header goes out that the request does not have.
            .accept("")
            .accept_encoding("")
            .user_agent("")
            .build();
        UreqTransport {
            agent: config.new_agent(),
            proxies: self.proxies.unwrap_or_else(Proxies::from_env),
        }
    }
}
