use super::{Fields, Member, Shapes, Type};

/// A member and where it stands.
#[derive(Clone, Debug)]
pub struct Place<'m> {
    /// Wire path: `Filter[].Key`.
    pub path: String,
    /// The member; for what stands in a list of lists, the innermost list.
    pub member: &'m Member,
    /// Depth, from 0.
    pub depth: usize,
}

/// Every member below some fields, in order. A list or object comes before its members, scalar
/// items of a list have no place of their own, and a recursive shape stops at its second visit.
pub fn walk<'m>(fields: &'m Fields, shapes: &'m Shapes) -> Vec<Place<'m>> {
    let mut walk = Walk {
        shapes,
        open: Vec::new(),
        places: Vec::new(),
    };
    walk.fields(fields, "", 0);
    walk.places
}

struct Walk<'m> {
    shapes: &'m Shapes,
    /// Shapes that the walk is inside of.
    open: Vec<&'m str>,
    places: Vec<Place<'m>>,
}

impl<'m> Walk<'m> {
    fn fields(&mut self, fields: &'m Fields, prefix: &str, depth: usize) {
        for (name, member) in fields {
            let path = if prefix.is_empty() {
                name.clone()
            } else {
                format!("{prefix}.{name}")
            };
            self.places.push(Place {
                path: path.clone(),
                member,
                depth,
            });
            self.inside(&member.type_, &path, depth);
        }
    }

    fn inside(&mut self, type_: &'m Type, path: &str, depth: usize) {
        match type_ {
            Type::List(items) => self.inside(&items.type_, &format!("{path}[]"), depth),
            Type::Object(fields) => self.fields(fields, path, depth + 1),
            Type::Shape(name) if !self.open.contains(&name.as_str()) => {
                let Some(shape) = self.shapes.get(name) else {
                    return;
                };
                self.open.push(name);
                self.fields(&shape.fields, path, depth + 1);
                self.open.pop();
            }
            _ => {}
        }
    }
}
