use serde_json::Value;

use super::{Resolver, Site};
use crate::diagnostic::{Code, did_you_mean_or};
use crate::model::validate::{Broken, Validator};
use crate::model::{Fields, Member, Operation, Pointer, Step, Type};
use crate::spec::Example;

impl<'a> Resolver<'a> {
    /// Examples may only hold what the operation knows, and bodies that can be read.
    pub(super) fn check_examples(&mut self, operation: &Operation, site: &Site<'a>) {
        for (index, example) in operation.examples.iter().enumerate() {
            let site = site.child("examples").child(index.to_string());
            if let Some(source) = &example.source {
                self.source(source, &site.child("source"));
            }
            for (name, value) in &example.request {
                let site = site.descend(["request", name]);
                match operation.parameters.get(name) {
                    Some(member) => self.check_example_value(member, value, &site),
                    None => self.unknown_member(name, &operation.parameters, &site),
                }
            }
            // Limits are about values of the right type; and what breaks a mistaken limit may be right.
            if !example.request.is_empty() && !self.has_errors() {
                self.check_example_limits(operation, example, &site.child("request"));
            }
            let json = example
                .response
                .as_ref()
                .and_then(|response| response.json.as_ref());
            if let Some(Err(error)) =
                json.map(|json| serde_json::from_str::<serde_json::Value>(json))
            {
                self.error(
                    Code::BadExample,
                    &site.descend(["response", "json"]),
                    format!("the body is not JSON: {error}"),
                    "mend it, and record what the document prints under `discrepancies`",
                );
            }
        }
    }

    /// What a generated validator would refuse is no example.
    fn check_example_limits(&mut self, operation: &Operation, example: &Example, site: &Site<'a>) {
        let request = Value::Object(example.request.clone().into_iter().collect());
        let validator = Validator {
            types: self.types(),
            operation,
        };
        let violations = validator.violations(&request);
        let refused: Vec<(String, Pointer)> = violations
            .into_iter()
            .map(|violation| {
                let at = match violation.broken {
                    Broken::Limit { at, .. } | Broken::Rule { at, .. } => at,
                };
                (violation.id, at)
            })
            .collect();
        for (rule, at) in refused {
            // What is missing has no place; the object that lacks it has.
            let steps = at.steps().iter();
            let given = steps.take(at.depth_in(&request));
            let place = given.fold(site.clone(), |site, step| match step {
                Step::Member(name) => site.child(name),
                Step::Item(index) => site.child(index.to_string()),
            });
            self.error(
                Code::RefusedExample,
                &place,
                format!("the example breaks `{rule}`"),
                "show what the validator accepts, and record what the document prints under `discrepancies`",
            );
        }
    }

    pub(super) fn check_example_value(&mut self, member: &Member, value: &Value, site: &Site<'a>) {
        let fits = match (&member.type_, value) {
            (Type::Json, _) => true,
            (Type::List(items), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.check_example_value(items, value, &site.child(index.to_string()));
                }
                true
            }
            (Type::Object(_) | Type::Shape(_), Value::Object(values)) => {
                let fields = member
                    .type_
                    .fields(&self.shapes)
                    .cloned()
                    .unwrap_or_default();
                for (name, value) in values {
                    let site = site.child(name);
                    match fields.get(name) {
                        Some(member) => self.check_example_value(member, value, &site),
                        None => self.unknown_member(name, &fields, &site),
                    }
                }
                true
            }
            (Type::Integer | Type::Long, Value::Number(number)) => {
                number.is_i64() || number.is_u64()
            }
            (Type::Number, Value::Number(_)) | (Type::Boolean, Value::Bool(_)) => true,
            (Type::Enum(_), Value::Number(_)) => {
                !matches!(member.documented, crate::model::DocumentedType::String)
            }
            (Type::String | Type::Timestamp | Type::Enum(_), Value::String(_)) => true,
            (_, Value::String(_)) => member.is_text_on_the_wire(),
            _ => false,
        };
        if !fits {
            self.error(
                Code::WrongValueType,
                site,
                format!("this value does not fit the type of `{}`", member.name),
                format!("the document calls it {}", member.documented.as_str()),
            );
        }
    }

    fn unknown_member(&mut self, name: &str, fields: &Fields, site: &Site<'a>) {
        self.diagnostics.push(
            crate::diagnostic::Diagnostic::error(
                Code::UnknownReference,
                site.key(),
                format!("there is no parameter `{name}`"),
            )
            .help(did_you_mean_or(
                name,
                fields.keys().map(String::as_str),
                "an example holds documented parameters only",
            )),
        );
    }
}
