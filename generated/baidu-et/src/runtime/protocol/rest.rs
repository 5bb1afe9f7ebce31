//! REST: parameters travel in the path, the query, headers and a JSON body.

mod raw;

use std::borrow::Cow;

use bytes::Bytes;
use http::Method;
use http::header::CONTENT_TYPE;

use super::headers::{parse_name, parse_value};
use super::value::scalar_text;
use super::{BuildContext, Query, UnsignedRequest};
use crate::runtime::error::Error;
use crate::runtime::escape::escape;
use crate::runtime::json::{Map, Value};
use crate::runtime::operation::{Location, Parameter};
use crate::runtime::text::{VALUE_LIMIT, one_line};

/// Puts each parameter where the operation says.
///
/// # Errors
/// A path parameter is missing or would change the path, a header value cannot be sent, or an undocumented parameter
/// does not fit the operation.
pub fn build(
    context: &BuildContext<'_>,
    parameters: &Map<String, Value>,
) -> Result<UnsignedRequest, Error> {
    if let Some(raw) = &context.options.raw {
        return raw::build(context, &raw.operation, parameters);
    }
    let operation = context.operation;
    if let Some(name) = parameters.keys().find(|name| find(context, name).is_none()) {
        return Err(context.error(format!("{} has no parameter `{name}`", operation.name)));
    }
    let method = Method::from_bytes(operation.method.as_bytes())
        .map_err(|_| context.error("the method is not an HTTP method"))?;
    let mut request = UnsignedRequest::new(method, path(context, parameters)?);
    request.query = query(context, parameters)?;
    for (parameter, value) in given(context, parameters, Location::Header) {
        let name = parse_name(operation.name, parameter.name)?;
        let text = text_of(context, parameter.name, value)?;
        let value = parse_value(operation.name, &name, &text)?;
        request.headers.insert(name, value);
    }
    if let Some(body) = body(context, parameters)? {
        request.body = body;
        let media_type = parse_value(operation.name, &CONTENT_TYPE, context.service.content_type)?;
        request.headers.insert(CONTENT_TYPE, media_type);
    }
    Ok(request)
}

fn find(context: &BuildContext<'_>, name: &str) -> Option<&'static Parameter> {
    context
        .operation
        .parameters
        .iter()
        .find(|parameter| parameter.name == name)
}

/// The given parameters of `location`, in document order.
fn given<'p>(
    context: &BuildContext<'_>,
    parameters: &'p Map<String, Value>,
    location: Location,
) -> impl Iterator<Item = (&'static Parameter, &'p Value)> {
    context
        .operation
        .parameters
        .iter()
        .filter(move |parameter| parameter.is_in(location))
        .filter_map(|parameter| Some((parameter, parameters.get(parameter.name)?)))
        .filter(|(_, value)| !value.is_null())
}

/// The path with each `{name}` replaced by one escaped segment.
fn path(context: &BuildContext<'_>, parameters: &Map<String, Value>) -> Result<String, Error> {
    let mut path = String::new();
    let mut rest = context.operation.path;
    while let Some((literal, tail)) = rest.split_once('{') {
        let (name, tail) = tail
            .split_once('}')
            .ok_or_else(|| context.error("the path template is malformed"))?;
        path.push_str(literal);
        path.push_str(&segment(context, name, parameters.get(name))?);
        rest = tail;
    }
    path.push_str(rest);
    Ok(path)
}

/// The value of a path parameter as a segment.
///
/// An empty segment and the dot segments are refused, whatever validation is skipped: servers and proxies normalise
/// them away, and the request would reach another resource than the one it was signed for.
fn segment(context: &BuildContext<'_>, name: &str, value: Option<&Value>) -> Result<String, Error> {
    let value = value
        .filter(|value| !value.is_null())
        .ok_or_else(|| context.error(format!("path parameter `{name}` is missing")))?;
    let text = text_of(context, name, value)?;
    match &*text {
        "" => Err(context.error(format!("path parameter `{name}` is empty"))),
        "." | ".." => {
            Err(context.error(format!("path parameter `{name}` must not be a dot segment")))
        }
        text => Ok(escape(text)),
    }
}

/// The flag first, then documented parameters in their order, then the caller's own, which win over documented ones.
fn query(context: &BuildContext<'_>, parameters: &Map<String, Value>) -> Result<Query, Error> {
    let mut query = Query::default();
    if let Some(flag) = context.operation.flag {
        query.push_flag(flag);
    }
    for (parameter, value) in given(context, parameters, Location::Query) {
        let single = std::slice::from_ref(value);
        for element in value.as_array().map_or(single, Vec::as_slice) {
            let text = text_of(context, parameter.name, element)?;
            if !is_replaced(context, parameter.name) {
                query.push(parameter.name, &text);
            }
        }
    }
    for (name, value) in &context.options.parameters {
        check_name(context, name)?;
        if context.operation.flag == Some(name) {
            return Err(context.error(format!("parameter `{name}` is set by the client")));
        }
        query.push(name, value);
    }
    Ok(query)
}

/// The JSON body, for operations that have one.
fn body(
    context: &BuildContext<'_>,
    parameters: &Map<String, Value>,
) -> Result<Option<Bytes>, Error> {
    let extra = &context.options.body_parameters;
    if !context
        .operation
        .parameters
        .iter()
        .any(|parameter| parameter.is_in(Location::Body))
    {
        return match extra.keys().next() {
            Some(name) => {
                let shown = one_line(name, VALUE_LIMIT);
                Err(context.error(format!("body parameter `{shown}`: the request has no body")))
            }
            None => Ok(None),
        };
    }
    let mut members: Map<String, Value> = given(context, parameters, Location::Body)
        .map(|(parameter, value)| (parameter.name.to_owned(), value.clone()))
        .collect();
    for (name, value) in extra {
        check_name(context, name)?;
        members.insert(name.clone(), value.clone());
    }
    Ok(Some(Bytes::from(Value::Object(members).to_string())))
}

fn check_name(context: &BuildContext<'_>, name: &str) -> Result<(), Error> {
    if name.is_empty() {
        return Err(context.error("a parameter has no name"));
    }
    Ok(())
}

/// Whether the caller gives a query parameter of this name, which stands in place of all others.
fn is_replaced(context: &BuildContext<'_>, name: &str) -> bool {
    let mut extra = context.options.parameters.iter();
    extra.any(|(given, _)| given == name)
}

fn text_of<'v>(
    context: &BuildContext<'_>,
    name: &str,
    value: &'v Value,
) -> Result<Cow<'v, str>, Error> {
    scalar_text(value)
        .ok_or_else(|| context.error(format!("parameter `{name}` cannot be written as text")))
}
