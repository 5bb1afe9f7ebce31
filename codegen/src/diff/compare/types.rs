//! Types of members, and the enums and shapes that members share.

use indexmap::IndexMap;

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::{Fate, Matched, by_name, fates};
use crate::model::{DocumentedType, Enumeration, Member, Service, Shape, Type};

impl Comparer<'_, '_> {
    /// Compares the types of two versions of a member. Says whether they are alike enough for their limits to
    /// be compared.
    pub(super) fn types(&mut self, cursor: &Cursor, old: &Member, new: &Member) -> bool {
        // A shared type is compared once, for all who use it.
        if let (Type::Enum(before), Type::Enum(after)) | (Type::Shape(before), Type::Shape(after)) =
            (&old.type_, &new.type_)
            && before == after
        {
            return true;
        }
        if old.documented != new.documented {
            let rule = match (breadth(old.documented), breadth(new.documented)) {
                (Some(before), Some(after)) if before < after => Rule::TypeWidened,
                (Some(_), Some(_)) => Rule::TypeNarrowed,
                _ => Rule::TypeChanged,
            };
            self.type_changed(rule, cursor, old, new);
            return rule != Rule::TypeChanged;
        }
        match (&old.type_, &new.type_) {
            (Type::List(before), Type::List(after)) => {
                let cursor = self.inside(cursor, old, new, "items");
                let cursor = cursor.member("").at(before.place, after.place);
                self.member(&cursor, before, after);
            }
            (Type::Enum(before), Type::Enum(after)) => self.other_enum(cursor, before, after),
            (Type::Enum(_), _) if new.constraints.values.is_empty() => {
                self.type_changed(Rule::BecamePlain, cursor, old, new);
                return false;
            }
            (_, Type::Enum(_)) if old.constraints.values.is_empty() => {
                self.type_changed(Rule::BecameEnum, cursor, old, new);
                return false;
            }
            (Type::Enum(_), _) | (_, Type::Enum(_)) => {
                self.listed_elsewhere(cursor, old, new);
                return false;
            }
            (Type::Json, Type::Object(_) | Type::Shape(_)) => {
                self.type_changed(Rule::TypeNarrowed, cursor, old, new);
            }
            (Type::Object(_) | Type::Shape(_), Type::Json) => {
                self.type_changed(Rule::TypeWidened, cursor, old, new);
            }
            (Type::Object(_) | Type::Shape(_), Type::Object(_) | Type::Shape(_)) => {
                self.objects(cursor, old, new);
            }
            (Type::String, Type::String)
            | (Type::Integer, Type::Integer)
            | (Type::Long, Type::Long)
            | (Type::Boolean, Type::Boolean)
            | (Type::Number, Type::Number)
            | (Type::Timestamp, Type::Timestamp)
            | (Type::Json, Type::Json) => {}
            // Every type stands here, so that a new one must be compared above.
            (
                Type::String
                | Type::Integer
                | Type::Long
                | Type::Boolean
                | Type::Number
                | Type::Timestamp
                | Type::Json
                | Type::List(_)
                | Type::Object(_)
                | Type::Shape(_),
                _,
            ) => self.type_changed(Rule::TakenTypeChanged, cursor, old, new),
        }
        true
    }

    fn type_changed(&mut self, rule: Rule, cursor: &Cursor, old: &Member, new: &Member) {
        let key = if rule == Rule::TakenTypeChanged {
            "as"
        } else {
            "type"
        };
        let cursor = self.changes.of_member(cursor, old, new, &[key]);
        let (old, new) = (self.name_of(old), self.name_of(new));
        self.changes.push(rule, &cursor, &[], Some(old), Some(new));
    }

    /// What the specs call the type of a member.
    fn name_of(&self, member: &Member) -> String {
        match (&member.type_, member.documented) {
            (Type::Enum(name) | Type::Shape(name), _) => name.clone(),
            (Type::Json, DocumentedType::Object | DocumentedType::String) => "json".to_owned(),
            (Type::Timestamp, _) => "timestamp".to_owned(),
            (Type::Integer, DocumentedType::String) => "integer in a string".to_owned(),
            (Type::Long, DocumentedType::String) => "long in a string".to_owned(),
            (Type::Boolean, DocumentedType::String) => "boolean in a string".to_owned(),
            (_, documented) => documented.as_str().to_owned(),
        }
    }

    /// Compares the members of two objects, at least one of which has no name, or another one.
    fn objects(&mut self, cursor: &Cursor, old: &Member, new: &Member) {
        let (before, after) = (self.old, self.new);
        let fields = (
            old.type_.fields(&before.shapes),
            new.type_.fields(&after.shapes),
        );
        let (Some(before), Some(after)) = fields else {
            return;
        };
        if let (Type::Shape(one), Type::Shape(two)) = (&old.type_, &new.type_)
            && self.open.contains(&(one.clone(), two.clone()))
        {
            return;
        }
        let cursor = self.inside(cursor, old, new, "fields");
        self.changes.moved.extend(cursor.operation.clone());
        let names = (type_name(&old.type_), type_name(&new.type_));
        self.open.push(names);
        self.fields(&cursor, before, after);
        self.open.pop();
    }

    /// Compares the values of a member whose enum has another name now.
    fn other_enum(&mut self, cursor: &Cursor, old: &str, new: &str) {
        let (before, after) = (self.old.enums.get(old), self.new.enums.get(new));
        if let (Some(before), Some(after)) = (before, after) {
            let cursor = cursor.at(before.place, after.place);
            self.enumeration(&cursor, before, after);
        }
    }

