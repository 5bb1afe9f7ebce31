//! The JSON document and its schema.

use std::fs;
use std::path::Path;

use codegen::diff::render::Format;
use codegen::diff::{Rule, schema};
use serde_json::Value;

use crate::Compared;

#[test]
fn json_is_what_the_committed_schema_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/schema/diff.json");
    let committed = fs::read_to_string(path).unwrap();
    assert_eq!(committed, schema());
    let schema: Value = serde_json::from_str(&committed).unwrap();
    for name in ["rich", "hostile"] {
        let compared = Compared::fixture(name);
        let approvals = compared.approve(Rule::OperationRemoved, "nobody uses it");
        let json = compared.render_with(Format::Json, true, &approvals);
        check(&schema, &schema, &serde_json::from_str(&json).unwrap(), "");
    }
}

/// Holds a value against the part of JSON Schema that our schema is made of, and against nothing else.
fn check(root: &Value, schema: &Value, value: &Value, path: &str) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                check(root, root.pointer(pointer).unwrap(), value, path);
            }
            "type" => {
                let is = |name: &Value| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64(),
                    "null" => value.is_null(),
                    other => panic!("{path}: type {other}"),
                };
                let names = wanted.as_array();
                let fits = names.map_or_else(|| is(wanted), |names| names.iter().any(is));
                assert!(fits, "{path}: {value} is not {wanted}");
            }
            "required" => {
                for key in wanted.as_array().unwrap() {
                    assert!(value.get(key.as_str().unwrap()).is_some(), "{path}: {key}");
                }
            }
            "properties" => {
                for (key, value) in value.as_object().unwrap() {
                    check(root, &wanted[key], value, &format!("{path}/{key}"));
                }
            }
            "items" => {
                for (index, value) in value.as_array().unwrap().iter().enumerate() {
                    check(root, wanted, value, &format!("{path}/{index}"));
                }
            }
            "anyOf" => {
                // Ours are `null` or one other thing.
                let others: Vec<_> = wanted.as_array().unwrap().iter().collect();
                let [thing, null] = others[..] else {
                    panic!("{path}: {wanted}");
                };
                assert_eq!(null["type"], "null");
                if !value.is_null() {
                    check(root, thing, value, path);
                }
            }
            "oneOf" => {
                let mut words = wanted.as_array().unwrap().iter();
                assert!(words.any(|word| word["const"] == *value), "{path}: {value}");
            }
            "const" => assert_eq!(value, wanted, "{path}"),
            "enum" => assert!(
                wanted.as_array().unwrap().contains(value),
                "{path}: {value}"
            ),
            "minimum" => assert!(value.as_u64() >= wanted.as_u64(), "{path}: {value}"),
            "$schema" | "$defs" | "title" | "description" | "format" => {}
            other => panic!("{path}: keyword {other}"),
        }
    }
}
