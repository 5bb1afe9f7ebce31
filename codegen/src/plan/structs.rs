use std::collections::{HashMap, HashSet};

use super::checks::checks_of;
use super::facts::facts;
use super::{Check, Docs, Kind, RustType, Scope, identifier, sources};
use crate::model::{Fields, Member, Service, Source, Type};
use crate::spec::ClientValue;

/// A struct: the input or output of an operation, a shape, or an object without a name.
#[derive(Debug)]
pub struct Struct {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub docs: Docs,
    /// Its fields; those of a flattened object stand in its place.
    pub fields: Vec<Field>,
    /// Whether it needs a validator.
    pub validated: bool,
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// Wire name of the flattened object that it belongs to.
    pub wrapper: Option<String>,
    /// Its type, without the `Option` around it.
    pub type_: RustType,
    /// Whether it travels as text although it is none.
    pub text: bool,
    /// Key of the object that may wrap a list.
    pub element: Option<String>,
    /// Whether the document demands it.
    pub required: bool,
    /// Whether the document demands it and a rule says when, so that the rule is checked instead.
    pub refined: bool,
    /// Value of the client that fills it.
    pub client_value: Option<ClientValue>,
    /// What its value must satisfy.
    pub checks: Vec<Check>,
    /// Whether its value may be shown.
    pub secret: bool,
    /// Name of the static of its source, where it is not the operation's.
    pub source: Option<String>,
    /// Its documentation.
    pub docs: Docs,
}

impl Field {
    /// Wire path from the top of the request.
    pub fn path(&self) -> String {
        match &self.wrapper {
            Some(wrapper) => format!("{wrapper}.{}", self.wire),
            None => self.wire.clone(),
        }
    }
}

/// What all structs of a crate are planned with.
pub(super) struct Context<'m> {
    /// The service that the members belong to.
    pub service: &'m Service,
    /// Names of enums and shapes in Rust.
    pub types: Scope,
    /// Shapes that need a box.
    pub boxed: HashSet<&'m str>,
    /// Statics of sources.
    pub sources: super::Sources,
}

impl<'m> Context<'m> {
    /// Starts planning structs whose fields come from `source` unless they say otherwise.
    pub(super) fn structs(&self, source: Option<&'m Source>) -> Structs<'m, '_> {
        Structs {
            context: self,
            default_source: source,
            nested: Vec::new(),
        }
    }
}

/// Plans structs, and the structs of the objects without a name inside them.
pub(super) struct Structs<'m, 'c> {
    /// What all structs share.
    pub context: &'c Context<'m>,
    /// Source that fields have unless they say otherwise.
    default_source: Option<&'m Source>,
    /// Structs of objects without a name, in the order in which they were met.
    pub nested: Vec<Struct>,
}

