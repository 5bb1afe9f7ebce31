use super::parts::{Parts, overlay};
use super::{Resolver, Site, join};
use crate::diagnostic::{Code, Diagnostic, did_you_mean, did_you_mean_or};
use crate::model::{Constraints, DocumentedType, Member, Shared, Source, Type};
use crate::spec::{self, TakenType};

/// What a member is a member of; decides which keys make sense on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A top-level parameter of a request.
    Parameter,
    /// A parameter of `types.yaml`.
    SharedParameter,
    /// A member of an object, or a response field.
    Field,
    /// The items of a list.
    Item,
}

const BUILT_IN: [&str; 7] = [
    "string", "integer", "long", "boolean", "number", "list", "object",
];

impl<'a> Resolver<'a> {
    /// Resolves one member; `None` if its type cannot be known.
    pub(super) fn member(
        &mut self,
        name: &str,
        own: &'a spec::Member,
        site: &Site<'a>,
        role: Role,
        source: &Source,
    ) -> Option<Member> {
        let shared = match &own.uses {
            Some(used) => Some(self.shared(used, site)?),
            None => None,
        };
        let parts = Parts {
            local: site.clone(),
            shared,
            own,
        };
        let spec = match &parts.shared {
            Some((_, shared)) => &overlay(own, shared),
            None => own,
        };
        let source = match &spec.source {
            Some(given) => self
                .source(given, &parts.at("source"))
                .unwrap_or_else(|| source.clone()),
            None => source.clone(),
        };
        let (documented, type_) = self.type_of(name, &parts, spec, &source)?;
        let member = Member {
            name: name.to_owned(),
            type_,
            documented,
            location: spec.location,
            also_in: spec.also_in,
            flatten: spec.flatten,
            required: spec.required.unwrap_or(false),
            doc: spec.doc.as_deref().unwrap_or_default().trim().to_owned(),
            example: spec.example.clone(),
            unit: spec.unit.clone(),
            default: spec.default.clone(),
            client_default: spec.client_default.clone(),
            secret: spec.secret.unwrap_or(false),
            idempotency_token: spec.idempotency_token,
            unsupported: spec.unsupported,
            client_value: self.product.service.value.client_values.get(name).copied(),
            constraints: Constraints {
                range: spec.range,
                except: spec.except.clone(),
                length: spec.length,
                length_unit: spec.length_unit.unwrap_or_default(),
                characters: spec.characters.clone(),
                format: spec.format,
                values: spec.values.clone(),
                item_count: spec.item_count,
            },
            element: spec.element.clone(),
            source,
            place: site.value(),
            shared: parts
                .shared
                .as_ref()
                .zip(own.uses.as_ref())
                .map(|((site, _), name)| Shared {
                    name: name.clone(),
                    place: site.value(),
                }),
        };
        self.check_role(&member, &parts, role);
        self.check_constraints(&member, &parts);
        self.check_secret(&member, spec.secret, &parts);
        Some(member)
    }

    /// A shared parameter and where it stands.
    fn shared(&mut self, name: &str, site: &Site<'a>) -> Option<(Site<'a>, &'a spec::Member)> {
        let types = &self.product.types;
        let Some(shared) = types.value.parameters.get(name) else {
            self.error(
                Code::UnknownReference,
                &site.child("use"),
                format!("there is no shared parameter `{name}`"),
                did_you_mean_or(
                    name,
                    types.value.parameters.keys().map(String::as_str),
                    "shared parameters stand under `parameters` of types.yaml",
                ),
            );
            return None;
        };
        if shared.uses.is_some() {
            self.error(
                Code::UnknownReference,
                &Site::new(types).descend(["parameters", name, "use"]),
                "a shared parameter cannot use another one",
                "write its keys out",
            );
            return None;
        }
        Some((Site::new(types).descend(["parameters", name]), shared))
    }

