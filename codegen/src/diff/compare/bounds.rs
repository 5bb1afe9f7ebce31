//! Ranges, lengths and numbers of items.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::Cursor;
use crate::model::{Constraints, Member};
use crate::spec::{LengthUnit, Range};

/// The kinds of change of one end.
struct End {
    set: Rule,
    unset: Rule,
    lower: Rule,
    raise: Rule,
}

/// A range in the specs and the kinds of change of its ends.
struct Bounds {
    key: &'static str,
    minimum: End,
    maximum: End,
}

const RANGE: Bounds = Bounds {
    key: "range",
    minimum: End {
        set: Rule::MinimumSet,
        unset: Rule::MinimumUnset,
        lower: Rule::MinimumLowered,
        raise: Rule::MinimumRaised,
    },
    maximum: End {
        set: Rule::MaximumSet,
        unset: Rule::MaximumUnset,
        lower: Rule::MaximumLowered,
        raise: Rule::MaximumRaised,
    },
};
const LENGTH: Bounds = Bounds {
    key: "length",
    minimum: End {
        set: Rule::MinimumLengthSet,
        unset: Rule::MinimumLengthUnset,
        lower: Rule::MinimumLengthLowered,
        raise: Rule::MinimumLengthRaised,
    },
    maximum: End {
        set: Rule::MaximumLengthSet,
        unset: Rule::MaximumLengthUnset,
        lower: Rule::MaximumLengthLowered,
        raise: Rule::MaximumLengthRaised,
    },
};
const ITEMS: Bounds = Bounds {
    key: "item_count",
    minimum: End {
        set: Rule::MinimumItemsSet,
        unset: Rule::MinimumItemsUnset,
        lower: Rule::MinimumItemsLowered,
        raise: Rule::MinimumItemsRaised,
    },
    maximum: End {
        set: Rule::MaximumItemsSet,
        unset: Rule::MaximumItemsUnset,
        lower: Rule::MaximumItemsLowered,
        raise: Rule::MaximumItemsRaised,
    },
};

impl Comparer<'_, '_> {
    /// Compares what the values of a member must satisfy.
    pub(super) fn constraints(
        &mut self,
        cursor: &Cursor,
        (old, before): (&Member, &Constraints),
        (new, after): (&Member, &Constraints),
    ) {
        let Constraints {
            range,
            except,
            length,
            length_unit,
            characters,
            format,
            values,
            item_count,
        } = before;
        let both = (old, new);
        self.bounds(&RANGE, cursor, both, *range, after.range);
        self.bounds(&ITEMS, cursor, both, *item_count, after.item_count);
        self.length(cursor, both, (*length, *length_unit), after);
        if *except != after.except {
            let cursor = self.changes.of_member(cursor, old, new, &["except"]);
            self.sets(
                (Rule::ExceptionAdded, Rule::ExceptionRemoved),
                &cursor,
                &[],
                except,
                &after.except,
            );
        }
        self.characters(cursor, both, characters.as_ref(), after.characters.as_ref());
        self.format(cursor, both, *format, after.format);
        self.values(cursor, both, values, &after.values);
    }

    fn bounds(
        &mut self,
        bounds: &Bounds,
        cursor: &Cursor,
        (old, new): (&Member, &Member),
        before: Option<Range>,
        after: Option<Range>,
    ) {
        if before == after {
            return;
        }
        let cursor = self.changes.of_member(cursor, old, new, &[bounds.key]);
        let Range(low, high) = before.unwrap_or(Range(None, None));
        let Range(new_low, new_high) = after.unwrap_or(Range(None, None));
        self.end(&bounds.minimum, &cursor, low, new_low);
        self.end(&bounds.maximum, &cursor, high, new_high);
    }

    /// Compares the most characters of something that is no member.
    pub(super) fn longest(&mut self, cursor: &Cursor, before: Option<i64>, after: Option<i64>) {
        self.end(&LENGTH.maximum, cursor, before, after);
    }

    fn end(&mut self, end: &End, cursor: &Cursor, before: Option<i64>, after: Option<i64>) {
        let rule = match (before, after) {
            (None, None) => return,
            (None, Some(_)) => end.set,
            (Some(_), None) => end.unset,
            (Some(before), Some(after)) if before == after => return,
            (Some(before), Some(after)) if after < before => end.lower,
            (Some(_), Some(_)) => end.raise,
        };
        let text = |end: Option<i64>| end.map(|end| end.to_string());
        self.changes
            .push(rule, cursor, &[], text(before), text(after));
    }

    /// A length that counts something else has no ends that could be compared.
    fn length(
        &mut self,
        cursor: &Cursor,
        both: (&Member, &Member),
        (before, unit): (Option<Range>, LengthUnit),
        after: &Constraints,
    ) {
        if unit == after.length_unit || before.is_none() || after.length.is_none() {
            self.bounds(&LENGTH, cursor, both, before, after.length);
            return;
        }
        let cursor = self
            .changes
            .of_member(cursor, both.0, both.1, &["length_unit"]);
        let (old, new) = (
            before.map(|range| length_text(range, unit)),
            after
                .length
                .map(|range| length_text(range, after.length_unit)),
        );
        self.changes
            .push(Rule::LengthUnitChanged, &cursor, &[], old, new);
    }
}

/// A length in the words of the specs.
fn length_text(Range(low, high): Range, unit: LengthUnit) -> String {
    let end = |end: Option<i64>| end.map_or_else(|| "null".to_owned(), |end| end.to_string());
    let unit = match unit {
        LengthUnit::Characters => "characters",
        LengthUnit::Bytes => "bytes",
    };
    format!("[{}, {}] {unit}", end(low), end(high))
}
