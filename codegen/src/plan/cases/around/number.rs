//! Numbers.

use serde_json::Value;

use super::{Around, ends};
use crate::model::validate::Limit;
use crate::model::{Member, Type};
use crate::spec::Range;

pub(super) fn range(member: &Member, range: Range) -> Around {
    let (inside, beyond) = ends(range);
    let (outside, lost): (Vec<i64>, Vec<i64>) =
        beyond.into_iter().partition(|number| fits(member, *number));
    Around {
        gaps: lost
            .iter()
            .map(|number| format!("{number} does not fit the type"))
            .collect(),
        ..Around::new(Limit::Range, values(inside), values(outside))
    }
}

pub(super) fn except(member: &Member) -> Option<Around> {
    let taken = &member.constraints.except;
    let beside = beside(member, taken);
    (!taken.is_empty()).then(|| Around::new(Limit::NotOneOf, values(beside), values(taken.clone())))
}

/// A set of numbers, and those just beside its members.
pub(super) fn one_of(member: &Member, set: Vec<i64>) -> Around {
    let beside = beside(member, &set);
    Around::new(Limit::OneOf, values(set), values(beside))
}

/// Numbers just beside those of a set.
fn beside(member: &Member, set: &[i64]) -> Vec<i64> {
    let mut beside: Vec<i64> = set
        .iter()
        .flat_map(|number| [number.checked_sub(1), number.checked_add(1)])
        .flatten()
        .filter(|number| !set.contains(number) && fits(member, *number))
        .collect();
    beside.dedup();
    beside
}

/// Whether JSON with this number can be read as the member's type at all.
fn fits(member: &Member, number: i64) -> bool {
    match member.type_ {
        Type::Integer => i32::try_from(number).is_ok(),
        _ => true,
    }
}

fn values(numbers: Vec<i64>) -> Vec<Value> {
    numbers.into_iter().map(Value::from).collect()
}
