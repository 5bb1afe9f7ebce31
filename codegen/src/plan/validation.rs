//! Which structs need a validator: those that a request can hold and that check something,
//! themselves or in a struct inside.

use std::collections::HashSet;

use super::{Check, Operation, RustType, Struct};

/// Marks the structs of a crate that need a validator.
pub(super) fn mark(shapes: &mut [Struct], operations: &mut [Operation<'_>]) {
    let checked = checked(shapes, &HashSet::new());
    let reached = reached(shapes, operations);
    for shape in shapes.iter_mut() {
        shape.validated = checked.contains(&shape.name) && reached.contains(&shape.name);
    }
    for operation in operations {
        let parts = self::checked(&operation.input_parts, &checked);
        for part in &mut operation.input_parts {
            part.validated = parts.contains(&part.name);
        }
        operation.input.validated = true;
    }
}

/// Names of the structs that check something; `known` are structs outside the list that do.
fn checked(structs: &[Struct], known: &HashSet<String>) -> HashSet<String> {
    let mut found: HashSet<String> = known.clone();
    loop {
        let more: Vec<String> = structs
            .iter()
            .filter(|planned| !found.contains(&planned.name) && checks(planned, &found))
            .map(|planned| planned.name.clone())
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

fn checks(planned: &Struct, found: &HashSet<String>) -> bool {
    planned.fields.iter().any(|field| {
        let inner = field
            .type_
            .struct_name()
            .is_some_and(|name| found.contains(name));
        field.required || inner || field.checks.iter().any(Check::is_about_the_value)
    })
}

/// Names of the shapes that requests can hold.
fn reached(shapes: &[Struct], operations: &[Operation<'_>]) -> HashSet<String> {
    let mut waiting: Vec<&RustType> = operations
        .iter()
        .flat_map(|operation| operation.input_parts.iter().chain([&operation.input]))
        .flat_map(|planned| planned.fields.iter().map(|field| &field.type_))
        .collect();
    let mut found = HashSet::new();
    while let Some(type_) = waiting.pop() {
        let shape = type_
            .struct_name()
            .and_then(|name| shapes.iter().find(|shape| shape.name == name));
        if let Some(shape) = shape
            && found.insert(shape.name.clone())
        {
            waiting.extend(shape.fields.iter().map(|field| &field.type_));
        }
    }
    found
}

impl RustType {
    /// Name of the struct that a type is, or is a list or box of.
    pub fn struct_name(&self) -> Option<&str> {
        match self {
            Self::Shape(name) | Self::Local(name) => Some(name),
            Self::List(inner) | Self::Boxed(inner) => inner.struct_name(),
            _ => None,
        }
    }
}

impl Check {
    /// Whether it looks at a value itself, not only at the members of one.
    fn is_about_the_value(&self) -> bool {
        match self {
            Self::Members => false,
            Self::Items(inner) => inner.iter().any(Self::is_about_the_value),
            _ => true,
        }
    }
}
