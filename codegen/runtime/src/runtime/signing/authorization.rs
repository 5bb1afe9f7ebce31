use std::fmt;

use http::header::AUTHORIZATION;

use super::AuthenticateContext;
use crate::runtime::error::Error;
use crate::runtime::protocol::UnsignedRequest;
use crate::runtime::protocol::headers::parse_value;

/// An `Authorization` header and what it was computed from.
#[derive(Clone, PartialEq, Eq)]
pub struct Authorization {
    /// The header value.
    pub value: String,
    /// The signature in it.
    pub signature: String,
    /// The text that describes the request.
    pub canonical_request: String,
}

impl Authorization {
    /// Puts the header on `request` and keeps the signature out of its texts.
    ///
    /// # Errors
    /// The access key id or a signed header name cannot stand in a header.
    pub fn apply(
        self,
        request: &mut UnsignedRequest,
        context: &AuthenticateContext<'_>,
    ) -> Result<(), Error> {
        let mut value =
            parse_value(context.operation, &AUTHORIZATION, &self.value).map_err(|_| {
                Error::credentials(
                    context.operation,
                    "the access key id must be printable ASCII",
                )
            })?;
        value.set_sensitive(true);
        request.headers.insert(AUTHORIZATION, value);
        request.secrets.add(&self.signature);
        Ok(())
    }
}

impl fmt::Debug for Authorization {
    /// Shows nothing: the canonical request may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization").finish_non_exhaustive()
    }
}
