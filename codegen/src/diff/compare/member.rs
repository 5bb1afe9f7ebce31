//! Parameters, response fields and members of objects.

use super::Comparer;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Subject};
use crate::diff::rename::{Fate, Matched, by_name, fates};
use crate::diff::{Direction, Rule, Side};
use crate::model::{Fields, Member, Shared};
use crate::spec::{ClientValue, Location};

const DEFAULT: Optional = Optional {
    added: Rule::DefaultAdded,
    removed: Rule::DefaultRemoved,
    changed: Rule::DefaultChanged,
};
const CLIENT_DEFAULT: Optional = Optional {
    added: Rule::ClientDefaultAdded,
    removed: Rule::ClientDefaultRemoved,
    changed: Rule::ClientDefaultChanged,
};
const CLIENT_VALUE: Optional = Optional {
    added: Rule::ClientValueAdded,
    removed: Rule::ClientValueRemoved,
    changed: Rule::ClientValueChanged,
};
const UNIT: Optional = Optional {
    added: Rule::UnitStated,
    removed: Rule::UnitDropped,
    changed: Rule::UnitChanged,
};

impl Comparer<'_, '_> {
    /// Compares the members of an object, wherever they stand in it.
    pub(super) fn fields(&mut self, cursor: &Cursor, old: &Fields, new: &Fields) {
        let Matched { kept, gone, come } =
            by_name(old.values(), new.values(), |member| &member.name);
        for (before, after) in kept {
            self.member(&Self::to(cursor, &after.name, before, after), before, after);
        }
        let is_same = |before: &Member, after: &Member| {
            self.is_same(|comparer| {
                comparer.member(&Self::to(cursor, &after.name, before, after), before, after);
            })
        };
        for fate in fates(&gone, &come, |member| &member.name, is_same) {
            self.fate_of_member(cursor, fate);
        }
    }

    fn fate_of_member(&mut self, cursor: &Cursor, fate: Fate<&Member>) {
        match fate {
            Fate::Renamed(before, after) => {
                let cursor = cursor.member(&after.name).at(before.place, after.place);
                let (old, new) = (before.name.clone(), after.name.clone());
                // The path carries the value alone.
                let rule = match (before.location, after.location) {
                    (Some(Location::Path), Some(Location::Path)) => Rule::PathParameterRenamed,
                    _ => Rule::MemberRenamed,
                };
                self.changes.push(rule, &cursor, &[], Some(old), Some(new));
            }
            Fate::Removed(member) => {
                let cursor = cursor.member(&member.name).gone(member.place, cursor.new);
                let rule = match member.required {
                    true => Rule::RequiredMemberRemoved,
                    false => Rule::OptionalMemberRemoved,
                };
                let old = Some(member.documented.as_str().to_owned());
                self.changes.push(rule, &cursor, &[], old, None);
            }
            Fate::Added(member) => {
                let cursor = cursor.member(&member.name).come(cursor.old, member.place);
                let rule = match member.required {
                    true => Rule::RequiredMemberAdded,
                    false => Rule::OptionalMemberAdded,
                };
                let new = Some(member.documented.as_str().to_owned());
                self.changes.push(rule, &cursor, &[], None, new);
            }
        }
    }

    /// The cursor of a member. What stands in a shared parameter on both sides belongs to that.
    fn to(cursor: &Cursor, name: &str, old: &Member, new: &Member) -> Cursor {
        cursor.member(name).at(old.place, new.place)
    }

    /// The cursor of what a member holds: its items or its members.
    pub(super) fn inside(
        &self,
        cursor: &Cursor,
        old: &Member,
        new: &Member,
        key: &'static str,
    ) -> Cursor {
        match self.changes.of_member(cursor, old, new, &[key]).subject {
            subject @ Subject::Parameter(_) => cursor.shared(subject, ""),
            _ => cursor.clone(),
        }
    }

