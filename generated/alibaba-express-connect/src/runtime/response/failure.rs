use std::borrow::Cow;

use http::{HeaderMap, StatusCode};

use super::body::Content;
use super::unasked_coding;
use crate::runtime::error::Explanation;
use crate::runtime::json::{DecodeError, Map, Value};
use crate::runtime::operation::{ErrorEnvelope, Service};
use crate::runtime::protocol::value::scalar_text;
use crate::runtime::scrub::Scrubber;

/// Finds out what the service says of its refusal, and removes secrets from it.
pub(super) fn explain(
    service: &Service,
    status: StatusCode,
    headers: &HeaderMap,
    request_id: Option<String>,
    body: &[u8],
    content: &Result<Content, DecodeError>,
    secrets: &Scrubber,
) -> Explanation {
    let value = content.as_ref().map(|content| &content.value).ok();
    let found = value
        .and_then(Value::as_object)
        .map(|members| read(&service.responses.error, members))
        .unwrap_or_default();
    let clean = |text: String| secrets.scrub(&text);
    let message = found
        .message
        .unwrap_or_else(|| describe(status, headers, body, content));
    Explanation {
        code: found.code.map(clean),
        message: clean(message),
        request_id: request_id.or(found.request_id).map(clean),
        ..Explanation::default()
    }
}

#[derive(Default)]
struct Found {
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

impl Found {
    fn is_error(&self) -> bool {
        self.code.is_some() || self.message.is_some()
    }
}

/// Reads the envelope here or, if it is not here, in the first member that holds one.
fn read(envelope: &ErrorEnvelope, members: &Map<String, Value>) -> Found {
    let here = read_level(envelope, members);
    if here.is_error() || !envelope.nested {
        return here;
    }
    let request_id = here.request_id;
    let nested = members
        .values()
        .filter_map(Value::as_object)
        .map(|members| read_level(envelope, members))
        .find(Found::is_error)
        .unwrap_or_default();
    Found {
        request_id: request_id.or(nested.request_id),
        ..nested
    }
}

fn read_level(envelope: &ErrorEnvelope, members: &Map<String, Value>) -> Found {
    Found {
        code: first_text(members, envelope.code),
        message: first_text(members, envelope.message),
        request_id: first_text(members, envelope.request_id),
    }
}

fn first_text(members: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| scalar_text(members.get(*name)?))
        .find(|text| !text.trim().is_empty())
        .map(Cow::into_owned)
}

/// What can be said of an answer without a message.
fn describe(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    content: &Result<Content, DecodeError>,
) -> String {
    if status.is_redirection() {
        "the service redirects, which is not followed".to_owned()
    } else if body.is_empty() {
        status.canonical_reason().unwrap_or("no message").to_owned()
    } else if let (Err(_), Some(found)) = (content, unasked_coding::describe(headers, body)) {
        format!("the body is {found}")
    } else if let Err(error) = content {
        format!(
            "the body is not {} ({} bytes)",
            error.expected(),
            body.len()
        )
    } else {
        "the body holds no message".to_owned()
    }
}