impl<'m> Structs<'m, '_> {
    /// Plans a struct.
    pub(super) fn plan(&mut self, name: String, docs: Docs, members: &'m Fields) -> Struct {
        let mut flat: Vec<(&'m Member, Option<&'m Member>)> = Vec::new();
        for member in members.values() {
            match (&member.type_, member.flatten) {
                (Type::Object(inner), true) => {
                    flat.extend(inner.values().map(|field| (field, Some(member))))
                }
                _ => flat.push((member, None)),
            }
        }
        let words = words(&flat);
        let scope = Scope::new(Kind::Field, words.iter().map(String::as_str));
        let fields: Vec<Field> = flat
            .iter()
            .zip(&words)
            .map(|((member, wrapper), word)| self.field(&name, member, *wrapper, scope.get(word)))
            .collect();
        Struct {
            name,
            docs,
            validated: false,
            fields,
        }
    }

    fn field(
        &mut self,
        owner: &str,
        member: &'m Member,
        wrapper: Option<&'m Member>,
        name: String,
    ) -> Field {
        let type_ = self.rust_type(owner, member);
        let source = match self.default_source {
            Some(default) if *default == member.source => None,
            _ => Some(self.context.sources.name(&member.source).to_owned()),
        };
        Field {
            name,
            wire: member.name.clone(),
            wrapper: wrapper.map(|wrapper| wrapper.name.clone()),
            text: member.is_text_on_the_wire() && !matches!(member.type_, Type::Json),
            element: member.element.clone(),
            required: member.must_be_given() && wrapper.is_none_or(|wrapper| wrapper.required),
            refined: false,
            client_value: member.client_value,
            checks: checks_of(member, self.context.service),
            secret: is_secret(member),
            source,
            docs: self.docs(member, &type_),
            type_,
        }
    }

    /// The type of a member in Rust.
    fn rust_type(&mut self, owner: &str, member: &'m Member) -> RustType {
        match &member.type_ {
            Type::String if member.secret => RustType::Secret,
            Type::String => RustType::String,
            Type::Integer => RustType::I32,
            Type::Long => RustType::I64,
            Type::Boolean => RustType::Bool,
            Type::Number => RustType::F64,
            Type::Timestamp => RustType::Timestamp,
            Type::Json if member.is_text_on_the_wire() => RustType::JsonText,
            Type::Json => RustType::Json,
            Type::Enum(name) => RustType::Enum(self.context.types.get(name)),
            Type::Shape(name) if self.context.boxed.contains(name.as_str()) => {
                RustType::Boxed(Box::new(RustType::Shape(self.context.types.get(name))))
            }
            Type::Shape(name) => RustType::Shape(self.context.types.get(name)),
            Type::Object(fields) => {
                let name = format!("{owner}{}", identifier(Kind::Type, &member.name));
                let planned = self.plan(name.clone(), Docs::new(&member.doc), fields);
                self.nested.push(planned);
                RustType::Local(name)
            }
            Type::List(items) => RustType::List(Box::new(self.item_type(owner, member, items))),
        }
    }

    fn item_type(&mut self, owner: &str, list: &'m Member, items: &'m Member) -> RustType {
        match &items.type_ {
            // Items have no name of their own; a struct for them is named after the list.
            Type::Object(fields) => {
                let name = format!("{owner}{}", identifier(Kind::Type, &list.name));
                let planned = self.plan(name.clone(), Docs::new(&list.doc), fields);
                self.nested.push(planned);
                RustType::Local(name)
            }
            Type::Shape(name) => RustType::Shape(self.context.types.get(name)),
            _ => self.rust_type(owner, items),
        }
    }

    /// What rustdoc says of a field: meaning, wire name, limits, remarks, source.
    fn docs(&self, member: &Member, type_: &RustType) -> Docs {
        let mut docs = Docs::new(&member.doc);
        for fact in facts(member) {
            docs = docs.item(&fact);
        }
        if matches!(type_, RustType::Secret) {
            docs = docs.item("Secret: never printed.");
        }
        let differs = self
            .default_source
            .is_none_or(|default| *default != member.source);
        if differs {
            docs = docs.item(&format!("Source: {}", sources::describe(&member.source)));
        }
        docs
    }
}

/// Whether a value, or an item of a list, is secret.
fn is_secret(member: &Member) -> bool {
    match &member.type_ {
        Type::List(items) => member.secret || is_secret(items),
        _ => member.secret,
    }
}

/// What fields are named after: their own names, or for those of a flattened object, with that of the object where
/// another field has the same.
fn words(all: &[(&Member, Option<&Member>)]) -> Vec<String> {
    let identifiers = || {
        let members = all.iter();
        members.map(|(member, _)| identifier(Kind::Field, &member.name))
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for identifier in identifiers() {
        *counts.entry(identifier).or_default() += 1;
    }
    let shared = identifiers().map(|identifier| counts.get(&identifier).is_some_and(|n| *n > 1));
    all.iter()
        .zip(shared)
        .map(|((member, wrapper), shared)| match wrapper {
            Some(wrapper) if shared => format!("{} {}", wrapper.name, member.name),
            _ => member.name.clone(),
        })
        .collect()
}
