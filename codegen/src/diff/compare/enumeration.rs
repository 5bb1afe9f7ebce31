//! Enums and their values.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element};
use crate::diff::rename::{Fate, Matched, by_name, fates};
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
        let word = |base| match base {
            EnumerationBase::String => "string",
            EnumerationBase::Integer => "integer",
        };
        self.changes.value(
            Rule::TypeChanged,
            cursor,
            &["base"],
            word(*base),
            word(new.base),
        );
        if *ignore_case != new.ignore_case {
            let rule = match new.ignore_case {
                true => Rule::CaseIgnored,
                false => Rule::CaseMinded,
            };
            self.changes
                .push(rule, cursor, &["ignore_case"], None, None);
        }
        let Matched { kept, gone, come } = by_name(values, &new.values, |value| &value.wire);
        for (before, after) in kept {
            self.enum_value(&value_of(cursor, after, (before, after)), before, after);
        }
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
        let is_same = |before: &EnumerationValue, after: &EnumerationValue| {
            alone || before.doc == after.doc || before.wire.eq_ignore_ascii_case(&after.wire)
        };
        for fate in fates(gone, come, |value| &value.wire, is_same) {
            match fate {
                Fate::Renamed(before, after) => {
                    let cursor = value_of(cursor, before, (before, after));
                    let (old, new) = (Some(before.wire.clone()), Some(after.wire.clone()));
                    self.changes
                        .push(Rule::EnumValueRenamed, &cursor, &[], old, new);
                }
                Fate::Removed(value) => {
                    let cursor =
                        value_of(cursor, value, (value, value)).gone(value.place, cursor.new);
                    let old = Some(value.wire.clone());
                    self.changes
                        .push(Rule::EnumValueRemoved, &cursor, &[], old, None);
                }
                Fate::Added(value) => {
                    let cursor =
                        value_of(cursor, value, (value, value)).come(cursor.old, value.place);
                    let new = Some(value.wire.clone());
                    self.changes
                        .push(Rule::EnumValueAdded, &cursor, &[], None, new);
                }
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
        self.changes.source(cursor, source, &new.source);
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
