use super::member::Role;
use super::parts::Parts;
use super::{Resolver, Site, join};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::validate::holds;
use crate::model::{Member, Type};
use crate::spec::{Location, Range};

const CLASSES: [&str; 4] = ["letter", "chinese", "digit", "ascii"];

/// Words that make a name look secret.
const SECRET_WORDS: [&str; 4] = ["key", "secret", "password", "token"];

impl<'a> Resolver<'a> {
    /// Keys that make sense in some places only.
    pub(super) fn check_role(&mut self, member: &Member, parts: &Parts<'a>, role: Role) {
        if member.doc.is_empty() && role != Role::Item {
            self.error(
                Code::MissingKey,
                parts.whole(),
                format!("`{}` has no `doc`", member.name),
                "say in one line what it is",
            );
        }
        if !matches!(role, Role::Parameter | Role::SharedParameter) {
            for key in [
                "in",
                "also_in",
                "flatten",
                "idempotency_token",
                "client_default",
            ] {
                if parts.gives(key) {
                    self.misplaced(key, &parts.at(key), "a parameter of a request");
                }
            }
        }
        if member.flatten
            && !(matches!(member.type_, Type::Object(_)) && member.location == Some(Location::Body))
        {
            self.misplaced(
                "flatten",
                &parts.at("flatten"),
                "an object with `fields` and `in: body`",
            );
        }
    }

    /// Keys that belong to one kind of type.
    pub(super) fn check_parts_of_type(&mut self, name: &str, parts: &Parts<'a>, type_name: &str) {
        for (key, type_) in [
            ("items", "list"),
            ("item_count", "list"),
            ("element", "list"),
            ("fields", "object"),
        ] {
            if parts.gives(key) && type_name != type_ {
                self.error(
                    Code::MisplacedKey,
                    &parts.at(key),
                    format!("`{key}` on `{name}`, which is no {type_}"),
                    format!("`{key}` goes with `type: {type_}`"),
                );
            }
        }
    }

    /// Limits must fit the type, and each other.
    pub(super) fn check_constraints(&mut self, member: &Member, parts: &Parts<'a>) {
        let number = matches!(member.type_, Type::Integer | Type::Long);
        let text = matches!(member.type_, Type::String | Type::Timestamp);
        let named = matches!(member.type_, Type::Enum(_));
        for (key, fits, wanted) in [
            ("range", number, "a whole number"),
            ("except", number, "a whole number"),
            (
                "values",
                number || text || named,
                "text, a whole number or an enum",
            ),
            ("length", text, "text"),
            ("length_unit", text, "text"),
            ("characters", text, "text"),
            ("format", text, "text"),
        ] {
            if parts.gives(key) && !fits {
                self.misplaced(key, &parts.at(key), wanted);
            }
        }
        let constraints = &member.constraints;
        for (key, range, smallest) in [
            ("range", constraints.range, i64::MIN),
            ("length", constraints.length, 0),
            ("item_count", constraints.item_count, 0),
        ] {
            if let Some(range) = range {
                self.check_range(range, smallest, &parts.at(key));
            }
        }
        if let Some(range) = constraints.range {
            for (index, value) in constraints.except.iter().enumerate() {
                if !holds(range, *value) {
                    self.error(
                        Code::ImpossibleValue,
                        &parts.at("except").child(index.to_string()),
                        format!("{value} is outside the range anyway"),
                        "`except` lists numbers inside the range",
                    );
                }
            }
        }
        self.check_characters(member, parts);
        self.check_values(member, parts);
    }

    fn check_range(&mut self, Range(low, high): Range, smallest: i64, site: &Site<'a>) {
        if low.is_none() && high.is_none() {
            self.error(
                Code::ImpossibleValue,
                site,
                "a range that is open at both ends limits nothing",
                "give it an end, or leave it out",
            );
        }
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            self.error(
                Code::ImpossibleValue,
                site,
                "the lower end is above the upper end",
                "write `[least, most]`",
            );
        }
        if low.into_iter().chain(high).any(|end| end < smallest) {
            self.error(
                Code::ImpossibleValue,
                site,
                "a count cannot be negative",
                "both ends start at 0",
            );
        }
    }

    fn check_characters(&mut self, member: &Member, parts: &Parts<'a>) {
        let Some(characters) = &member.constraints.characters else {
            return;
        };
        let site = parts.at("characters");
        for (key, classes) in [
            ("first", &characters.first),
            ("allowed", &characters.allowed),
        ] {
            for (index, class) in classes.iter().enumerate() {
                if class.chars().count() != 1 && !CLASSES.contains(&class.as_str()) {
                    self.error(
                        Code::UnknownReference,
                        &site.child(key).child(index.to_string()),
                        format!("`{class}` is no class of characters"),
                        format!("a class is {}, or one character", join(CLASSES)),
                    );
                }
            }
        }
    }

    /// A name that looks secret must say whether it is.
    pub(super) fn check_secret(
        &mut self,
        member: &Member,
        secret: Option<bool>,
        parts: &Parts<'a>,
    ) {
        match secret {
            Some(true) if !matches!(member.type_, Type::String) => {
                self.misplaced("secret", &parts.at("secret"), "text");
            }
            None if matches!(member.type_, Type::String | Type::Json)
                && looks_secret(&member.name) =>
            {
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::UndecidedSecret,
                        parts.whole().key(),
                        format!(
                            "`{}` looks secret and does not say whether it is",
                            member.name
                        ),
                    )
                    .help("add `secret: true`, or `secret: false` if it may be printed"),
                );
            }
            _ => {}
        }
    }

    fn misplaced(&mut self, key: &str, site: &Site<'a>, wanted: &str) {
        self.error(
            Code::MisplacedKey,
            site,
            format!("`{key}` makes no sense here"),
            format!("`{key}` goes on {wanted}"),
        );
    }
}

/// Whether a word of the name is one of the secret words.
fn looks_secret(name: &str) -> bool {
    use heck::ToSnakeCase;
    name.to_snake_case()
        .split('_')
        .any(|word| SECRET_WORDS.contains(&word))
}
