//! RPC: all parameters travel in the query, lists and objects flattened.

use std::fmt::Write;

use http::Method;

use super::value::scalar_text;
use super::{BuildContext, Query, UnsignedRequest};
use crate::runtime::error::Error;
use crate::runtime::json::{Map, Value};
use crate::runtime::text::{VALUE_LIMIT, one_line};

/// Parameters that every request carries; they are the client's.
const COMMON: [&str; 11] = [
    "Action",
    "Version",
    "Format",
    "AccessKeyId",
    "Signature",
    "SignatureMethod",
    "SignatureVersion",
    "SignatureNonce",
    "SignatureType",
    "SecurityToken",
    "Timestamp",
];

/// Makes a request to `/` with everything in the query, whatever the method.
///
/// # Errors
/// An undocumented parameter has the name of a common one, or a body is asked for.
pub fn build(
    context: &BuildContext<'_>,
    parameters: &Map<String, Value>,
) -> Result<UnsignedRequest, Error> {
    if let Some(name) = context.options.body_parameters.keys().next() {
        let shown = one_line(name, VALUE_LIMIT);
        return Err(context.error(format!("body parameter `{shown}`: the request has no body")));
    }
    let mut query = Query::with_room();
    query.push("Action", context.name());
    query.push("Version", context.service.api_version);
    query.push("Format", context.rpc_format);
    let mut extra = context.options.parameters.as_slice();
    let mut flat = String::new();
    for (name, value) in parameters {
        if context.options.raw.is_some() {
            check_name(context, name)?;
        }
        flat.clear();
        flat.push_str(name);
        flatten(&mut flat, value, &mut |name, text| {
            if !names(extra, name) {
                query.push(name, text);
            }
        });
    }
    while let Some(((name, value), later)) = extra.split_first() {
        check_name(context, name)?;
        // The last one counts: two values of one name have no defined order in the signature.
        if !names(later, name) {
            query.push(name, value);
        }
        extra = later;
    }
    let mut request = UnsignedRequest::new(method(context)?, "/");
    request.query = query;
    Ok(request)
}

fn method(context: &BuildContext<'_>) -> Result<Method, Error> {
    match context.rpc_method {
        "GET" => Ok(Method::GET),
        "POST" => Ok(Method::POST),
        _ => Err(context.error("the method must be GET or POST")),
    }
}

/// Hands out the scalars in `value`, which stands under `name`: members as `Name.Member`, elements as `Name.1`, from 1.
///
/// The name grows and shrinks in place, and is in the end what it was.
fn flatten(name: &mut String, value: &Value, found: &mut dyn FnMut(&str, &str)) {
    let length = name.len();
    match value {
        Value::Array(elements) => {
            for (position, element) in (1_u32..).zip(elements) {
                // Writing to a string cannot fail.
                let _ = write!(name, ".{position}");
                flatten(name, element, found);
                name.truncate(length);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                name.push('.');
                name.push_str(member);
                flatten(name, value, found);
                name.truncate(length);
            }
        }
        scalar => {
            if let Some(text) = scalar_text(scalar) {
                found(name, &text);
            }
        }
    }
}

/// Whether the caller gives a parameter of this name, which stands in place of any before it.
fn names(extra: &[(String, String)], name: &str) -> bool {
    extra.iter().any(|(given, _)| given == name)
}

fn check_name(context: &BuildContext<'_>, name: &str) -> Result<(), Error> {
    if name.is_empty() {
        return Err(context.error("a parameter has no name"));
    }
    match COMMON
        .iter()
        .find(|common| common.eq_ignore_ascii_case(name))
    {
        Some(common) => Err(context.error(format!("parameter `{common}` is set by the client"))),
        None => Ok(()),
    }
}
