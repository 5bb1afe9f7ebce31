use super::operation::Names;
use super::recursion::boxed_shapes;
use super::structs::Context;
use super::{
    Docs, DocumentedError, Enum, Kind, Manifest, Operation, Scope, Sources, Struct, Waiter,
    validation, waiters,
};
use crate::model;
use crate::spec::{Authentication, Protocol};

/// A generated crate.
#[derive(Debug)]
pub struct Crate<'m> {
    /// What it is made from.
    pub model: &'m model::Service,
    /// What `Cargo.toml` says.
    pub manifest: Manifest,
    /// Resource groups, each a feature.
    pub groups: Vec<Group>,
    /// Shared enums.
    pub enums: Vec<Enum>,
    /// Shared shapes, each followed by the structs of its objects without a name.
    pub shapes: Vec<Struct>,
    /// What all operations of the model are called, planned or not.
    pub names: Names,
    /// Operations, in the order of the model.
    pub operations: Vec<Operation<'m>>,
    /// What can be waited for.
    pub waiters: Vec<Waiter<'m>>,
    /// Errors that any operation may answer with.
    pub errors: Vec<DocumentedError>,
    /// Sources that the crate refers to.
    pub sources: Sources,
    /// Name of the example that calls an operation by its name.
    pub call_example: String,
}

/// A resource group.
#[derive(Debug)]
pub struct Group {
    /// Its feature.
    pub feature: String,
    /// What it holds.
    pub docs: Docs,
}

impl<'m> Crate<'m> {
    /// Plans a crate, of the operations only those that are wanted.
    pub(super) fn new(service: &'m model::Service, wanted: &dyn Fn(&str) -> bool) -> Self {
        let context = Context {
            service,
            types: Scope::new(
                Kind::Type,
                service
                    .enums
                    .keys()
                    .chain(service.shapes.keys())
                    .map(String::as_str),
            ),
            boxed: boxed_shapes(service),
            sources: Sources::of(service),
        };
        let mut shapes = shapes(&context);
        let names = Names::of(service);
        let mut operations = operations(&context, &names, wanted);
        validation::mark(&mut shapes, &mut operations);
        for operation in &mut operations {
            operation.plan_rules(service, &shapes, &context.sources);
        }
        Self {
            model: service,
            manifest: Manifest::new(service),
            groups: service
                .facts
                .groups
                .iter()
                .map(|(name, doc)| Group {
                    feature: name.clone(),
                    docs: Docs::new(doc),
                })
                .collect(),
            enums: service
                .enums
                .iter()
                .map(|(name, enumeration)| Enum::new(context.types.get(name), enumeration))
                .collect(),
            shapes,
            waiters: waiters::waiters(service, &operations),
            names,
            operations,
            errors: service.errors.iter().map(DocumentedError::from).collect(),
            call_example: format!("{}-call", service.facts.provider),
            sources: context.sources,
        }
    }

    /// Whether a shared shape has a validator.
    pub fn validates(&self, name: &str) -> bool {
        self.shapes
            .iter()
            .any(|shape| shape.name == name && shape.validated)
    }

    /// Whether answers can be asked for in XML.
    pub fn offers_xml(&self) -> bool {
        matches!(self.model.facts.protocol, Protocol::Rpc(_))
    }

    /// The way to sign, and whether a token may stand in for it.
    pub fn authentication(&self) -> (Option<&Authentication>, bool) {
        let ways = &self.model.facts.authentication;
        let token = ways
            .iter()
            .any(|way| matches!(way, Authentication::Token { .. }));
        let signature = ways
            .iter()
            .find(|way| !matches!(way, Authentication::Token { .. }));
        (signature, token)
    }
}

fn shapes(context: &Context<'_>) -> Vec<Struct> {
    let mut structs = context.structs(None);
    let mut all = Vec::new();
    for (name, shape) in &context.service.shapes {
        all.push(structs.plan(
            context.types.get(name),
            Docs::new(&shape.doc),
            &shape.fields,
        ));
        all.append(&mut structs.nested);
    }
    all
}

fn operations<'m>(
    context: &Context<'m>,
    names: &Names,
    wanted: &dyn Fn(&str) -> bool,
) -> Vec<Operation<'m>> {
    let all = context.service.operations.iter();
    all.filter(|operation| wanted(&operation.name))
        .map(|operation| Operation::new(operation, names, operation.group.clone(), context))
        .collect()
}
