use super::{Member, Type};

impl Member {
    /// How many limits the sources state for a value of this member, its items included. Members of an
    /// object are members of their own and count there.
    pub fn constraint_count(&self) -> usize {
        // A flattened object is written whenever one of its members is, so nothing can break its being required.
        let required = usize::from(self.must_be_given() && !self.flatten);
        required + self.value_constraint_count()
    }

    fn value_constraint_count(&self) -> usize {
        let limits = &self.constraints;
        let is_enum = matches!(self.type_, Type::Enum(_));
        let items = match &self.type_ {
            Type::List(items) => items.value_constraint_count(),
            _ => 0,
        };
        [
            limits.range.is_some(),
            !limits.except.is_empty(),
            limits.length.is_some(),
            limits.characters.is_some(),
            limits.format.is_some(),
            limits.item_count.is_some(),
            is_enum || !limits.values.is_empty(),
        ]
        .into_iter()
        .filter(|stated| *stated)
        .count()
            + items
    }
}
