use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{Response, body, failure};
use crate::runtime::error::{Error, Explanation, ServiceError};
use crate::runtime::json::{At, FromJson, Mode, Value};
use crate::runtime::operation::{Operation, Service};
use crate::runtime::protocol::value::scalar_text;
use crate::runtime::retry::RetryAfter;
use crate::runtime::scrub::Scrubber;
use crate::runtime::timestamp::UnixTime;

/// A successful answer whose body is of an unknown type.
pub(in crate::runtime) struct Answer {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    request_id: Option<String>,
    body: Bytes,
    value: Value,
}

impl Answer {
    /// Reads an HTTP response: any 2xx is a success, everything else what the service has to say about it.
    pub(in crate::runtime) fn read(
        service: &'static Service,
        operation: &'static Operation,
        name: &str,
        response: http::Response<Bytes>,
        secrets: &Scrubber,
        now: UnixTime,
    ) -> Result<Self, Error> {
        let (parts, body) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        let header_id = header_request_id(service, &headers);
        let content = body::read(&headers, &body);
        // A refusal that calls itself one must not pass for an answer, whatever the status.
        if !status.is_success() || content.as_ref().is_ok_and(|content| content.is_error) {
            let explanation = Explanation {
                retry_after: RetryAfter::read(&headers, service.retry.throttle_header, now),
                ..failure::explain(
                    service, status, &headers, header_id, &body, &content, secrets,
                )
            };
            let error = ServiceError::new(service, operation, status, explanation, body);
            return Err(Error::rejected(operation.name, error));
        }
        match content {
            Ok(content) => {
                let value = unwrap(service, name, content.value);
                let request_id = header_id.or_else(|| member_request_id(service, &value));
                Ok(Self {
                    operation: operation.name,
                    status,
                    headers,
                    request_id,
                    body,
                    value,
                })
            }
            Err(error) => Err(Error::undecodable(
                operation.name,
                error,
                status,
                header_id,
                body,
            )),
        }
    }

    /// The body as JSON.
    pub(in crate::runtime) fn value(&self) -> &Value {
        &self.value
    }

    /// The answer as the output type of the operation.
    pub(in crate::runtime) fn decode<T: FromJson>(self) -> Result<Response<T>, Error> {
        let Self {
            operation,
            status,
            headers,
            request_id,
            body,
            value,
        } = self;
        match T::from_json(&value, &At::root(Mode::Tolerant)) {
            Ok(output) => Ok(Response {
                output,
                status,
                headers,
                request_id,
                body,
            }),
            Err(error) => Err(Error::undecodable(
                operation, error, status, request_id, body,
            )),
        }
    }
}

/// The answer without the `<Operation>Response` object that the documents of some services show around it.
fn unwrap(service: &Service, name: &str, value: Value) -> Value {
    match value {
        Value::Object(mut members) if service.responses.operation_wrapper && members.len() == 1 => {
            match members.remove(&format!("{name}Response")) {
                Some(inner) => inner,
                None => Value::Object(members),
            }
        }
        other => other,
    }
}

fn header_request_id(service: &Service, headers: &HeaderMap) -> Option<String> {
    let value = headers.get(service.responses.request_id_header?)?;
    value
        .to_str()
        .ok()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn member_request_id(service: &Service, value: &Value) -> Option<String> {
    scalar_text(value.get(service.responses.request_id_member?)?).map(Cow::into_owned)
}