    /// Compares two versions of a member.
    pub(super) fn member(&mut self, cursor: &Cursor, old: &Member, new: &Member) {
        let Member {
            name: _,
            type_: _,
            documented: _,
            location,
            also_in,
            flatten,
            required,
            doc,
            example,
            unit,
            default,
            client_default,
            secret,
            idempotency_token,
            unsupported,
            client_value,
            constraints,
            element,
            source,
            place: _,
            shared,
        } = old;
        let _: &Option<Shared> = shared;
        if self.types(cursor, old, new) {
            self.constraints(cursor, (old, constraints), (new, &new.constraints));
        }
        let mut fact = |rules, key, before: Option<String>, after: Option<String>| {
            if before == after {
                return;
            }
            let cursor = self.changes.of_member(cursor, old, new, &[key]);
            self.changes
                .fact(rules, &cursor, &[], before.as_ref(), after.as_ref());
        };
        let text = |value: Option<&crate::spec::Scalar>| value.map(ToString::to_string);
        fact(
            DEFAULT,
            "default",
            text(default.as_ref()),
            text(new.default.as_ref()),
        );
        fact(
            CLIENT_DEFAULT,
            "client_default",
            text(client_default.as_ref()),
            text(new.client_default.as_ref()),
        );
        fact(UNIT, "unit", unit.clone(), new.unit.clone());
        fact(
            CLIENT_VALUE,
            "use",
            client_value.map(client_word),
            new.client_value.map(client_word),
        );
        let mut changed = |rule, key, before: String, after: String| {
            if before != after {
                let cursor = self.changes.of_member(cursor, old, new, &[key]);
                self.changes
                    .push(rule, &cursor, &[], Some(before), Some(after));
            }
        };
        let place = |location: Option<Location>| {
            location.map_or_else(
                || "none".to_owned(),
                |place| format!("{place:?}").to_lowercase(),
            )
        };
        if cursor.direction == Direction::Request {
            changed(
                Rule::LocationChanged,
                "in",
                place(*location),
                place(new.location),
            );
            changed(
                Rule::SecondPlaceChanged,
                "also_in",
                place(*also_in),
                place(new.also_in),
            );
        }
        changed(
            Rule::ElementChanged,
            "element",
            element.clone().unwrap_or_default(),
            new.element.clone().unwrap_or_default(),
        );
        changed(
            Rule::FlatteningChanged,
            "flatten",
            flatten.to_string(),
            new.flatten.to_string(),
        );
        let mut flag = |before: bool, after: bool, on: Rule, off: Rule, key| {
            if before != after {
                let cursor = self.changes.of_member(cursor, old, new, &[key]);
                self.changes
                    .push(if after { on } else { off }, &cursor, &[], None, None);
            }
        };
        flag(
            *required,
            new.required,
            Rule::BecameRequired,
            Rule::BecameOptional,
            "required",
        );
        flag(
            *secret,
            new.secret,
            Rule::SecretAdded,
            Rule::SecretRemoved,
            "secret",
        );
        flag(
            *idempotency_token,
            new.idempotency_token,
            Rule::TokenAdded,
            Rule::TokenRemoved,
            "idempotency_token",
        );
        flag(
            *unsupported,
            new.unsupported,
            Rule::SupportEnded,
            Rule::SupportBegan,
            "unsupported",
        );
        self.words_of_member(Rule::WordsChanged, cursor, old, new, "doc", *doc != new.doc);
        let other = *example != new.example;
        self.words_of_member(Rule::ExampleChanged, cursor, old, new, "example", other);
        // A source that nobody states is that of the operation, whose change is told there.
        let stated = |side: &Side, member| side.fact(member, &["source"]).is_some();
        let other = *source != new.source
            && (stated(self.changes.old, old) || stated(self.changes.new, new));
        self.words_of_member(Rule::SourceChanged, cursor, old, new, "source", other);
    }

    fn words_of_member(
        &mut self,
        rule: Rule,
        cursor: &Cursor,
        old: &Member,
        new: &Member,
        key: &str,
        changed: bool,
    ) {
        if changed {
            let cursor = self.changes.of_member(cursor, old, new, &[key]);
            self.changes.push(rule, &cursor, &[], None, None);
        }
    }
}

/// The word of the specs for a value of the client.
pub(super) fn client_word(value: ClientValue) -> String {
    match value {
        ClientValue::Region => "region",
        ClientValue::ProjectId => "project-id",
    }
    .to_owned()
}
