//! Tests of a crate: what the documents show is understood.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use serde_json::Value;

use super::rust::ident;
use crate::model::{Member, Type};
use crate::plan::{Crate, Operation};

/// `tests/examples.rs`.
pub(super) fn tests(planned: &Crate<'_>) -> TokenStream {
    let mut tests = Tests::default();
    for operation in &planned.operations {
        for (index, example) in operation.model.examples.iter().enumerate() {
            let number = if index == 0 {
                String::new()
            } else {
                format!("_{}", index + 1)
            };
            if !example.request.is_empty() {
                tests.requests = true;
                tests.all.push(request(operation, example, &number));
            }
            let Some(response) = &example.response else {
                continue;
            };
            let json = response
                .json
                .as_deref()
                .map(|json| unwrapped(operation, json));
            if let Some(json) = &json {
                tests.answers = true;
                tests.all.push(answer(operation, json, &number));
            }
            if let Some(xml) = &response.xml {
                let test = xml_answer(operation, xml, json.as_deref(), &number);
                tests.xml_answers = true;
                tests.all.push(test);
            }
        }
    }
    tests.file(&ident(&planned.manifest.library))
}

/// Tests, and of which kinds there are any: a file holds no helper that it does not use.
#[derive(Default)]
struct Tests {
    all: Vec<TokenStream>,
    requests: bool,
    answers: bool,
    xml_answers: bool,
}

impl Tests {
    fn file(&self, library: &Ident) -> TokenStream {
        let tests = &self.all;
        let imports = self.imports(library);
        let request_helper = self.requests.then(request_helper);
        let json_helper = self.answers.then(json_helper);
        let xml_helper = self.xml_answers.then(xml_helper);
        let answer_helper = self.decodes().then(|| self.answer_helper(library));
        quote! {
            #![doc = " The examples of the specs: requests are accepted and keep their values, responses decode and lose nothing."]
            #imports
            #( #tests )*
            #request_helper
            #json_helper
            #xml_helper
            #answer_helper
        }
    }

    fn decodes(&self) -> bool {
        self.answers || self.xml_answers
    }

    fn imports(&self, library: &Ident) -> Option<TokenStream> {
        (self.requests || self.decodes()).then(|| {
            let gate = (!self.requests && !self.answers).then(only_with_xml);
            let request = self.requests.then(|| quote! { use #library::runtime::client::ClientValues; use #library::runtime::request::Input; use #library::runtime::validate::Validator; });
            let xml = self.xml_answers.then(|| quote! { #[cfg(feature = "xml")] use #library::runtime::xml; });
            quote! {
                #gate
                use #library::operation;
                #gate
                use #library::runtime::json::{At, Mode, Value};
                #request
                #xml
            }
        })
    }

    fn answer_helper(&self, library: &Ident) -> TokenStream {
        let gate = (!self.answers).then(only_with_xml);
        let json = quote! { #library::runtime::json };
        quote! {
            /// The response decodes, and every scalar of it is found again in what was decoded.
            #gate
            fn understood<T>(given: &Value) -> T
            where
                T: #json::FromJson + #json::ToJson + PartialEq + std::fmt::Debug,
            {
                let at = At::root(Mode::Tolerant);
                let decoded = T::from_json(given, &at).expect("the example decodes");
                let written = decoded.to_json();
                let (mut wanted, mut found) = (Vec::new(), Vec::new());
                scalars(given, &mut wanted);
                scalars(&written, &mut found);
                for scalar in wanted {
                    let place = found.iter().position(|other| *other == scalar);
                    let place = place.unwrap_or_else(|| panic!("{scalar:?} is lost in {written}"));
                    found.swap_remove(place);
                }
                let again = T::from_json(&written, &at).expect("what was written decodes");
                assert_eq!(again, decoded);
                decoded
            }

            /// Names and texts of all scalars; null says nothing, and case is no difference.
            #gate
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
}

/// What only tests of XML use must not be there without the feature, or it is unused.
fn only_with_xml() -> TokenStream {
    quote! { #[cfg(feature = "xml")] }
}

fn request(operation: &Operation<'_>, example: &crate::spec::Example, number: &str) -> TokenStream {
    let test = format_ident!("request{}_of_{}", number, operation.module);
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
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

/// A body without the object that may stand around it, on one line.
fn unwrapped(operation: &Operation<'_>, json: &str) -> String {
    let wrapper = format!("{}Response", operation.model.name);
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let value = match value.as_object() {
        Some(object) if object.len() == 1 => object.get(&wrapper).cloned().unwrap_or(value),
        _ => value,
    };
    value.to_string()
}

fn answer(operation: &Operation<'_>, json: &str, number: &str) -> TokenStream {
    let test = format_ident!("response{}_of_{}", number, operation.module);
    let output = output(operation);
    quote! {
        #[test]
        fn #test() {
            understood::<#output>(&parsed(#json));
        }
    }
}

/// The body in XML gives the same output as the one in JSON beside it.
fn xml_answer(
    operation: &Operation<'_>,
    xml: &str,
    json: Option<&str>,
    number: &str,
) -> TokenStream {
    let test = format_ident!("xml_response{}_of_{}", number, operation.module);
    let output = output(operation);
    let decoded = quote! { understood::<#output>(&content(#xml)) };
    let check = match json {
        Some(json) => quote! {
            let from_xml = #decoded;
            let from_json = understood(&parsed(#json));
            assert_eq!(from_xml, from_json);
        },
        None => quote! { #decoded; },
    };
    quote! {
        #[test]
        #[cfg(feature = "xml")]
        fn #test() {
            #check
        }
    }
}

fn output(operation: &Operation<'_>) -> TokenStream {
    let (module, output) = (ident(&operation.module), ident(&operation.output.name));
    quote! { operation::#module::#output }
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

fn json_helper() -> TokenStream {
    quote! {
        fn parsed(json: &str) -> Value {
            serde_json::from_str(json).expect("the example is JSON")
        }
    }
}

fn xml_helper() -> TokenStream {
    quote! {
        #[cfg(feature = "xml")]
        fn content(document: &str) -> Value {
            xml::parse(document.as_bytes()).expect("the example is XML").content
        }
    }
}
