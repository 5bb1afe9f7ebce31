use std::collections::HashMap;

use super::{Crate, Operation, RustType, Struct};

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
        let mut types = Self::default();
        let mut walk = Walk {
            shapes: &planned.shapes,
            parts: &operation.input_parts,
            open: Vec::new(),
            found: &mut types.request,
        };
        walk.fields(&operation.input, "");
        let mut walk = Walk {
            shapes: &planned.shapes,
            parts: &operation.output_parts,
            open: Vec::new(),
            found: &mut types.response,
        };
        walk.fields(&operation.output, "");
        types
    }
}

struct Walk<'p> {
    shapes: &'p [Struct],
    parts: &'p [Struct],
    open: Vec<&'p str>,
    found: &'p mut HashMap<String, RustType>,
}

impl<'p> Walk<'p> {
    fn fields(&mut self, planned: &'p Struct, prefix: &str) {
        for field in &planned.fields {
            let name = field.path();
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}.{name}")
            };
            self.found.insert(path.clone(), field.type_.clone());
            if let Some(wrapper) = &field.wrapper {
                // The members of a flattened object are fields of the input itself.
                self.found
                    .insert(wrapper.clone(), RustType::Local(planned.name.clone()));
            }
            self.inside(&field.type_, path);
        }
    }

    fn inside(&mut self, type_: &'p RustType, path: String) {
        match type_ {
            RustType::List(inner) => self.inside(inner, format!("{path}[]")),
            RustType::Boxed(inner) => self.inside(inner, path),
            RustType::Shape(name) | RustType::Local(name)
                if !self.open.contains(&name.as_str()) =>
            {
                let all = self.shapes.iter().chain(self.parts);
                if let Some(inner) = all.into_iter().find(|part| part.name == *name) {
                    self.open.push(name);
                    self.fields(inner, &path);
                    self.open.pop();
                }
            }
            _ => {}
        }
    }
}
