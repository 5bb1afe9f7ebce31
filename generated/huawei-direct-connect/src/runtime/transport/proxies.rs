//! Proxies, as environment variables name them.

use std::fmt;

use http::Uri;
use http::uri::{Authority, Scheme};
use percent_encoding::percent_decode_str;

use super::{TransportError, TransportErrorKind};
use crate::runtime::secret::SecretString;
use crate::runtime::validate::network::lies_within;

/// Which proxy requests go through, if any.
///
/// `http://` and `https://` proxies are supported. Requests to `localhost` and to loopback addresses go there directly.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    http: Option<Setting>,
    https: Option<Setting>,
    exceptions: Vec<String>,
}

/// The value of a variable: a proxy, or a text that is none, by the name of its variable.
type Setting = Result<Proxy, &'static str>;

/// A proxy, and who uses it.
#[derive(Clone)]
pub struct Proxy {
    scheme: Scheme,
    authority: Authority,
    user: Option<ProxyUser>,
}

/// Who uses a proxy that asks for it.
#[derive(Clone)]
pub struct ProxyUser {
    name: String,
    password: SecretString,
}

impl Proxies {
    /// No proxies at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// The proxies of the environment: `https_proxy`, `http_proxy` and `all_proxy`, and in `no_proxy` the hosts that are
    /// reached without; each in upper case, too.
    pub fn from_env() -> Self {
        Self::from_lookup(&|name| std::env::var(name).ok())
    }

    /// Like [`from_env`](Self::from_env), with a lookup of your own. An empty variable counts as unset.
    pub fn from_lookup(lookup: &dyn Fn(&str) -> Option<String>) -> Self {
        let read = |name| lookup(name).filter(|value| !value.trim().is_empty());
        let setting = |names: &[&'static str]| {
            names.iter().find_map(|name| {
                let text = read(name)?;
                Some(Proxy::parse(text.trim()).ok_or(*name))
            })
        };
        // In a CGI program, `HTTP_PROXY` is the header `Proxy` of a stranger's request.
        let http: &[&'static str] = if read("REQUEST_METHOD").is_some() {
            &["http_proxy", "all_proxy", "ALL_PROXY"]
        } else {
            &["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"]
        };
        let exceptions = read("no_proxy").or_else(|| read("NO_PROXY"));
        Self {
            http: setting(http),
            https: setting(&["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]),
            exceptions: exceptions
                .unwrap_or_default()
                .split(',')
                .map(|entry| entry.trim().to_ascii_lowercase())
                .filter(|entry| !entry.is_empty())
                .collect(),
        }
    }

    /// The proxy that a request to `destination` goes through.
    ///
    /// # Errors
    /// The environment names one that cannot be used. Going there without it is not what it asks for.
    pub fn of(&self, destination: &Uri) -> Result<Option<&Proxy>, TransportError> {
        let is_https = destination.scheme() == Some(&Scheme::HTTPS);
        let setting = if is_https { &self.https } else { &self.http };
        match setting {
            Some(_) if self.is_direct(destination.host().unwrap_or_default()) => Ok(None),
            Some(Err(variable)) => Err(unusable(variable)),
            Some(Ok(proxy)) => Ok(Some(proxy)),
            None => Ok(None),
        }
    }

    /// Whether `host` is reached without a proxy.
    fn is_direct(&self, host: &str) -> bool {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let host = host.to_ascii_lowercase();
        is_this_machine(&host)
            || self.exceptions.iter().any(|entry| {
                let domain = entry.trim_start_matches('.');
                entry == "*"
                    || lies_within(&host, entry)
                    || host == domain
                    || host
                        .strip_suffix(domain)
                        .is_some_and(|rest| rest.ends_with('.'))
            })
    }
}

impl Proxy {
    /// Reads `http://user:password@host:port`, of which only the host is needed.
    fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://").unwrap_or(("http", text));
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "http" => Scheme::HTTP,
            "https" => Scheme::HTTPS,
            _ => return None,
        };
        let rest = rest.split_once('/').map_or(rest, |(rest, _)| rest);
        let (user, host) = match rest.rsplit_once('@') {
            Some((user, host)) => (Some(ProxyUser::parse(user)?), host),
            None => (None, rest),
        };
        let authority = Authority::try_from(host).ok()?;
        (!authority.host().is_empty()).then_some(Self {
            scheme,
            authority,
            user,
        })
    }

    /// Where the proxy is.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// How the proxy is spoken to.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// Who uses it.
    pub fn user(&self) -> Option<&ProxyUser> {
        self.user.as_ref()
    }
}

impl ProxyUser {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The password; empty where there is none.
    pub fn password(&self) -> &SecretString {
        &self.password
    }

    fn parse(text: &str) -> Option<Self> {
        let decode = |text| percent_decode_str(text).decode_utf8().ok();
        let (name, password) = text.split_once(':').unwrap_or((text, ""));
        Some(Self {
            name: decode(name)?.into_owned(),
            password: SecretString::from(&*decode(password)?),
        })
    }
}

impl fmt::Debug for ProxyUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProxyUser").finish_non_exhaustive()
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

fn is_this_machine(host: &str) -> bool {
    let address = host.parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn unusable(variable: &str) -> TransportError {
    let message =
        format!("the variable `{variable}` names no proxy that starts with http:// or https://");
    TransportError::new(TransportErrorKind::Connect, message).not_sent()
}
