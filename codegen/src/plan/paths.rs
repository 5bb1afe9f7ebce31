use std::collections::HashMap;

use super::{Crate, Field, Operation, RustType, Struct};

/// Types in Rust by wire path.
#[derive(Debug, Default)]
pub struct PathTypes {
    /// Of parameters.
    pub request: HashMap<String, RustType>,
    /// Of response fields.
    pub response: HashMap<String, RustType>,
}

impl PathTypes {
    /// The types of an operation.
    pub fn of(planned: &Crate<'_>, operation: &Operation<'_>) -> Self {
        Self {
            request: types(planned, &operation.input, &operation.input_parts),
            response: types(planned, &operation.output, &operation.output_parts),
        }
    }
}

fn types(planned: &Crate<'_>, root: &Struct, parts: &[Struct]) -> HashMap<String, RustType> {
    let mut found = HashMap::new();
    visit_fields(planned, root, parts, &mut |path, field| {
        found.insert(path.to_owned(), field.type_.clone());
        if let Some(wrapper) = &field.wrapper {
            // The members of a flattened object are fields of the input itself.
            found.insert(wrapper.clone(), RustType::Local(root.name.clone()));
        }
    });
    found
}

/// Visits every field that a struct can hold, with its wire path; a recursive shape stops at its
/// second visit.
pub(super) fn visit_fields(
    planned: &Crate<'_>,
    root: &Struct,
    parts: &[Struct],
    found: &mut dyn FnMut(&str, &Field),
) {
    let mut walk = Walk {
        shapes: &planned.shapes,
        parts,
        open: Vec::new(),
    };
    walk.fields(root, "", found);
}

struct Walk<'p> {
    shapes: &'p [Struct],
    parts: &'p [Struct],
    /// Structs that the walk is inside of.
    open: Vec<&'p str>,
}

impl<'p> Walk<'p> {
    fn fields(&mut self, planned: &'p Struct, prefix: &str, found: &mut dyn FnMut(&str, &Field)) {
        for field in &planned.fields {
            let name = field.path();
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}.{name}")
            };
            found(&path, field);
            self.inside(&field.type_, path, found);
        }
    }

    fn inside(&mut self, type_: &'p RustType, path: String, found: &mut dyn FnMut(&str, &Field)) {
        match type_ {
            RustType::List(inner) => self.inside(inner, format!("{path}[]"), found),
            RustType::Boxed(inner) => self.inside(inner, path, found),
            RustType::Shape(name) | RustType::Local(name)
                if !self.open.contains(&name.as_str()) =>
            {
                let all = self.shapes.iter().chain(self.parts);
                if let Some(inner) = all.into_iter().find(|part| part.name == *name) {
                    self.open.push(name);
                    self.fields(inner, &path, found);
                    self.open.pop();
                }
            }
            _ => {}
        }
    }
}
