//! Tests of a crate: no secret is ever printed.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::rust::ident;
use crate::plan::{Crate, Operation};

/// Stands in every secret of a request or response.
const MARKER: &str = "trunkline-hidden";

/// `tests/secrets.rs`.
pub(super) fn tests(planned: &Crate<'_>) -> TokenStream {
    let library = ident(&planned.manifest.library);
    let tests: Vec<TokenStream> = planned
        .operations
        .iter()
        .flat_map(|operation| {
            let request = request(operation);
            let answer = (!operation.response_secrets.is_empty()).then(|| answer(operation));
            [Some(request), answer]
                .into_iter()
                .flatten()
                .map(|test| quote! { #[test] #test })
        })
        .collect();
    let answers = planned
        .operations
        .iter()
        .any(|operation| !operation.response_secrets.is_empty());
    let answer_helper = answers.then(answer_helper);
    let answer_imports =
        answers.then(|| quote! { use #library::runtime::json::{FromJson, ToJson}; });
    quote! {
        #![doc = " Credentials and secret parameters never reach a text: not that of a client, a request, a signed request, an error"]
        #![doc = " or a response."]
        use #library::operation;
        use #library::runtime::clock::Clock;
        use #library::runtime::entropy::{Entropy, EntropyError};
        use #library::runtime::json::{At, Mode, Value};
        #answer_imports
        use #library::runtime::request::{Input, Request};
        use #library::runtime::timestamp::UnixTime;
        use #library::{Client, Credentials};

        const MARKER: &str = #MARKER;

        #( #tests )*

        #[derive(Debug)]
        struct Frozen;

        impl Clock for Frozen {
            fn now(&self) -> UnixTime {
                UnixTime(1_721_805_444)
            }
        }

        impl Entropy for Frozen {
            fn fill(&self, buffer: &mut [u8]) -> Result<(), EntropyError> {
                buffer.fill(7);
                Ok(())
            }
        }

        fn hides(what: &str, text: &str) {
            assert!(!text.contains(MARKER), "{what} shows a secret: {text}");
        }

        /// Nothing that is made on the way from a client to a signed request shows a secret.
        fn hidden<I: Input>(json: &str) {
            let credentials = Credentials::access_key("id", MARKER).with_security_token(MARKER);
            hides("the credentials", &format!("{credentials:?}"));
            let client = Client::builder()
                .endpoint("http://127.0.0.1:1")
                .credentials(credentials)
                .clock(Frozen)
                .entropy(Frozen)
                .build()
                .expect("a client with an endpoint");
            hides("the client", &format!("{client:?}"));
            let given: Value = serde_json::from_str(json).expect("the test's own JSON");
            let input = I::from_json(&given, &At::root(Mode::Strict)).expect("the example fits the types");
            hides("the input", &format!("{input:?}"));
            let request = Request::new(&client, input);
            hides("the request", &format!("{request:?}"));
            if let Err(violations) = request.validate() {
                hides("the violations", &format!("{violations} {violations:?} {}", violations.to_json()));
            }
            match request.skip_validation().build_request() {
                Ok(signed) => hides("the signed request", &format!("{signed:?} {}", signed.render(false))),
                Err(error) => hides("the error", &format!("{error} {error:?}")),
            }
        }

        #answer_helper
    }
}

fn request(operation: &Operation<'_>) -> TokenStream {
    let test = format_ident!("request_of_{}", operation.module);
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    let example = operation
        .model
        .examples
        .first()
        .map(|example| example.request.clone());
    let mut value = Value::Object(example.unwrap_or_default().into_iter().collect());
    for secret in &operation.secrets {
        put(&mut value, secret);
    }
    let json = value.to_string();
    quote! {
        fn #test() {
            hidden::<operation::#module::#input>(#json);
        }
    }
}

fn answer(operation: &Operation<'_>) -> TokenStream {
    let test = format_ident!("response_of_{}", operation.module);
    let (module, output) = (ident(&operation.module), ident(&operation.output.name));
    let mut value = Value::Object(serde_json::Map::new());
    for secret in &operation.response_secrets {
        put(&mut value, secret);
    }
    let json = value.to_string();
    quote! {
        fn #test() {
            hidden_answer::<operation::#module::#output>(#json);
        }
    }
}

fn answer_helper() -> TokenStream {
    quote! {
        /// A decoded response holds its secrets and does not show them.
        fn hidden_answer<T: FromJson + ToJson + std::fmt::Debug>(json: &str) {
            let given: Value = serde_json::from_str(json).expect("the test's own JSON");
            let decoded = T::from_json(&given, &At::root(Mode::Tolerant)).expect("the response decodes");
            assert!(decoded.to_json().to_string().contains(MARKER));
            hides("the response", &format!("{decoded:?}"));
        }
    }
}

/// Puts the marker at a wire path, making what is missing on the way; lists get one item.
fn put(value: &mut Value, path: &str) {
    let (segment, rest) = match path.split_once('.') {
        Some((segment, rest)) => (segment, Some(rest)),
        None => (path, None),
    };
    let (name, is_list) = match segment.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (segment, false),
    };
    let mut members = value.as_object().cloned().unwrap_or_default();
    let member = members.remove(name).unwrap_or_default();
    let mut inner = match (is_list, member) {
        (true, Value::Array(items)) => items.into_iter().next().unwrap_or_default(),
        (true, _) => Value::Null,
        (false, member) => member,
    };
    match rest {
        Some(rest) => put(&mut inner, rest),
        None => inner = Value::String(MARKER.to_owned()),
    }
    let member = if is_list {
        Value::Array(vec![inner])
    } else {
        inner
    };
    members.insert(name.to_owned(), member);
    *value = Value::Object(members);
}
