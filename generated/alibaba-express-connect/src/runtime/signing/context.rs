use crate::runtime::credentials::{AccessKey, Credentials};
use crate::runtime::error::Error;
use crate::runtime::operation::Service;
use crate::runtime::protocol::UnsignedRequest;
use crate::runtime::timestamp::UnixTime;

/// Adds credentials and a signature to a request.
pub type AuthenticateFn = fn(&mut UnsignedRequest, &AuthenticateContext<'_>) -> Result<(), Error>;

/// What a signature depends on besides the request.
#[derive(Clone, Debug)]
pub struct AuthenticateContext<'a> {
    /// The service.
    pub service: &'static Service,
    /// The name of the operation, for errors.
    pub operation: &'static str,
    /// The value of the `Host` header.
    pub host: &'a str,
    /// Who signs.
    pub credentials: &'a Credentials,
    /// The time of the signature.
    pub time: UnixTime,
    /// A text that no other request has.
    pub nonce: String,
}

impl AuthenticateContext<'_> {
    /// The access key to sign with.
    ///
    /// # Errors
    /// The credentials are a bearer token.
    pub fn access_key(&self) -> Result<&AccessKey, Error> {
        self.credentials.as_access_key().ok_or_else(|| {
            Error::credentials(self.operation, "an access key is needed, a token was given")
        })
    }
}
