use std::sync::Arc;

use hyper_rustls::{ConfigBuilderExt, HttpsConnector};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, Error, RootCertStore};

use super::HyperTransport;
use super::connector::Connector;
use crate::runtime::transport::choices::Choices;
use crate::runtime::transport::{Proxies, TransportError, TransportErrorKind};

/// Configures a [`HyperTransport`].
#[derive(Debug, Default)]
#[must_use]
pub struct HyperTransportBuilder {
    choices: Choices,
}

impl HyperTransportBuilder {
    /// Trusts these certificate authorities, each in DER, in place of those that Mozilla trusts.
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
    ///
    /// # Errors
    /// A root certificate is malformed, or the TLS library cannot be set up.
    pub fn build(mut self) -> Result<HyperTransport, TransportError> {
        let proxies = Arc::new(self.choices.proxies());
        let mut tcp = HttpConnector::new();
        // The connectors around it deal with https.
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        let tls = tls(self.choices.roots).map_err(|error| {
            TransportError::new(TransportErrorKind::Tls, error.to_string()).not_sent()
        })?;
        let tls = Arc::new(tls);
        let to_proxy = HttpsConnector::from((tcp.clone(), Arc::clone(&tls)));
        let connector = Connector::new(tcp, to_proxy, Arc::clone(&proxies));
        // The pool sends a request again only if it never began to write it: harmless, and left on.
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(HttpsConnector::from((connector, tls)));
        Ok(HyperTransport { client, proxies })
    }
}

fn tls(roots: Option<Vec<Vec<u8>>>) -> Result<ClientConfig, Error> {
    // Named outright: with two providers in the dependency graph, rustls would panic rather than choose.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let builder = match roots {
        Some(certificates) => {
            let mut store = RootCertStore::empty();
            for certificate in certificates {
                store.add(CertificateDer::from(certificate))?;
            }
            builder.with_root_certificates(store)
        }
        None => builder.with_webpki_roots(),
    };
    Ok(builder.with_no_client_auth())
}
