//! Enums and their values.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element};
use crate::diff::rename::pairs;
use crate::model::{Enumeration, EnumerationValue};
use crate::spec::EnumerationBase;

impl Comparer<'_, '_> {
    /// Compares two versions of an enum, in whatever order their values stand.
    pub(super) fn enumeration(&mut self, cursor: &Cursor, old: &Enumeration, new: &Enumeration) {
        let Enumeration {
            name: _,
            doc: _,
            base,
            ignore_case,
            values,
            place: _,
        } = old;
        if *base != new.base {
            let word = |base| match base {
                EnumerationBase::String => "string".to_owned(),
                EnumerationBase::Integer => "integer".to_owned(),
            };
            let (old, new) = (Some(word(*base)), Some(word(new.base)));
            self.changes
                .push(Rule::TypeChanged, cursor, &["base"], old, new);
        }
        if *ignore_case != new.ignore_case {
            let rule = match new.ignore_case {
                true => Rule::CaseIgnored,
                false => Rule::CaseMinded,
            };
            self.changes
                .push(rule, cursor, &["ignore_case"], None, None);
        }
        let of = |values: &'_ [EnumerationValue], wire: &str| {
            values.iter().position(|value| value.wire == wire)
        };
        let mut gone = Vec::new();
        for before in values {
            match of(&new.values, &before.wire).and_then(|index| new.values.get(index)) {
                Some(after) => {
                    self.enum_value(&value_of(cursor, after, (before, after)), before, after)
                }
                None => gone.push(before),
            }
        }
        let come: Vec<_> = new
            .values
            .iter()
            .filter(|value| of(values, &value.wire).is_none())
            .collect();
        self.other_values(cursor, &gone, &come);
    }

    fn other_values(
        &mut self,
        cursor: &Cursor,
        gone: &[&EnumerationValue],
        come: &[&EnumerationValue],
    ) {
        // A value has no shape; one that means the same, or is the only one of each, has probably a new name.
        let alone = gone.len() == 1 && come.len() == 1;
        let renamed = pairs(
            gone,
            come,
            |value| &value.wire,
            |before, after| {
                alone || before.doc == after.doc || before.wire.eq_ignore_ascii_case(&after.wire)
            },
        );
        for (index, before) in gone.iter().enumerate() {
            let old = Some(before.wire.clone());
            if let Some(after) = renamed.get(&index).and_then(|index| come.get(*index)) {
                let cursor = value_of(cursor, before, (before, after));
                let new = Some(after.wire.clone());
                self.changes
                    .push(Rule::EnumValueRenamed, &cursor, &[], old, new);
            } else {
                let cursor =
                    value_of(cursor, before, (before, before)).gone(before.place, cursor.new);
                self.changes
                    .push(Rule::EnumValueRemoved, &cursor, &[], old, None);
            }
        }
        for (index, after) in come.iter().enumerate() {
            if !renamed.values().any(|renamed| *renamed == index) {
                let cursor = value_of(cursor, after, (after, after)).come(cursor.old, after.place);
                let new = Some(after.wire.clone());
                self.changes
                    .push(Rule::EnumValueAdded, &cursor, &[], None, new);
            }
        }
    }

    fn enum_value(&mut self, cursor: &Cursor, old: &EnumerationValue, new: &EnumerationValue) {
        let EnumerationValue {
            wire: _,
            doc,
            name,
            aliases,
            source,
            place: _,
        } = old;
        self.sets(
            (Rule::AliasAdded, Rule::AliasRemoved),
            cursor,
            &["aliases"],
            aliases,
            &new.aliases,
        );
        if *name != new.name {
            let (old, new) = (name.clone(), new.name.clone());
            self.changes
                .push(Rule::RustNameChanged, cursor, &["name"], old, new);
        }
        self.changes.words(cursor, "doc", doc, &new.doc);
        if *source != new.source {
            self.changes
                .push(Rule::SourceChanged, cursor, &["source"], None, None);
        }
    }
}

/// The cursor of a value.
fn value_of(
    cursor: &Cursor,
    value: &EnumerationValue,
    (old, new): (&EnumerationValue, &EnumerationValue),
) -> Cursor {
    let cursor = cursor.at(old.place, new.place);
    let path = match cursor.path.as_str() {
        "" => value.wire.clone(),
        path => format!("{path}={}", value.wire),
    };
    let element = match &cursor.element {
        Element::Type(name) => Element::Part(name.clone(), value.wire.clone()),
        other => other.clone(),
    };
    cursor.part(path).element(element)
}
