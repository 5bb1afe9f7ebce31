use crate::model::{Constraints, Member, Service, Type};
use crate::spec::{Characters, Format, LengthUnit, Range, Scalar};

/// A check of one value, in the order in which a validator makes them.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// A number lies between two ends.
    Range(Range),
    /// A number is none of these.
    NotOneOf(Vec<i64>),
    /// A number is one of these.
    OneOfIntegers(Vec<i64>),
    /// Text has a length.
    Length(Range, LengthUnit),
    /// Text holds certain characters only.
    Characters(CharacterRule),
    /// Text has a form.
    Format(Format),
    /// Text is one of these.
    OneOf {
        /// The texts.
        values: Vec<String>,
        /// Whether case is ignored.
        ignore_case: bool,
    },
    /// An enum has a known value.
    Known {
        /// Whether case is ignored.
        ignore_case: bool,
        /// Whether the wire carries numbers.
        integer: bool,
    },
    /// A list has so many members.
    ItemCount(Range),
    /// Every item of a list passes these.
    Items(Vec<Check>),
    /// Every member of a struct passes its own checks.
    Members,
}

/// Which characters text may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharacterRule(pub Characters);

/// The checks that a member's own constraints ask for.
pub(super) fn checks_of(member: &Member, service: &Service) -> Vec<Check> {
    let mut checks = constraint_checks(&member.constraints);
    checks.extend(values_check(member, service));
    match &member.type_ {
        Type::Enum(name) if member.constraints.values.is_empty() => {
            if let Some(enumeration) = service.enums.get(name) {
                checks.push(Check::Known {
                    ignore_case: enumeration.ignore_case,
                    integer: enumeration.base == crate::spec::EnumerationBase::Integer,
                });
            }
        }
        Type::List(items) => {
            let inner = checks_of(items, service);
            if !inner.is_empty() {
                checks.push(Check::Items(inner));
            }
        }
        Type::Shape(_) | Type::Object(_) => checks.push(Check::Members),
        _ => {}
    }
    checks
}

fn constraint_checks(constraints: &Constraints) -> Vec<Check> {
    let mut checks = Vec::new();
    checks.extend(constraints.range.map(Check::Range));
    if !constraints.except.is_empty() {
        checks.push(Check::NotOneOf(constraints.except.clone()));
    }
    checks.extend(
        constraints
            .length
            .map(|length| Check::Length(length, constraints.length_unit)),
    );
    checks.extend(
        constraints
            .characters
            .clone()
            .map(CharacterRule)
            .map(Check::Characters),
    );
    checks.extend(constraints.format.map(Check::Format));
    checks.extend(constraints.item_count.map(Check::ItemCount));
    checks
}

fn values_check(member: &Member, service: &Service) -> Option<Check> {
    let values = &member.constraints.values;
    if values.is_empty() {
        return None;
    }
    let enumeration = match &member.type_ {
        Type::Enum(name) => service.enums.get(name),
        _ => None,
    };
    Some(match member.type_ {
        Type::Integer | Type::Long => Check::OneOfIntegers(
            values
                .iter()
                .filter_map(|value| match value {
                    Scalar::Integer(number) => Some(*number),
                    Scalar::Text(text) => text.parse().ok(),
                    Scalar::Boolean(_) => None,
                })
                .collect(),
        ),
        _ => Check::OneOf {
            values: values.iter().map(ToString::to_string).collect(),
            ignore_case: enumeration.is_some_and(|known| known.ignore_case),
        },
    })
}
