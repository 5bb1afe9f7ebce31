//! Tests of a crate: what the documents show is understood.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use serde_json::Value;

use super::rust::ident;
use crate::model::{Member, Type};
use crate::plan::{Crate, Operation};

/// `tests/examples.rs`.
pub(super) fn tests(planned: &Crate<'_>) -> TokenStream {
    let library = ident(&planned.manifest.library);
    let mut uses_requests = false;
    let mut uses_answers = false;
    let mut tests = Vec::new();
    for operation in &planned.operations {
        for (index, example) in operation.model.examples.iter().enumerate() {
            let number = if index == 0 {
                String::new()
            } else {
                format!("_{}", index + 1)
            };
            if !example.request.is_empty() {
                uses_requests = true;
                tests.push(request(operation, example, &number));
            }
            let json = example
                .response
                .as_ref()
                .and_then(|response| response.json.as_ref());
            if let Some(json) = json {
                uses_answers = true;
                tests.push(answer(operation, json, &number));
            }
        }
    }
    let request_helper = uses_requests.then(request_helper);
    let answer_helper = uses_answers.then(answer_helper);
    let imports = (uses_requests || uses_answers).then(|| {
        let operations = quote! { use #library::operation; };
        let answer = uses_answers.then(|| quote! { FromJson, ToJson, });
        let request = uses_requests.then(|| quote! { use #library::runtime::client::ClientValues; use #library::runtime::request::Input; use #library::runtime::validate::Validator; });
        quote! {
            #operations
            use #library::runtime::json::{At, #answer Mode, Value};
            #request
        }
    });
    quote! {
        #![doc = " The examples of the specs: requests are accepted and keep their values, responses decode and lose nothing."]
        #imports
        #( #tests )*
        #request_helper
        #answer_helper
    }
}

fn request(operation: &Operation<'_>, example: &crate::spec::Example, number: &str) -> TokenStream {
    let test = format_ident!("request{}_of_{}", number, operation.module);
    let (module, input, feature) = (
        ident(&operation.module),
        ident(&operation.input.name),
        &operation.feature,
    );
    let written: serde_json::Map<_, _> = example
        .request
        .iter()
        .map(|(name, value)| {
            (
                name.clone(),
                written(operation.model.parameters.get(name), value),
            )
        })
        .collect();
    let json = Value::Object(written).to_string();
    quote! {
        #[test]
        #[cfg(feature = #feature)]
        fn #test() {
            accepted::<operation::#module::#input>(#json);
        }
    }
}

/// A value as a request writes it: JSON that travels as text is text.
fn written(member: Option<&Member>, value: &Value) -> Value {
    match member {
        Some(member)
            if matches!(member.type_, Type::Json)
                && member.is_text_on_the_wire()
                && !value.is_string() =>
        {
            Value::String(value.to_string())
        }
        _ => value.clone(),
    }
}

fn answer(operation: &Operation<'_>, json: &str, number: &str) -> TokenStream {
    let test = format_ident!("response{}_of_{}", number, operation.module);
    let (module, output, feature) = (
        ident(&operation.module),
        ident(&operation.output.name),
        &operation.feature,
    );
    let wrapper = format!("{}Response", operation.model.name);
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let value = match value.as_object() {
        Some(object) if object.len() == 1 => object.get(&wrapper).cloned().unwrap_or(value),
        _ => value,
    };
    let json = value.to_string();
    quote! {
        #[test]
        #[cfg(feature = #feature)]
        fn #test() {
            understood::<operation::#module::#output>(#json);
        }
    }
}

fn request_helper() -> TokenStream {
    quote! {
        /// The request is read strictly, passes its validator, and writes what it was read from.
        fn accepted<I: Input>(json: &str) {
            let given: Value = serde_json::from_str(json).expect("the example is JSON");
            let input = I::from_json(&given, &At::root(Mode::Strict)).expect("the example fits the types");
            assert_eq!(input.to_json(), given);
            let values = ClientValues::default();
            let mut validator = Validator::new(I::OPERATION, &values);
            input.validate(&mut validator);
            if let Err(violations) = validator.finish() {
                panic!("{violations}");
            }
        }
    }
}

fn answer_helper() -> TokenStream {
    quote! {
        /// The response decodes, and every scalar of it is found again in what was decoded.
        fn understood<T: FromJson + ToJson + PartialEq + std::fmt::Debug>(json: &str) {
            let given: Value = serde_json::from_str(json).expect("the example is JSON");
            let at = At::root(Mode::Tolerant);
            let decoded = T::from_json(&given, &at).expect("the example decodes");
            let written = decoded.to_json();
            let (mut wanted, mut found) = (Vec::new(), Vec::new());
            scalars(&given, &mut wanted);
            scalars(&written, &mut found);
            for scalar in wanted {
                let place = found.iter().position(|other| *other == scalar);
                let place = place.unwrap_or_else(|| panic!("{scalar:?} is lost in {written}"));
                found.swap_remove(place);
            }
            let again = T::from_json(&written, &at).expect("what was written decodes");
            assert_eq!(again, decoded);
        }

        /// Names and texts of all scalars; null says nothing, and case is no difference.
        fn scalars(value: &Value, found: &mut Vec<(String, String)>) {
            fn visit(name: &str, value: &Value, found: &mut Vec<(String, String)>) {
                match value {
                    Value::Null => {}
                    Value::Object(members) => members.iter().for_each(|(name, value)| visit(name, value, found)),
                    Value::Array(items) => items.iter().for_each(|item| visit(name, item, found)),
                    Value::String(text) => found.push((name.to_owned(), text.to_lowercase())),
                    other => found.push((name.to_owned(), other.to_string())),
                }
            }
            visit("", value, found);
        }
    }
}
