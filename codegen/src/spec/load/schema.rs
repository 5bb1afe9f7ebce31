use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, schema_for};

use super::super::{Approvals, Operation, Service, Types};

/// The JSON Schemas of `specs/schema`, by file name.
#[must_use]
pub fn schemas() -> BTreeMap<&'static str, String> {
    [
        ("approved-changes.json", pretty::<Approvals>()),
        ("operation.json", pretty::<Operation>()),
        ("service.json", pretty::<Service>()),
        ("types.json", pretty::<Types>()),
    ]
    .into()
}

fn pretty<T: JsonSchema>() -> String {
    schema_text(schema_for!(T))
}

/// A schema as it is written to disk.
pub(crate) fn schema_text(mut schema: Schema) -> String {
    // Another package of the same build may switch on serde_json's `preserve_order`, which must not
    // change a byte here.
    if let Some(keywords) = schema.as_object_mut() {
        keywords
            .values_mut()
            .for_each(serde_json::Value::sort_all_objects);
    }
    // A schema is JSON already; writing it into memory cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
