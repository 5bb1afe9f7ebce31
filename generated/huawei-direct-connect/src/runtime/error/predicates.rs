use super::{Error, ErrorClass};

/// What an answer of the service amounts to. How that is told is written at [`ErrorClass`].
impl Error {
    /// What the error answer amounts to, whatever the provider calls it.
    pub fn class(&self) -> Option<ErrorClass> {
        self.service()?.class()
    }

    /// What the request is about does not exist.
    pub fn is_not_found(&self) -> bool {
        self.class() == Some(ErrorClass::NotFound)
    }

    /// There were too many requests; the next should wait.
    pub fn is_throttled(&self) -> bool {
        self.class() == Some(ErrorClass::Throttled)
    }

    /// As many things exist as a quota allows.
    pub fn is_quota_exceeded(&self) -> bool {
        self.class() == Some(ErrorClass::QuotaExceeded)
    }

    /// What the request is about is in a state that does not allow it, exists already, or is in use.
    pub fn is_conflict(&self) -> bool {
        self.class() == Some(ErrorClass::Conflict)
    }

    /// The caller is known, but may not do this.
    pub fn is_access_denied(&self) -> bool {
        self.class() == Some(ErrorClass::AccessDenied)
    }

    /// The caller could not be identified: the key, the signature or the token is wrong.
    pub fn is_unauthenticated(&self) -> bool {
        self.class() == Some(ErrorClass::Unauthenticated)
    }
}
