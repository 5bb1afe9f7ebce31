//! What the generated crates offer in Rust, and how two versions of that differ.
//!
//! The names and types are those that are planned, so a change that shows in Rust by itself is found too: an
//! operation that gets another method name because a new one has taken it, for example.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::{panic, thread};

use super::cursor::Element;
use super::severity::Direction;
use crate::model::Model;
use crate::plan::{Crate, Field, Kind, Operation, RustType, Struct, identifier, plan_some};
use crate::spec::{ClientValue, Pagination};

/// How what is offered for something has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Impact {
    /// A struct has another name or stands elsewhere; nothing else is different.
    Moved,
    /// There is more.
    Additive,
    /// Something is gone, or is something else.
    Breaking,
}

/// A thing of a crate.
pub(super) type Key = (String, Element);

/// Items, and for each what is left of it without names of structs.
type Items = BTreeMap<String, String>;

/// What is offered, by crate and thing.
#[derive(Debug, Default)]
struct Surface {
    items: HashMap<Key, Items>,
}

/// What was offered and what is.
#[derive(Debug)]
pub(super) struct Surfaces {
    old: Surface,
    new: Surface,
}

impl Surfaces {
    /// What both models offer. `crates` and `types` tell new names by old ones; of an operation that has not
    /// `changed` nothing but its names can be different.
    pub(super) fn of(
        old: &Model,
        new: &Model,
        crates: &HashMap<String, String>,
        types: &HashMap<String, String>,
        changed: &HashSet<&str>,
    ) -> Self {
        let none = HashMap::new();
        // Planning takes most of a comparison's time, and neither side needs the other.
        thread::scope(|scope| {
            let old = scope.spawn(|| Surface::of(old, crates, types, changed));
            let new = Surface::of(new, &none, &none, changed);
            match old.join() {
                Ok(old) => Self { old, new },
                Err(payload) => panic::resume_unwind(payload),
            }
        })
    }

    /// How the offer has changed, for everything for which it has.
    pub(super) fn impacts(&self) -> BTreeMap<Key, Impact> {
        let (old, new) = (&self.old.items, &self.new.items);
        let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        let keys = keys.into_iter();
        keys.filter_map(|key| Some((key.clone(), self.impact(key, key)?)))
            .collect()
    }

    /// What was offered for something and what is, in words.
    pub(super) fn items(&self, key: &Key) -> (Option<String>, Option<String>) {
        let words = |surface: &Surface| {
            let items = surface.items.get(key)?;
            Some(
                items
                    .keys()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        };
        (words(&self.old), words(&self.new))
    }

    /// How the offer for something has changed that may have another name now.
    pub(super) fn impact(&self, old: &Key, new: &Key) -> Option<Impact> {
        let (before, after) = match (self.old.items.get(old), self.new.items.get(new)) {
            (Some(before), Some(after)) if before == after => return None,
            (Some(before), Some(after)) => (before, after),
            (Some(_), None) => return Some(Impact::Breaking),
            (None, Some(_)) => return Some(Impact::Additive),
            (None, None) => return None,
        };
        if before.keys().all(|item| after.contains_key(item)) {
            return Some(Impact::Additive);
        }
        let shapes = |items: &Items| -> BTreeSet<String> {
            let shapes = items.values();
            shapes.filter(|shape| !shape.is_empty()).cloned().collect()
        };
        Some(if shapes(before) == shapes(after) {
            Impact::Moved
        } else {
            Impact::Breaking
        })
    }
}

impl Surface {
    fn of(
        model: &Model,
        crates: &HashMap<String, String>,
        types: &HashMap<String, String>,
        changed: &HashSet<&str>,
    ) -> Self {
        let mut surface = Self::default();
        for planned in &plan_some(model, &|name| changed.contains(name)) {
            let name = &planned.model.facts.crate_name;
            let mut offer = Offer {
                crate_name: crates.get(name).unwrap_or(name).clone(),
                types,
                surface: &mut surface,
            };
            offer.crate_itself(planned);
            offer.types(planned);
            offer.names(planned);
            for operation in &planned.operations {
                offer.operation(operation);
            }
        }
        surface
    }
}

/// Writes down what one crate offers.
struct Offer<'s> {
    crate_name: String,
    types: &'s HashMap<String, String>,
    surface: &'s mut Surface,
}

