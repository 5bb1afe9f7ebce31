use super::AuthenticateContext;
use crate::runtime::protocol::{Query, UnsignedRequest};
use crate::runtime::timestamp::UnixTime;

/// A request as the header-based schemes see it.
#[derive(Clone, Copy)]
pub struct SigningRequest<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// The path, escaped as it is sent.
    pub path: &'a str,
    /// The query.
    pub query: &'a Query,
    /// The headers, `Host` included; names in any case.
    pub headers: &'a [(String, String)],
    /// The body.
    pub body: &'a [u8],
    /// The time of the signature.
    pub time: UnixTime,
    /// The names of the headers to sign; empty for the scheme's own choice.
    pub signed_headers: &'a [&'a str],
}

impl<'a> SigningRequest<'a> {
    /// `request` with these of its headers signed, or those that the scheme chooses.
    pub fn of(
        request: &'a UnsignedRequest,
        context: &AuthenticateContext<'_>,
        headers: &'a [(String, String)],
        signed_headers: &'a [&'a str],
    ) -> Self {
        Self {
            method: request.method.as_str(),
            path: &request.path,
            query: &request.query,
            headers,
            body: &request.body,
            time: context.time,
            signed_headers,
        }
    }
}

impl std::fmt::Debug for SigningRequest<'_> {
    /// Leaves out whatever may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningRequest")
            .field("method", &self.method)
            .field("time", &self.time)
            .field("signed_headers", &self.signed_headers)
            .finish_non_exhaustive()
    }
}

/// The headers of `request` as text, in lower case and sorted, with `host`.
///
/// Values that are not text are left out; the client sets none.
pub fn header_texts(request: &UnsignedRequest, host: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = request
        .headers
        .iter()
        .filter_map(|(name, value)| {
            Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
        })
        .collect();
    headers.push(("host".to_owned(), host.to_owned()));
    headers.sort();
    headers
}
