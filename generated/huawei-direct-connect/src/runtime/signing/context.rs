use http::HeaderName;

use crate::runtime::credentials::{AccessKey, Credentials};
use crate::runtime::error::Error;
use crate::runtime::operation::Service;
use crate::runtime::protocol::UnsignedRequest;
use crate::runtime::protocol::headers::parse_value;
use crate::runtime::secret::SecretString;
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

    /// Puts the time of the signature on `request`, as `date` says it.
    ///
    /// # Errors
    /// It cannot stand in a header.
    pub fn set_date(
        &self,
        request: &mut UnsignedRequest,
        name: HeaderName,
        date: &str,
    ) -> Result<(), Error> {
        let value = parse_value(self.operation, &name, date)?;
        request.headers.insert(name, value);
        Ok(())
    }

    /// Puts a secret on `request`, in a header.
    ///
    /// # Errors
    /// It cannot stand in one.
    pub fn set_secret(
        &self,
        request: &mut UnsignedRequest,
        name: HeaderName,
        secret: &SecretString,
    ) -> Result<(), Error> {
        let mut value = parse_value(self.operation, &name, secret.expose())?;
        value.set_sensitive(true);
        request.headers.insert(name, value);
        Ok(())
    }

    /// Puts the token of a temporary access key on `request`.
    ///
    /// # Errors
    /// There is no access key, or the token cannot stand in a header.
    pub fn set_security_token(
        &self,
        request: &mut UnsignedRequest,
        name: HeaderName,
    ) -> Result<(), Error> {
        match self.access_key()?.security_token() {
            Some(token) => self.set_secret(request, name, token),
            None => Ok(()),
        }
    }
}
