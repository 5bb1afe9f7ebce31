use super::Proxies;

/// What the builders of our transports let choose.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// Certificate authorities, each in DER, in place of those that Mozilla trusts.
    pub(super) roots: Option<Vec<Vec<u8>>>,
    proxies: Option<Proxies>,
}

impl Choices {
    pub(super) fn set_roots<C: AsRef<[u8]>>(&mut self, certificates: impl IntoIterator<Item = C>) {
        let certificates = certificates.into_iter();
        self.roots = Some(certificates.map(|der| der.as_ref().to_vec()).collect());
    }

    pub(super) fn set_proxies(&mut self, proxies: Proxies) {
        self.proxies = Some(proxies);
    }

    /// The proxies to use; those of the environment unless set.
    pub(super) fn proxies(&mut self) -> Proxies {
        self.proxies.take().unwrap_or_else(Proxies::from_env)
    }
}
