//! Rules in words, for those whose spec gives none.

use indexmap::IndexMap;

use crate::spec::{Check, Condition, Range};

/// The key of a check in the spec.
pub fn kind(check: &Check) -> &'static str {
    match check {
        Check::RequiredIf { .. } => "required_if",
        Check::RequiredWith { .. } => "required_with",
        Check::ForbiddenIf { .. } => "forbidden_if",
        Check::ForbiddenWith { .. } => "forbidden_with",
        Check::AtLeastOneOf { .. } => "at_least_one_of",
        Check::ExactlyOneOf { .. } => "exactly_one_of",
        Check::AllOrNone { .. } => "all_or_none",
        Check::RangeIf { .. } => "range_if",
        Check::AllowedIf { .. } => "allowed_if",
        Check::SameSubnet { .. } => "same_subnet",
        Check::NotWithin { .. } => "not_within",
        Check::NotEqual { .. } => "not_equal",
        Check::ItemCount { .. } => "item_count",
        Check::State { .. } => "state",
    }
}

/// One sentence that says what a check demands.
pub fn describe(check: &Check) -> String {
    match check {
        Check::RequiredIf { parameters, when } => {
            format!(
                "{} must be given when {}.",
                list(parameters, "and"),
                conditions(when)
            )
        }
        Check::RequiredWith { parameters, with } => {
            format!(
                "{} must be given together with {}.",
                list(parameters, "and"),
                list(with, "and")
            )
        }
        Check::ForbiddenIf { parameters, when } => {
            format!(
                "{} must not be given when {}.",
                list(parameters, "and"),
                conditions(when)
            )
        }
        Check::ForbiddenWith { parameters, with } => {
            format!(
                "{} must not be given together with {}.",
                list(parameters, "and"),
                list(with, "or")
            )
        }
        Check::AtLeastOneOf { groups: all } => {
            format!("At least one must be given: {}.", groups(all))
        }
        Check::ExactlyOneOf { groups: all } => {
            format!("Exactly one must be given: {}.", groups(all))
        }
        Check::AllOrNone { parameters } => {
            format!(
                "{} are given together or not at all.",
                list(parameters, "and")
            )
        }
        Check::RangeIf {
            parameter,
            range,
            when,
        } => {
            format!(
                "`{parameter}` must be {} when {}.",
                ends(*range),
                conditions(when)
            )
        }
        Check::AllowedIf {
            parameter,
            values,
            when,
        } => {
            format!(
                "`{parameter}` must be {} when {}.",
                list(values, "or"),
                conditions(when)
            )
        }
        Check::SameSubnet { parameters, mask } => {
            let mask = if mask.starts_with('/') {
                mask.clone()
            } else {
                format!("`{mask}`")
            };
            format!(
                "{} must lie in one subnet under {mask}.",
                list(parameters, "and")
            )
        }
        Check::NotWithin { parameter, network } => {
            format!("`{parameter}` must not equal {network} or lie inside it.")
        }
        Check::NotEqual { parameter, values } => {
            format!("`{parameter}` must not be {}.", list(values, "or"))
        }
        Check::ItemCount { parameter, range } => {
            format!("`{parameter}` must have {} members.", ends(*range))
        }
        Check::State { .. } => "The server decides.".to_owned(),
    }
}

fn conditions(when: &IndexMap<String, Condition>) -> String {
    let all: Vec<_> = when
        .iter()
        .map(|(path, condition)| match condition {
            Condition::Equals(value) => format!("`{path}` is `{value}`"),
            Condition::In(values) => format!("`{path}` is {}", list(values, "or")),
            Condition::Not(value) => format!("`{path}` is given and not `{value}`"),
            Condition::Present(true) => format!("`{path}` is given"),
            Condition::Present(false) => format!("`{path}` is not given"),
        })
        .collect();
    all.join(" and ")
}

fn groups(groups: &[Vec<String>]) -> String {
    let all: Vec<_> = groups.iter().map(|group| list(group, "and")).collect();
    all.join("; ")
}

fn ends(Range(low, high): Range) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("from {low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "any number".to_owned(),
    }
}

/// ``  `a`, `b` and `c`  ``.
fn list<T: ToString>(values: &[T], word: &str) -> String {
    let mut names: Vec<_> = values
        .iter()
        .map(|value| format!("`{}`", value.to_string()))
        .collect();
    match (names.pop(), names.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => only,
        (Some(last), false) => format!("{} {word} {last}", names.join(", ")),
    }
}
