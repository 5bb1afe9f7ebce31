//! What one generated crate offers in Rust: names and types as they are planned.

use std::collections::{BTreeMap, HashMap};

use super::cursor::Element;
use super::severity::Direction;
use crate::plan::{Crate, Field, Kind, Operation, RustType, Struct, identifier};
use crate::spec::{ClientValue, Protocol};

/// A thing of a crate.
pub(super) type Key = (String, Element);

/// Items, and for each what is left of it without names of structs.
pub(super) type Items = BTreeMap<String, String>;

/// What is offered, by crate and thing.
pub(super) type Offer = HashMap<Key, Items>;

/// What a crate offers. `types` tells new names by old ones.
pub(super) fn of_crate(
    planned: &Crate<'_>,
    crate_name: &str,
    types: &HashMap<String, String>,
) -> Offer {
    let mut writer = Writer {
        crate_name,
        types,
        offer: Offer::new(),
    };
    writer.crate_itself(planned);
    writer.types(planned);
    writer.names(planned);
    for operation in &planned.operations {
        writer.operation(operation);
    }
    writer.offer
}

/// Writes down what one crate offers.
struct Writer<'s> {
    crate_name: &'s str,
    types: &'s HashMap<String, String>,
    offer: Offer,
}

impl Writer<'_> {
    /// An item, and what is left of it without names of structs.
    fn add(&mut self, element: Element, item: String, shape: String) {
        let key = (self.crate_name.to_owned(), element);
        let items = self.offer.entry(key).or_default();
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
        if let Protocol::Rpc(rpc) = &facts.protocol {
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
            let items = pagination.items();
            let mut fields = operation.output.fields.iter();
            let item = fields
                .find(|field| field.path() == items)
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
            self.field(field, element(&member_path(&path)), access);
            if let Some((local, path)) = local(&field.type_, path) {
                let part = parts.iter().find(|part| part.name == local);
                if let Some(part) = part.filter(|part| part.name != owner.name) {
                    // The name of such a struct is ours alone.
                    let element_of_field = element(&member_path(&path));
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
pub(super) fn member_path(path: &str) -> String {
    let mut path = path;
    while let Some(shorter) = path.strip_suffix("[]") {
        path = shorter;
    }
    path.to_owned()
}
