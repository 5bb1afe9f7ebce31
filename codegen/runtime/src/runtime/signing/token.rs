//! Huawei's bearer token, in a header.

use http::HeaderName;

use super::{AuthenticateContext, sdk_hmac_sha256};
use crate::runtime::error::Error;
use crate::runtime::protocol::UnsignedRequest;

const TOKEN: HeaderName = HeaderName::from_static("x-auth-token");

/// Adds the token.
///
/// # Errors
/// The credentials are not a token, or it cannot stand in a header.
pub fn authenticate(
    request: &mut UnsignedRequest,
    context: &AuthenticateContext<'_>,
) -> Result<(), Error> {
    let token = context.credentials.as_token().ok_or_else(|| {
        Error::credentials(
            context.operation,
            "a token is needed, an access key was given",
        )
    })?;
    context.set_secret(request, TOKEN, token)
}

/// Adds the token, or signs with the access key: whichever the credentials are.
///
/// # Errors
/// The credentials cannot stand in a header.
pub fn authenticate_or_sign(
    request: &mut UnsignedRequest,
    context: &AuthenticateContext<'_>,
) -> Result<(), Error> {
    if context.credentials.as_token().is_some() {
        authenticate(request, context)
    } else {
        sdk_hmac_sha256::authenticate(request, context)
    }
}
