//! Where requests go.

use http::HeaderValue;
use http::uri::{Authority, Scheme};

use super::operation::Service;
use super::suggest;
use super::text::{VALUE_LIMIT, listed, one_line};

/// The scheme, host and port that requests go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    scheme: Scheme,
    authority: Authority,
    /// The `Host` header.
    host: HeaderValue,
}

/// What the placeholder in a host template is called.
const REGION: &str = "{region}";

impl Endpoint {
    /// Reads `text`, such as `https://host`, `http://127.0.0.1:8080` or just `host`, which gets `default_scheme`.
    ///
    /// # Errors
    /// The text is no endpoint, in words that complete "endpoint …". They do not repeat it: a user name or a query
    /// in it may be secret.
    pub fn parse(text: &str, default_scheme: &str) -> Result<Self, String> {
        let (scheme, rest) = text.split_once("://").unwrap_or((default_scheme, text));
        let scheme = if scheme.eq_ignore_ascii_case("https") {
            Scheme::HTTPS
        } else if scheme.eq_ignore_ascii_case("http") {
            Scheme::HTTP
        } else {
            return Err("must start with http:// or https://".to_owned());
        };
        let host = rest.strip_suffix('/').unwrap_or(rest);
        if host.contains('@') {
            return Err("must not carry a user name or password".to_owned());
        }
        if host.contains(['/', '?', '#', '\\']) {
            return Err("must be a host with an optional port, without path and query".to_owned());
        }
        let authority = Authority::try_from(host.to_ascii_lowercase())
            .ok()
            .filter(is_usable)
            .ok_or_else(|| "is not a host with an optional port".to_owned())?;
        let host = HeaderValue::try_from(host_of(&scheme, &authority))
            .map_err(|_| "is not a host with an optional port".to_owned())?;
        Ok(Self {
            scheme,
            authority,
            host,
        })
    }

    /// The endpoint of `region` by the tables of `service`.
    ///
    /// # Errors
    /// There is none, in words.
    pub fn of_region(service: &Service, region: &str) -> Result<Self, String> {
        let known = service.regions.iter().find(|(id, _)| *id == region);
        let host = match (known, service.endpoint_template) {
            (Some((_, host)), _) => (*host).to_owned(),
            (None, Some(template)) => template.replace(REGION, region),
            (None, None) => return Err(unknown_region(service, region)),
        };
        Self::parse(&host, service.scheme)
            .map_err(|reason| format!("endpoint of the region {reason}"))
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// The host as the `Host` header wants it: with the port only if it is not the scheme's own.
    pub fn host(&self) -> &str {
        host_of(&self.scheme, &self.authority)
    }

    /// The value of the `Host` header.
    pub(super) fn host_value(&self) -> &HeaderValue {
        &self.host
    }

    /// Host and port.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }
}

impl std::fmt::Display for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host())
    }
}

fn host_of<'a>(scheme: &Scheme, authority: &'a Authority) -> &'a str {
    let default_port = if *scheme == Scheme::HTTPS { 443 } else { 80 };
    match authority.port_u16() {
        Some(port) if port == default_port => authority.host(),
        _ => authority.as_str(),
    }
}

/// Checks that `region` may stand in a host name, whatever endpoint is used: a dot or a slash would move the host.
///
/// # Errors
/// It may not, in words.
pub fn check_region(region: &str) -> Result<(), String> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !region.is_empty() && region.bytes().all(is_part) {
        Ok(())
    } else {
        let shown = one_line(region, VALUE_LIMIT);
        Err(format!(
            "region `{shown}` must consist of ASCII letters, digits and hyphens"
        ))
    }
}

/// The error of a client that has neither region nor endpoint.
pub fn no_region(service: &Service) -> String {
    // Where any region will do, a list of those that the table happens to name would mislead.
    match service.endpoint_template {
        Some(_) => "no region and no endpoint is set: call `region` or `endpoint` on the builder"
            .to_owned(),
        None => format!("no endpoint and no region is set{}", known_regions(service)),
    }
}

fn unknown_region(service: &Service, region: &str) -> String {
    let ids = service.regions.iter().map(|(id, _)| *id);
    format!(
        "no endpoint is known for region {}{}",
        suggest::quoted(region, ids),
        known_regions(service)
    )
}

fn known_regions(service: &Service) -> String {
    let ids: Vec<&str> = service.regions.iter().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        String::new()
    } else {
        format!("; known regions are {}", listed(&ids, "and"))
    }
}

/// The parser of [`Authority`] lets through an empty host and any port.
fn is_usable(authority: &Authority) -> bool {
    let host = authority.host();
    let port = authority
        .as_str()
        .strip_prefix(host)
        .and_then(|rest| rest.strip_prefix(':'));
    !host.is_empty()
        && !host.contains('%')
        && port.is_none_or(|_| authority.port_u16().is_some_and(|port| port != 0))
}
