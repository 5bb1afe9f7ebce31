use serde_json::Value;

use super::parts::Parts;
use super::{Resolver, Site, join};
use crate::diagnostic::Code;
use crate::model::{DocumentedType, Member, Type};
use crate::spec::Scalar;

impl<'a> Resolver<'a> {
    /// Defaults, examples and allowed values must have the member's type, defaults and examples its limits.
    pub(super) fn check_values(&mut self, member: &Member, parts: &Parts<'a>) {
        for (key, value) in [
            ("default", &member.default),
            ("client_default", &member.client_default),
        ] {
            let Some(value) = value else { continue };
            let site = parts.at(key);
            if self.check_scalar(member, value, &site) {
                self.check_within_limits(member, value, key, &site);
            }
        }
        for (index, value) in member.constraints.values.iter().enumerate() {
            let site = parts.at("values").child(index.to_string());
            self.check_scalar(member, value, &site);
        }
        if let Some(example) = &member.example {
            self.check_own_example(member, example, &parts.at("example"));
        }
    }

    fn check_own_example(&mut self, member: &Member, example: &Value, site: &Site<'a>) {
        self.check_example_value(member, example, site);
        if !self.has_errors() && !self.types().accepts(member, example) {
            let broken = self.types().limits_broken(member, example);
            let limits = join(broken.iter().map(|limit| limit.as_str()));
            let which = match limits.as_str() {
                "" => "the limits of its members".to_owned(),
                limits => format!("its own limits: {limits}"),
            };
            self.error(
                Code::RefusedExample,
                site,
                format!("the example of `{}` breaks {which}", member.name),
                "show a value that the limits allow, or correct the limits",
            );
        }
    }

    /// A value must have the type that the wire carries, or the one that we take. Says whether it has.
    pub(super) fn check_scalar(
        &mut self,
        member: &Member,
        value: &Scalar,
        site: &Site<'a>,
    ) -> bool {
        let fits = match (value, &member.type_) {
            (Scalar::Boolean(_), Type::Boolean) => true,
            (Scalar::Integer(_), Type::Integer | Type::Long | Type::Number) => true,
            (Scalar::Integer(_), Type::Enum(_)) => member.documented == DocumentedType::Integer,
            (Scalar::Text(_), Type::Enum(_) | Type::String | Type::Timestamp | Type::Json) => true,
            (Scalar::Text(_), _) => member.is_text_on_the_wire(),
            _ => false,
        };
        if !fits {
            let help = match (value, member.documented) {
                (_, DocumentedType::String) => format!("quote it: \"{value}\""),
                (_, documented) => format!("write {} here", article(documented)),
            };
            self.error(
                Code::WrongValueType,
                site,
                format!("`{value}` does not fit the type of `{}`", member.name),
                help,
            );
        }
        fits
    }

    fn check_within_limits(&mut self, member: &Member, value: &Scalar, key: &str, site: &Site<'a>) {
        let broken = self.types().limits_broken(member, &Value::from(value));
        if !broken.is_empty() {
            self.error(
                Code::ImpossibleValue,
                site,
                format!("the `{key}` of `{}` is not an allowed value", member.name),
                "a default lies inside the documented limits",
            );
        }
    }
}

fn article(documented: DocumentedType) -> &'static str {
    match documented {
        DocumentedType::String => "text",
        DocumentedType::Integer | DocumentedType::Long => "a whole number",
        DocumentedType::Number => "a number",
        DocumentedType::Boolean => "`true` or `false`",
        DocumentedType::Object => "an object",
        DocumentedType::List => "a list",
    }
}
