//! What all groups of tests share.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::rust::ident;
use crate::plan::Crate;

/// The functions that walk the rows of an operation.
pub(super) fn helper(planned: &Crate<'_>) -> TokenStream {
    let library = ident(&planned.manifest.library);
    let imports = quote! {
        use std::collections::BTreeSet;

        use #library::runtime::client::ClientValues;
        use #library::runtime::json::{At, Map, Mode, Value};
        use #library::runtime::request::Input;
        use #library::runtime::validate::Validator;
    };
    let walk = walk();
    let unfold = unfold();
    quote! { #imports #walk #unfold }
}

fn walk() -> TokenStream {
    quote! {
        /// Ids of what is tried, what is accepted, and what breaks just that.
        type Row = (&'static [&'static str], &'static str, &'static str);

        /// Tries every row, and reports all that are wrong.
        fn walk(broken: fn(&Value) -> BTreeSet<String>, base: &str, rows: &[Row]) {
            let base = unfold(&serde_json::from_str(base).expect("the test's own JSON"));
            let mut wrong = Vec::new();
            let mut check = |patch: &Value, rules: &[&str]| {
                let mut request = base.clone();
                merge(&mut request, &unfold(patch));
                let found = broken(&request);
                if !found.iter().map(String::as_str).eq(BTreeSet::from_iter(rules.iter().copied())) {
                    wrong.push(format!("{patch} should break {rules:?} and breaks {found:?}"));
                }
            };
            check(&Value::Object(Map::new()), &[]);
            for (rules, accepted, refused) in rows {
                values(accepted).iter().for_each(|patch| check(patch, &[]));
                values(refused).iter().for_each(|patch| check(patch, rules));
            }
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }

        /// Ids of everything that a request breaks; what does not even fit the types breaks these.
        fn broken<I: Input>(request: &Value) -> BTreeSet<String> {
            let input = match I::from_json(request, &At::root(Mode::Strict)) {
                Ok(input) => input,
                Err(error) => return BTreeSet::from([error.to_string()]),
            };
            let values = ClientValues::default();
            let mut validator = Validator::new(I::OPERATION, &values);
            input.validate(&mut validator);
            let violations = validator.finish().err();
            violations.iter().flatten().map(|violation| violation.rule.clone()).collect()
        }

        /// Values with white space between them.
        fn values(text: &str) -> Vec<Value> {
            let values = serde_json::Deserializer::from_str(text).into_iter();
            values.collect::<Result<_, _>>().expect("the test's own JSON")
        }
    }
}

fn unfold() -> TokenStream {
    quote! {
        /// Changes a request as RFC 7396 says: null takes a member away.
        fn merge(target: &mut Value, patch: &Value) {
            let Value::Object(changes) = patch else {
                *target = patch.clone();
                return;
            };
            if !target.is_object() {
                *target = Value::Object(Map::new());
            }
            for (name, change) in changes {
                let members = target.as_object_mut().expect("it has just been made one");
                if change.is_null() {
                    members.remove(name);
                } else {
                    merge(members.entry(name).or_insert(Value::Null), change);
                }
            }
        }

        /// Long texts and lists are written as their parts and how often each of them comes: `{"$text":[["a",129]]}`.
        fn unfold(value: &Value) -> Value {
            match value {
                Value::Object(members) => match (members.get("$text"), members.get("$list")) {
                    (Some(runs), _) => Value::String(repeated(runs).iter().filter_map(Value::as_str).collect()),
                    (_, Some(runs)) => Value::Array(repeated(runs).iter().map(unfold).collect()),
                    _ => members.iter().map(|(name, value)| (name.clone(), unfold(value))).collect(),
                },
                Value::Array(items) => items.iter().map(unfold).collect(),
                scalar => scalar.clone(),
            }
        }

        fn repeated(runs: &Value) -> Vec<Value> {
            let runs: Vec<(Value, usize)> = serde_json::from_value(runs.clone()).expect("pairs of a part and a count");
            runs.into_iter().flat_map(|(part, count)| std::iter::repeat_n(part, count)).collect()
        }
    }
}
