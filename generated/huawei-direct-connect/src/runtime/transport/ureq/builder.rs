use ::ureq::Agent;
use ::ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::UreqTransport;
use crate::runtime::transport::Proxies;
use crate::runtime::transport::choices::Choices;

/// Idle connections that are kept, so that as many threads can share a transport.
const IDLE_CONNECTIONS: usize = 64;

/// Configures a [`UreqTransport`].
#[derive(Debug, Default)]
#[must_use]
pub struct UreqTransportBuilder {
    choices: Choices,
}

impl UreqTransportBuilder {
    /// Trusts these certificate authorities, each in DER, in place of those that Mozilla trusts. A malformed one is
    /// left out.
    pub fn root_certificates<C: AsRef<[u8]>>(
        mut self,
        certificates: impl IntoIterator<Item = C>,
    ) -> Self {
        self.choices.set_roots(certificates);
        self
    }

    /// The proxies to use; those of the environment unless set.
    pub fn proxies(mut self, proxies: Proxies) -> Self {
        self.choices.set_proxies(proxies);
        self
    }

    /// The transport.
    pub fn build(mut self) -> UreqTransport {
        let proxies = self.choices.proxies();
        let roots = match self.choices.roots {
            Some(certificates) => certificates
                .iter()
                .map(|der| Certificate::from_der(der).to_owned())
                .collect::<Vec<_>>()
                .into(),
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
            proxies,
        }
    }
}