    /// The documented type and the one that we take.
    fn type_of(
        &mut self,
        name: &str,
        parts: &Parts<'a>,
        spec: &spec::Member,
        source: &Source,
    ) -> Option<(DocumentedType, Type)> {
        let Some(spec::TypeName(type_name)) = &spec.type_ else {
            self.error(
                Code::MissingKey,
                parts.whole(),
                format!("`{name}` has no `type`"),
                "give it a `type`, or take a shared parameter with `use`",
            );
            return None;
        };
        let (documented, type_) = match type_name.as_str() {
            "string" => (DocumentedType::String, Type::String),
            "integer" => (DocumentedType::Integer, Type::Integer),
            "long" => (DocumentedType::Long, Type::Long),
            "boolean" => (DocumentedType::Boolean, Type::Boolean),
            "number" => (DocumentedType::Number, Type::Number),
            "list" => (DocumentedType::List, self.list_of(name, parts, source)?),
            "object" if spec.as_ == Some(TakenType::Json) => (DocumentedType::Object, Type::Json),
            "object" => (DocumentedType::Object, self.object_of(name, parts, source)?),
            _ => self.named(type_name, parts)?,
        };
        self.check_parts_of_type(name, parts, type_name);
        let taken = match spec.as_ {
            None => type_,
            Some(taken) => self.taken(taken, documented, type_, parts),
        };
        Some((documented, taken))
    }

    fn list_of(&mut self, name: &str, parts: &Parts<'a>, source: &Source) -> Option<Type> {
        let (site, member) = parts.giving("items");
        let Some(items) = &member.items else {
            self.error(
                Code::MissingKey,
                parts.whole(),
                format!("the list `{name}` has no `items`"),
                "say what it holds: `items: { type: string }`",
            );
            return None;
        };
        let items = self.member("", items, &site, Role::Item, source)?;
        Some(Type::List(Box::new(items)))
    }

    fn object_of(&mut self, name: &str, parts: &Parts<'a>, source: &Source) -> Option<Type> {
        let (site, member) = parts.giving("fields");
        let Some(fields) = &member.fields else {
            self.error(
                Code::MissingKey,
                parts.whole(),
                format!("the object `{name}` has no `fields`"),
                "list its members under `fields`, name a shape as its `type`, or say `as: json`",
            );
            return None;
        };
        Some(Type::Object(self.fields(
            fields,
            &site,
            Role::Field,
            source,
        )))
    }

    /// An enum or a shape of `types.yaml`.
    fn named(&mut self, name: &str, parts: &Parts<'a>) -> Option<(DocumentedType, Type)> {
        let types = &self.product.types.value;
        if let Some(enumeration) = types.enums.get(name) {
            let documented = match enumeration.base {
                spec::EnumerationBase::String => DocumentedType::String,
                spec::EnumerationBase::Integer => DocumentedType::Integer,
            };
            return Some((documented, Type::Enum(name.to_owned())));
        }
        if types.shapes.contains_key(name) {
            return Some((DocumentedType::Object, Type::Shape(name.to_owned())));
        }
        let candidates = BUILT_IN
            .into_iter()
            .chain(types.enums.keys().map(String::as_str))
            .chain(types.shapes.keys().map(String::as_str));
        let site = parts.at("type");
        let diagnostic = Diagnostic::error(
            Code::UnknownReference,
            site.value(),
            format!("there is no type `{name}`"),
        );
        self.diagnostics.push(match did_you_mean(name, candidates) {
            Some(known) => diagnostic
                .help(format!("did you mean `{known}`?"))
                .replace(known),
            None => diagnostic.help(format!(
                "a type is one of {}, or an enum or shape of types.yaml",
                join(BUILT_IN)
            )),
        });
        None
    }

    /// The type that `as` asks for.
    fn taken(
        &mut self,
        taken: TakenType,
        documented: DocumentedType,
        type_: Type,
        parts: &Parts<'a>,
    ) -> Type {
        let scalar = matches!(
            type_,
            Type::String | Type::Integer | Type::Long | Type::Boolean | Type::Number
        );
        match (taken, documented) {
            (TakenType::String, _) if scalar => Type::String,
            (TakenType::Integer, _) if scalar => Type::Integer,
            (TakenType::Long, _) if scalar => Type::Long,
            (TakenType::Boolean, _) if scalar => Type::Boolean,
            (TakenType::Timestamp, DocumentedType::String) if scalar => Type::Timestamp,
            (TakenType::Json, DocumentedType::String) if scalar => Type::Json,
            (TakenType::Json, DocumentedType::Object) => Type::Json,
            _ => {
                self.error(
                    Code::MisplacedKey,
                    &parts.at("as"),
                    format!("`as` cannot turn {} into this", documented.as_str()),
                    "`timestamp` and `json` need a documented string, `json` also an object, the others a scalar",
                );
                type_
            }
        }
    }
}
