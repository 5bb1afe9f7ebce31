//! A token of Huawei's IAM, for a user name and a password.

use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HOST};
use http::{HeaderValue, Method, Request, Response, Uri};
use serde_json::json;

use super::{Credentials, CredentialsError, CredentialsProvider, Exchange, Issued};
use crate::runtime::endpoint::{Endpoint, check_region};
use crate::runtime::error::Error;
use crate::runtime::json::Value;
use crate::runtime::scrub::Scrubber;
use crate::runtime::secret::SecretString;
use crate::runtime::text::{MESSAGE_LIMIT, one_line};
use crate::runtime::timestamp::{Timestamp, UnixTime};
use crate::runtime::transport::BoxFuture;

const PATH: &str = "/v3/auth/tokens";
const TOKEN: &str = "x-subject-token";
const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=utf8");

/// Asks IAM for a token by the name and password of a user: `POST /v3/auth/tokens`.
///
/// The token is for the project of the region, which bears the region's name, unless another is set.
#[derive(Clone)]
pub struct IamTokenProvider {
    endpoint: Endpoint,
    region: String,
    project_id: Option<String>,
    domain: String,
    user: String,
    password: SecretString,
}

impl IamTokenProvider {
    /// Asks the IAM of `region` for tokens of the user `user` in the account `domain`.
    ///
    /// # Errors
    /// The region cannot stand in a host name.
    pub fn new(
        region: impl Into<String>,
        domain: impl Into<String>,
        user: impl Into<String>,
        password: impl Into<SecretString>,
    ) -> Result<Self, Error> {
        let region = region.into();
        check_region(&region).map_err(|message| Error::build("", message))?;
        Ok(Self {
            endpoint: endpoint(&format!("https://iam.{region}.myhuaweicloud.com"))?,
            region,
            project_id: None,
            domain: domain.into(),
            user: user.into(),
            password: password.into(),
        })
    }

    /// The same for tokens of the project `id`.
    pub fn project_id(mut self, id: impl Into<String>) -> Self {
        self.project_id = Some(id.into());
        self
    }

    /// The same at another endpoint, such as `https://iam.myhuaweicloud.com`.
    ///
    /// # Errors
    /// It is no endpoint.
    pub fn endpoint(self, text: &str) -> Result<Self, Error> {
        let endpoint = endpoint(text)?;
        Ok(Self { endpoint, ..self })
    }

    async fn fetch(&self, exchange: Exchange<'_>) -> Result<Issued, CredentialsError> {
        let failed = |message: &str| {
            let mut secrets = Scrubber::new();
            secrets.add(self.password.expose());
            let message = one_line(&secrets.scrub(message), MESSAGE_LIMIT);
            CredentialsError::new(format!("no token from IAM: {message}"))
        };
        let request = self.request().map_err(|error| failed(&error.to_string()))?;
        let response = exchange.send(request).await;
        let response = response.map_err(|error| failed(&error.to_string()))?;
        read(&response).map_err(|message| failed(&message))
    }

    fn request(&self) -> Result<Request<Bytes>, http::Error> {
        let project = match &self.project_id {
            Some(id) => json!({ "id": id }),
            None => json!({ "name": self.region }),
        };
        let body = json!({
            "auth": {
                "identity": {
                    "methods": ["password"],
                    "password": {
                        "user": {
                            "domain": { "name": self.domain },
                            "name": self.user,
                            "password": self.password.expose(),
                        },
                    },
                },
                "scope": { "project": project },
            },
        });
        let uri = Uri::builder()
            .scheme(self.endpoint.scheme().clone())
            .authority(self.endpoint.authority().clone())
            .path_and_query(PATH)
            .build()?;
        let body = body.to_string();
        Request::builder()
            .method(Method::POST)
            .uri(uri)
            .header(HOST, self.endpoint.host())
            .header(ACCEPT, JSON)
            .header(CONTENT_TYPE, JSON)
            .header(http::header::CONTENT_LENGTH, body.len())
            .body(Bytes::from(body))
    }
}

impl CredentialsProvider for IamTokenProvider {
    fn provide<'a>(
        &'a self,
        exchange: Exchange<'a>,
    ) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        Box::pin(self.fetch(exchange))
    }
}

impl fmt::Debug for IamTokenProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IamTokenProvider")
            .field("endpoint", &format_args!("{}", self.endpoint))
            .field("domain", &self.domain)
            .field("user", &self.user)
            .field("password", &self.password)
            .finish_non_exhaustive()
    }
}

fn endpoint(text: &str) -> Result<Endpoint, Error> {
    Endpoint::parse(text, "https")
        .map_err(|reason| Error::build("", format!("the endpoint of IAM {reason}")))
}

/// The token and when it expires, or why there is none.
fn read(response: &Response<Bytes>) -> Result<Issued, String> {
    let body: Value = serde_json::from_slice(response.body()).unwrap_or_default();
    let status = response.status();
    if !status.is_success() {
        let message = text_at(&body, "/error/message").unwrap_or("no message");
        return Err(format!("status {}: {message}", status.as_u16()));
    }
    let token = response
        .headers()
        .get(TOKEN)
        .and_then(|value| value.to_str().ok())
        .filter(|token| !token.is_empty())
        .ok_or_else(|| format!("the answer has no header {TOKEN}"))?;
    let expires = text_at(&body, "/token/expires_at")
        .and_then(|text| Timestamp::from(text).unix_seconds())
        .ok_or("the answer does not say when the token expires")?;
    let mut credentials = Credentials::from_token(token);
    if let Some(id) = text_at(&body, "/token/project/id") {
        credentials = credentials.with_project_id(id);
    }
    Ok(Issued::until(credentials, UnixTime(expires)))
}

fn text_at<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer)?.as_str()
}
