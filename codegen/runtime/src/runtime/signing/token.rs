//! Huawei's bearer token, in a header.

use http::HeaderName;

use super::{AuthenticateContext, sdk_hmac_sha256};
use crate::runtime::error::Error;
use crate::runtime::protocol::UnsignedRequest;
use crate::runtime::secret::SecretString;

/// Adds the token.
///
/// # Errors
/// The credentials are not a token, the service takes none, or not this one: it is empty, longer than is
/// documented, or cannot stand in a header.
pub fn authenticate(
    request: &mut UnsignedRequest,
    context: &AuthenticateContext<'_>,
) -> Result<(), Error> {
    let fault = |message: String| Error::credentials(context.operation, message);
    let token = context
        .credentials
        .as_token()
        .ok_or_else(|| fault("a token is needed, an access key was given".to_owned()))?;
    let header = context
        .service
        .token_header
        .ok_or_else(|| fault("the service takes no token".to_owned()))?;
    check_length(token, header.max_length).map_err(fault)?;
    let name = HeaderName::try_from(header.name)
        .map_err(|error| fault(format!("the header of the token: {error}")))?;
    context.set_secret(request, name, token)
}

/// Whether a token has a length that a service takes. What is wrong is told without the token.
fn check_length(token: &SecretString, max_length: Option<usize>) -> Result<(), String> {
    let length = token.expose().chars().count();
    match max_length {
        _ if length == 0 => Err("the token is empty".to_owned()),
        Some(most) if length > most => Err(format!(
            "the token has {length} characters, the service takes at most {most}"
        )),
        _ => Ok(()),
    }
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
