//! RPC: all parameters travel in the query, lists and objects flattened.

use http::Method;

use super::value::scalar_text;
use super::{BuildContext, UnsignedRequest};
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
    parameters: Map<String, Value>,
) -> Result<UnsignedRequest, Error> {
    if let Some(name) = context.options.body_parameters.keys().next() {
        let shown = one_line(name, VALUE_LIMIT);
        return Err(context.error(format!("body parameter `{shown}`: the request has no body")));
    }
    let mut query: Vec<(String, String)> = [
        ("Action", context.name()),
        ("Version", context.service.api_version),
        ("Format", context.rpc_format),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    for (name, value) in &parameters {
        if context.options.raw.is_some() {
            check_name(context, name)?;
        }
        flatten(name, value, &mut query);
    }
    for (name, value) in &context.options.parameters {
        check_name(context, name)?;
        // The last one counts: two values of one name have no defined order in the signature.
        query.retain(|(given, _)| given != name);
        query.push((name.clone(), value.clone()));
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

/// Writes `value` under `name`: members as `Name.Member`, elements as `Name.1`, from 1.
fn flatten(name: &str, value: &Value, query: &mut Vec<(String, String)>) {
    match value {
        Value::Array(elements) => {
            for (position, element) in (1..).zip(elements) {
                flatten(&format!("{name}.{position}"), element, query);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                flatten(&format!("{name}.{member}"), value, query);
            }
        }
        scalar => query.extend(scalar_text(scalar).map(|text| (name.to_owned(), text))),
    }
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