impl Offer<'_> {
    /// An item, and what is left of it without names of structs.
    fn add(&mut self, element: Element, item: String, shape: String) {
        let key = (self.crate_name.clone(), element);
        let items = self.surface.items.entry(key).or_default();
        items.insert(item, shape);
    }

    fn plain(&mut self, element: Element, item: String) {
        self.add(element, item.clone(), item);
    }

    fn crate_itself(&mut self, planned: &Crate<'_>) {
        let facts = &planned.model.facts;
        self.plain(Element::Crate, format!("crate {}", facts.crate_name));
        for group in &planned.groups {
            self.plain(Element::Crate, format!("feature {}", group.feature));
        }
        if planned.authentication().1 {
            self.plain(Element::Client, "Credentials::token".to_owned());
        }
        let values = facts.client_values.values();
        let mut values = values.chain(facts.client_headers.values());
        if values.any(|value| *value == ClientValue::ProjectId) {
            self.plain(Element::Client, "ClientBuilder::project_id".to_owned());
        }
        if let crate::spec::Protocol::Rpc(rpc) = &facts.protocol {
            for method in &rpc.other_methods {
                self.plain(Element::Client, format!("ClientBuilder {method:?}"));
            }
        }
        for waiter in &planned.waiters {
            let element = Element::Waiter(waiter.resource.to_owned(), waiter.name.to_owned());
            let further: Vec<_> = waiter
                .further
                .iter()
                .map(|(name, _)| name.as_str())
                .collect();
            let polls = planned.operations.get(waiter.operation);
            let input = polls.map_or("", |operation| operation.input.name.as_str());
            let item = format!(
                "fn {}(id, {}) -> Waiter<{input}>",
                waiter.method,
                further.join(", ")
            );
            self.plain(element, item);
        }
    }

    fn types(&mut self, planned: &Crate<'_>) {
        for ((name, enumeration), made) in planned.model.enums.iter().zip(&planned.enums) {
            self.plain(Element::Type(name.clone()), format!("types::{}", made.name));
            for (value, variant) in enumeration.values.iter().zip(&made.variants) {
                let element = Element::Part(name.clone(), value.wire.clone());
                self.plain(element, format!("variant {}", variant.name));
            }
        }
        for name in planned.model.shapes.keys() {
            let rust = identifier(Kind::Type, name);
            let Some(shape) = planned.shapes.iter().find(|shape| shape.name == rust) else {
                continue;
            };
            let element = Element::Type(name.clone());
            self.add(element, format!("types::{rust}"), String::new());
            let part = |path: &str| Element::Part(name.clone(), path.to_owned());
            self.fields(shape, &planned.shapes, &part, "", "");
        }
    }

    fn names(&mut self, planned: &Crate<'_>) {
        let names = &planned.names;
        for operation in &planned.model.operations {
            let name = &operation.name;
            let item = format!(
                "feature {}: mod {}, fn {}, type {}",
                operation.group,
                names.module(name),
                names.method(name),
                names.request(name)
            );
            self.plain(Element::Operation(name.clone()), item);
        }
    }

    fn operation(&mut self, operation: &Operation<'_>) {
        let name = &operation.model.name;
        let member =
            |direction| move |path: &str| Element::Member(name.clone(), direction, path.to_owned());
        let request = member(Direction::Request);
        self.fields(
            &operation.input,
            &operation.input_parts,
            &request,
            "",
            "setter and ",
        );
        let response = member(Direction::Response);
        self.fields(
            &operation.output,
            &operation.output_parts,
            &response,
            "",
            "",
        );
        for variant in operation.error_code.iter().flat_map(|code| &code.variants) {
            let element = Element::Error(name.clone(), variant.wire.clone());
            self.plain(element, format!("error code {}", variant.name));
        }
        if let Some(pagination) = &operation.model.pagination {
            let items = match pagination {
                Pagination::PageNumber { items, .. }
                | Pagination::Marker { items, .. }
                | Pagination::NextToken { items, .. } => items,
            };
            let mut fields = operation.output.fields.iter();
            let item = fields
                .find(|field| field.path() == *items)
                .map(|field| self.spelled(&field.type_, true))
                .unwrap_or_default();
            self.plain(Element::Pages(name.clone()), format!("pages of {item}"));
        }
    }

    /// The fields of a struct, and of the structs without a name in the specs below it.
    fn fields(
        &mut self,
        owner: &Struct,
        parts: &[Struct],
        element: &dyn Fn(&str) -> Element,
        prefix: &str,
        access: &str,
    ) {
        for field in &owner.fields {
            let path = match prefix {
                "" => field.path(),
                prefix => format!("{prefix}.{}", field.path()),
            };
            self.field(field, element(&plain_path(&path)), access);
            if let Some((local, path)) = local(&field.type_, path) {
                let part = parts.iter().find(|part| part.name == local);
                if let Some(part) = part.filter(|part| part.name != owner.name) {
                    // The name of such a struct is ours alone.
                    let element_of_field = element(&plain_path(&path));
                    self.add(element_of_field, format!("struct {local}"), String::new());
                    self.fields(part, parts, element, &path, "");
                }
            }
        }
    }

    fn field(&mut self, field: &Field, element: Element, access: &str) {
        let of = |type_: String| format!("{access}field {}: {type_}", field.name);
        let (full, erased) = (
            of(self.spelled(&field.type_, false)),
            of(self.spelled(&field.type_, true)),
        );
        self.add(element, full, erased);
    }

    /// A type in Rust; `erased`, without the names of structs.
    fn spelled(&self, type_: &RustType, erased: bool) -> String {
        match type_ {
            RustType::Shape(_) | RustType::Local(_) if erased => "struct".to_owned(),
            RustType::Shape(name) | RustType::Enum(name) => {
                self.types.get(name).unwrap_or(name).clone()
            }
            RustType::Local(name) => name.clone(),
            RustType::List(item) => format!("Vec<{}>", self.spelled(item, erased)),
            RustType::Boxed(inner) => self.spelled(inner, erased),
            RustType::String
            | RustType::Secret
            | RustType::Timestamp
            | RustType::I32
            | RustType::I64
            | RustType::F64
            | RustType::Bool
            | RustType::Json
            | RustType::JsonText => type_.to_string(),
        }
    }
}

/// The struct without a name in the specs that a type is made of, and the wire path of its members.
fn local(type_: &RustType, path: String) -> Option<(&str, String)> {
    match type_ {
        RustType::Local(name) => Some((name, path)),
        RustType::List(item) => local(item, format!("{path}[]")),
        RustType::Boxed(inner) => local(inner, path),
        _ => None,
    }
}

/// The wire path of the member that a path to items belongs to.
pub(super) fn plain_path(path: &str) -> String {
    let mut path = path;
    while let Some(shorter) = path.strip_suffix("[]") {
        path = shorter;
    }
    path.to_owned()
}
