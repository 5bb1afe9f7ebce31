//! Types of members, and the enums and shapes that members share.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::pairs;
use crate::model::{DocumentedType, Enumeration, Member, Shape, Type};

impl Comparer<'_, '_> {
    /// Compares the types of two versions of a member. Says whether they are alike enough for their limits to
    /// be compared.
    pub(super) fn types(&mut self, cursor: &Cursor, old: &Member, new: &Member) -> bool {
        // A shared type is compared once, for all who use it; what it is on the wire, too.
        if let (Type::Enum(before), Type::Enum(after)) = (&old.type_, &new.type_)
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
            (Type::Shape(before), Type::Shape(after)) if before == after => {}
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
            (before, after) => {
                if std::mem::discriminant(before) != std::mem::discriminant(after) {
                    self.type_changed(Rule::TakenTypeChanged, cursor, old, new);
                }
            }
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
        let (old, new) = (self.old, self.new);
        for (name, before) in &old.enums {
            if let Some(after) = new.enums.get(name) {
                let cursor = self.of_type(service, name).at(before.place, after.place);
                self.changes.words(&cursor, "doc", &before.doc, &after.doc);
                self.enumeration(&cursor, before, after);
            }
        }
        for (name, before) in &old.shapes {
            if let Some(after) = new.shapes.get(name) {
                let cursor = self.of_type(service, name).at(before.place, after.place);
                self.shape(&cursor, before, after);
            }
        }
        let gone: Vec<_> = named(&old.enums, &old.shapes)
            .filter(|named| !is_named(named.name(), &new.enums, &new.shapes))
            .collect();
        let come: Vec<_> = named(&new.enums, &new.shapes)
            .filter(|named| !is_named(named.name(), &old.enums, &old.shapes))
            .collect();
        self.other_types(service, &gone, &come);
    }

    fn other_types(&mut self, service: &Cursor, gone: &[Named<'_>], come: &[Named<'_>]) {
        let renamed = pairs(gone, come, Named::name, |before, after| {
            self.is_same(|comparer| match (before, after) {
                (Named::Enum(before), Named::Enum(after)) => {
                    comparer.enumeration(service, before, after);
                }
                (Named::Shape(before), Named::Shape(after)) => {
                    comparer.shape(service, before, after);
                }
                _ => comparer
                    .changes
                    .push(Rule::TypeChanged, service, &[], None, None),
            })
        });
        for (index, before) in gone.iter().enumerate() {
            let cursor = self.of_type(service, before.name());
            if let Some(after) = renamed.get(&index).and_then(|index| come.get(*index)) {
                let cursor = cursor.at(before.place(), after.place());
                let names = (before.name().to_owned(), after.name().to_owned());
                self.changes.push(
                    Rule::TypeRenamed,
                    &cursor,
                    &[],
                    Some(names.0),
                    Some(names.1),
                );
            } else if !self.uses.is_used(before.name()) {
                // A type that is used is gone from where it was used; that is found there.
                let cursor = cursor.at(before.place(), service.new);
                self.changes
                    .push(Rule::TypeRemoved, &cursor, &[], None, None);
            }
        }
        for (index, after) in come.iter().enumerate() {
            let is_renamed = renamed.values().any(|renamed| *renamed == index);
            if !is_renamed && !self.uses.is_used(after.name()) {
                let cursor = self
                    .of_type(service, after.name())
                    .at(service.old, after.place());
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

impl Named<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Enum(enumeration) => &enumeration.name,
            Self::Shape(shape) => &shape.name,
        }
    }

    fn place(&self) -> crate::diagnostic::Span {
        match self {
            Self::Enum(enumeration) => enumeration.place,
            Self::Shape(shape) => shape.place,
        }
    }
}

type Enums = indexmap::IndexMap<String, Enumeration>;
type Shapes = crate::model::Shapes;

fn named<'m>(enums: &'m Enums, shapes: &'m Shapes) -> impl Iterator<Item = Named<'m>> {
    let enums = enums.values().map(Named::Enum);
    enums.chain(shapes.values().map(Named::Shape))
}

fn is_named(name: &str, enums: &Enums, shapes: &Shapes) -> bool {
    enums.contains_key(name) || shapes.contains_key(name)
}

/// The values that a member lists, or its enum for it.
fn listed(member: &Member, enums: &Enums) -> Vec<String> {
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
