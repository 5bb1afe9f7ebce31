//! Sets of allowed values that a member states itself.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::Cursor;
use crate::model::Member;
use crate::spec::Scalar;

impl Comparer<'_, '_> {
    pub(super) fn values(
        &mut self,
        cursor: &Cursor,
        (old, new): (&Member, &Member),
        before: &[Scalar],
        after: &[Scalar],
    ) {
        let (before, after) = (sorted(before), sorted(after));
        if before == after {
            return;
        }
        let cursor = self.changes.of_member(cursor, old, new, &["values"]);
        let rule = match (before.as_slice(), after.as_slice()) {
            ([], [_]) => Rule::ConstantSet,
            ([_], []) => Rule::ConstantUnset,
            ([_], [_]) => Rule::ConstantChanged,
            ([], _) => Rule::AllowedValuesSet,
            (_, []) => Rule::AllowedValuesUnset,
            _ => {
                self.sets(
                    (Rule::AllowedValueAdded, Rule::AllowedValueRemoved),
                    &cursor,
                    &[],
                    &before,
                    &after,
                );
                return;
            }
        };
        let text = |values: &[String]| (!values.is_empty()).then(|| values.join(", "));
        self.changes
            .push(rule, &cursor, &[], text(&before), text(&after));
    }
}

fn sorted(values: &[Scalar]) -> Vec<String> {
    let mut values: Vec<_> = values.iter().map(ToString::to_string).collect();
    values.sort();
    values.dedup();
    values
}
