use super::{Fields, Member, Shapes, Type};

/// A wire path such as `direct_connect.name` or `Filter[].Key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WirePath<'a> {
    segments: Vec<Segment<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment<'a> {
    name: &'a str,
    /// Whether the path goes into the items of the list of that name.
    items: bool,
}

impl<'a> WirePath<'a> {
    /// Splits a path; `None` if a segment is empty.
    pub fn parse(text: &'a str) -> Option<Self> {
        let segments = text
            .split('.')
            .map(|segment| {
                let (name, items) = match segment.strip_suffix("[]") {
                    Some(name) => (name, true),
                    None => (segment, false),
                };
                (!name.is_empty()).then_some(Segment { name, items })
            })
            .collect::<Option<Vec<_>>>()?;
        Some(Self { segments })
    }

    /// The member that the path leads to, starting at `fields`.
    pub fn find<'m>(&self, shapes: &'m Shapes, fields: &'m Fields) -> Option<&'m Member> {
        let mut fields = Some(fields);
        let mut found = None;
        for segment in &self.segments {
            let member = fields?.get(segment.name)?;
            let (member, type_) = match (&member.type_, segment.items) {
                (Type::List(items), true) => (items.as_ref(), &items.type_),
                (_, true) => return None,
                (type_, false) => (member, type_),
            };
            found = Some(member);
            fields = type_.fields(shapes);
        }
        found
    }
}
