//! Requests that their caller describes by method and path.

use std::borrow::Cow;

use bytes::Bytes;
use http::Method;
use http::header::CONTENT_TYPE;
use http::uri::PathAndQuery;
use percent_encoding::percent_decode_str;

use super::{check_name, is_replaced, text_of};
use crate::runtime::error::Error;
use crate::runtime::json::{Map, Value};
use crate::runtime::protocol::headers::parse_value;
use crate::runtime::protocol::{BuildContext, Query, UnsignedRequest};

/// Makes a request from `GET /path?query` and parameters.
pub(super) fn build(
    context: &BuildContext<'_>,
    operation: &str,
    parameters: &Map<String, Value>,
) -> Result<UnsignedRequest, Error> {
    let (method, target) = operation.split_once(' ').ok_or_else(|| {
        context.error("the operation is not a method and a path, such as `GET /v1/et`")
    })?;
    let method = Method::from_bytes(method.as_bytes())
        .map_err(|_| context.error("the method is not an HTTP method"))?;
    let target: PathAndQuery = target
        .parse()
        .map_err(|_| context.error("the path cannot be sent; it must be escaped"))?;
    check_path(context, target.path())?;
    let mut request = UnsignedRequest::new(method, target.path());
    request.query = query(context, target.query().unwrap_or_default())?;
    let options = context.options;
    if matches!(request.method, Method::GET | Method::HEAD | Method::DELETE) {
        if !options.body_parameters.is_empty() {
            return Err(context.error("the request has no body"));
        }
        for (name, value) in parameters {
            check_name(context, name)?;
            let single = std::slice::from_ref(value);
            for element in value.as_array().map_or(single, Vec::as_slice) {
                let text = text_of(context, name, element)?;
                if !is_replaced(context, name) {
                    request.query.push(name, &text);
                }
            }
        }
    } else {
        let mut members = parameters.clone();
        members.extend(options.body_parameters.clone());
        request.body = Bytes::from(Value::Object(members).to_string());
        let media_type = parse_value(
            context.operation.name,
            &CONTENT_TYPE,
            context.service.content_type,
        )?;
        request.headers.insert(CONTENT_TYPE, media_type);
    }
    for (name, value) in &options.parameters {
        check_name(context, name)?;
        request.query.push(name, value);
    }
    Ok(request)
}

/// Empty segments and dot segments are refused, escaped or not: whoever normalises them away sends the request to
/// another resource than the one it was signed for.
fn check_path(context: &BuildContext<'_>, path: &str) -> Result<(), Error> {
    let inner = path
        .strip_prefix('/')
        .ok_or_else(|| context.error("the path must begin with a slash"))?;
    let is_odd = |segment: &str| {
        let segment = percent_decode_str(segment).collect::<Vec<u8>>();
        matches!(segment.as_slice(), b"" | b"." | b"..")
    };
    if !inner.is_empty() && inner.split('/').any(is_odd) {
        return Err(context.error("the path has an empty segment or a dot segment"));
    }
    Ok(())
}

fn query(context: &BuildContext<'_>, query: &str) -> Result<Query, Error> {
    let mut escaped = Query::default();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(context, name)?, decode(context, value)?);
        if !is_replaced(context, &name) {
            escaped.push(&name, &value);
        }
    }
    Ok(escaped)
}

fn decode<'t>(context: &BuildContext<'_>, text: &'t str) -> Result<Cow<'t, str>, Error> {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map_err(|_| context.error("the query of the path is not UTF-8"))
}
