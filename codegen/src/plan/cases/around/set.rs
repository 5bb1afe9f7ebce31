//! Sets of values.

use serde_json::{Value, json};

use super::{Around, number};
use crate::model::validate::Limit;
use crate::model::{EnumerationValue, Member, Type};
use crate::plan::cases::samples::Samples;
use crate::plan::cases::samples::form::Form;
use crate::spec::{EnumerationBase, Scalar};

/// The values of a set, and values that only look like them.
pub(super) fn one_of<'m>(samples: &Samples<'m>, member: &'m Member) -> Option<Around> {
    let allowed = &member.constraints.values;
    let known = samples.types.enumeration(member);
    let texts: Vec<String> = match known {
        Some(known) if allowed.is_empty() => known.values.iter().flat_map(spellings).collect(),
        _ => allowed.iter().map(Scalar::to_string).collect(),
    };
    let is_number = match known {
        Some(known) => known.base == EnumerationBase::Integer,
        None => matches!(member.type_, Type::Integer | Type::Long),
    };
    if is_number {
        let numbers: Vec<i64> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        return (!numbers.is_empty()).then(|| number::one_of(member, numbers));
    }
    let ignores_case = known.is_some_and(|known| known.ignore_case);
    let first = texts.first()?;
    let other_case = [first.to_uppercase(), first.to_lowercase()];
    let mut near = vec![format!("{first}x"), String::new()];
    // What has the right form and is not in the set says more than what is no value at all.
    near.extend(formed(member).iter().map(|text| (*text).to_owned()));
    let inside = texts
        .iter()
        .chain(other_case.iter().filter(|_| ignores_case));
    let outside = near
        .iter()
        .chain(other_case.iter().filter(|_| !ignores_case));
    Some(Around::new(
        Limit::OneOf,
        inside.map(|text| json!(text)).collect(),
        outside.map(|text| json!(text)).collect::<Vec<Value>>(),
    ))
}

fn spellings(value: &EnumerationValue) -> impl Iterator<Item = String> {
    std::iter::once(&value.wire).chain(&value.aliases).cloned()
}

/// Texts of the form of a member.
fn formed(member: &Member) -> &'static [&'static str] {
    let form = member.constraints.format.map(Form::of);
    form.map_or(&[], |form| form.good)
}
