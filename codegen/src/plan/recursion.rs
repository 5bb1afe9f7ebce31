use std::collections::HashSet;

use crate::model::{Service, Shapes, Type};

/// Shapes that hold themselves without a list in between, and so need a box.
pub(super) fn boxed_shapes(service: &Service) -> HashSet<&str> {
    service
        .shapes
        .keys()
        .map(String::as_str)
        .filter(|name| reaches(name, name, &service.shapes, &mut HashSet::new()))
        .collect()
}

fn reaches<'m>(from: &str, target: &str, shapes: &'m Shapes, seen: &mut HashSet<&'m str>) -> bool {
    let Some(shape) = shapes.get(from) else {
        return false;
    };
    shape
        .fields
        .values()
        .any(|field| holds(&field.type_, target, shapes, seen))
}

fn holds<'m>(
    type_: &'m Type,
    target: &str,
    shapes: &'m Shapes,
    seen: &mut HashSet<&'m str>,
) -> bool {
    match type_ {
        Type::Shape(name) if name == target => true,
        Type::Shape(name) => seen.insert(name) && reaches(name, target, shapes, seen),
        Type::Object(fields) => fields
            .values()
            .any(|field| holds(&field.type_, target, shapes, seen)),
        _ => false,
    }
}