    /// Compares the values of a member that lists them itself on one side, and by an enum on the other.
    fn listed_elsewhere(&mut self, cursor: &Cursor, old: &Member, new: &Member) {
        let (before, after) = (listed(old, &self.old.enums), listed(new, &self.new.enums));
        self.sets(
            (Rule::AllowedValueAdded, Rule::AllowedValueRemoved),
            cursor,
            &["values"],
            &before,
            &after,
        );
        self.type_changed(Rule::TakenTypeChanged, cursor, old, new);
    }

    /// Compares the enums and shapes of `types.yaml`.
    pub(super) fn shared_types(&mut self, service: &Cursor) {
        let old: Vec<_> = named(self.old).collect();
        let new: Vec<_> = named(self.new).collect();
        let Matched { kept, gone, come } = by_name(old, new, Named::name);
        for (before, after) in kept {
            let cursor = self.of_type(service, before.name());
            let cursor = cursor.at(before.place(), after.place());
            if let (Named::Enum(before), Named::Enum(after)) = (before, after) {
                self.changes.words(&cursor, "doc", &before.doc, &after.doc);
            }
            self.named(&cursor, before, after);
        }
        let same = |before, after| {
            self.is_same(|comparer| {
                if !comparer.named(service, before, after) {
                    let rule = Rule::TypeChanged;
                    comparer.changes.push(rule, service, &[], None, None);
                }
            })
        };
        for fate in fates(&gone, &come, Named::name, same) {
            self.fate_of_type(service, fate);
        }
    }

    /// Compares two enums or two shapes; says whether they are.
    fn named(&mut self, cursor: &Cursor, old: Named<'_>, new: Named<'_>) -> bool {
        match (old, new) {
            (Named::Enum(old), Named::Enum(new)) => self.enumeration(cursor, old, new),
            (Named::Shape(old), Named::Shape(new)) => self.shape(cursor, old, new),
            (Named::Enum(_), Named::Shape(_)) | (Named::Shape(_), Named::Enum(_)) => return false,
        }
        true
    }

    fn fate_of_type(&mut self, service: &Cursor, fate: Fate<Named<'_>>) {
        match fate {
            Fate::Renamed(before, after) => {
                let cursor = self.of_type(service, before.name());
                let cursor = cursor.at(before.place(), after.place());
                let (old, new) = (before.name().to_owned(), after.name().to_owned());
                self.changes
                    .push(Rule::TypeRenamed, &cursor, &[], Some(old), Some(new));
            }
            // A type that is used is found where it was used, or where it is used now.
            Fate::Removed(type_) | Fate::Added(type_) if self.uses.is_used(type_.name()) => {}
            Fate::Removed(type_) => {
                let cursor = self.of_type(service, type_.name());
                let cursor = cursor.gone(type_.place(), service.new);
                self.changes
                    .push(Rule::TypeRemoved, &cursor, &[], None, None);
            }
            Fate::Added(type_) => {
                let cursor = self.of_type(service, type_.name());
                let cursor = cursor.come(service.old, type_.place());
                self.changes.push(Rule::TypeAdded, &cursor, &[], None, None);
            }
        }
    }

    /// The cursor of a shared type.
    fn of_type(&self, service: &Cursor, name: &str) -> Cursor {
        Cursor {
            direction: self.uses.direction(name),
            ..service
                .shared(Subject::Type(name.to_owned()), "")
                .element(Element::Type(name.to_owned()))
        }
    }

    fn shape(&mut self, cursor: &Cursor, old: &Shape, new: &Shape) {
        let Shape {
            name: _,
            doc,
            fields,
            place: _,
        } = old;
        self.changes.words(cursor, "doc", doc, &new.doc);
        self.fields(cursor, fields, &new.fields);
    }
}

/// An enum or a shape.
#[derive(Clone, Copy)]
enum Named<'m> {
    Enum(&'m Enumeration),
    Shape(&'m Shape),
}

impl<'m> Named<'m> {
    fn name(self) -> &'m str {
        match self {
            Self::Enum(enumeration) => &enumeration.name,
            Self::Shape(shape) => &shape.name,
        }
    }

    fn place(self) -> crate::diagnostic::Span {
        match self {
            Self::Enum(enumeration) => enumeration.place,
            Self::Shape(shape) => shape.place,
        }
    }
}

/// The enums and shapes of a service.
fn named(service: &Service) -> impl Iterator<Item = Named<'_>> {
    let enums = service.enums.values().map(Named::Enum);
    enums.chain(service.shapes.values().map(Named::Shape))
}

/// The values that a member lists, or its enum for it.
fn listed(member: &Member, enums: &IndexMap<String, Enumeration>) -> Vec<String> {
    if let (Type::Enum(name), true) = (&member.type_, member.constraints.values.is_empty()) {
        let values = enums.get(name).into_iter().flat_map(|found| &found.values);
        return values.map(|value| value.wire.clone()).collect();
    }
    let values = member.constraints.values.iter();
    values.map(ToString::to_string).collect()
}

/// A name for what an object is, whether it has one or not.
fn type_name(type_: &Type) -> String {
    match type_ {
        Type::Shape(name) => name.clone(),
        _ => String::new(),
    }
}

/// How many numbers a type holds, compared with the others.
fn breadth(documented: DocumentedType) -> Option<u8> {
    match documented {
        DocumentedType::Integer => Some(0),
        DocumentedType::Long => Some(1),
        DocumentedType::Number => Some(2),
        DocumentedType::String
        | DocumentedType::Boolean
        | DocumentedType::Object
        | DocumentedType::List => None,
    }
}
