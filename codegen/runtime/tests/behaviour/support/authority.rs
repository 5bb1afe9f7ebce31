//! A certificate authority that exists for one test.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;

/// The authority, and the settings of a server that it vouches for.
pub struct Authority {
    root: Vec<u8>,
    server: Arc<ServerConfig>,
}

impl Authority {
    /// Vouches for `localhost`.
    pub fn new() -> Self {
        Self::for_host("localhost")
    }

    /// Vouches for `host`.
    pub fn for_host(host: &str) -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([host.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &issuer).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let server = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
            )
            .unwrap();
        Self {
            root: issuer.der().to_vec(),
            server: Arc::new(server),
        }
    }

    /// The certificate of the authority, in DER.
    pub fn root(&self) -> Vec<u8> {
        self.root.clone()
    }

    /// The settings of the server.
    pub fn server(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.server)
    }
}
