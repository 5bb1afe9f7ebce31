use super::{Resolver, Site};
use crate::diagnostic::{Code, did_you_mean};
use crate::model::{Fields, Member, Operation, Type};

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

    fn check_example_value(&mut self, member: &Member, value: &serde_json::Value, site: &Site<'a>) {
        use serde_json::Value;
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
        let known = did_you_mean(name, fields.keys().map(String::as_str));
        self.diagnostics.push(
            crate::diagnostic::Diagnostic::error(
                Code::UnknownReference,
                site.key(),
                format!("there is no parameter `{name}`"),
            )
            .help(match known {
                Some(known) => format!("did you mean `{known}`?"),
                None => "an example holds documented parameters only".to_owned(),
            }),
        );
    }
}
