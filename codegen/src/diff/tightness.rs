//! Which of two rules refuses more.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::spec::{Check, Condition, Range, Scalar};

/// How a rule, or a part of it, differs from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Not at all.
    Same,
    /// It refuses everything that the other refuses, and more.
    Tighter,
    /// It refuses less.
    Looser,
    /// Neither refuses all that the other does, or it cannot be decided.
    Other,
}

impl Change {
    /// Both changes together.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, other) => other,
            (this, Self::Same) => this,
            (this, other) if this == other => this,
            _ => Self::Other,
        }
    }

    /// What a change of a premise does to the rule.
    fn of_premise(self) -> Self {
        match self {
            Self::Tighter => Self::Looser,
            Self::Looser => Self::Tighter,
            same => same,
        }
    }

    /// From whether each side's set lies in the other's: a larger set of demands is tighter.
    fn of_sets(old_in_new: bool, new_in_old: bool) -> Self {
        match (old_in_new, new_in_old) {
            (true, true) => Self::Same,
            (true, false) => Self::Tighter,
            (false, true) => Self::Looser,
            (false, false) => Self::Other,
        }
    }
}

/// How the new version of a check differs from the old one.
pub(super) fn of_check(old: &Check, new: &Check) -> Change {
    match (old, new) {
        (
            Check::RequiredIf { parameters, when },
            Check::RequiredIf {
                parameters: more,
                when: then,
            },
        )
        | (
            Check::ForbiddenIf { parameters, when },
            Check::ForbiddenIf {
                parameters: more,
                when: then,
            },
        ) => demands(parameters, more).and(conditions(when, then)),
        (
            Check::RequiredWith { parameters, with },
            Check::RequiredWith {
                parameters: more,
                with: others,
            },
        ) => demands(parameters, more).and(demands(with, others).of_premise()),
        (
            Check::ForbiddenWith { parameters, with },
            Check::ForbiddenWith {
                parameters: more,
                with: others,
            },
        ) => demands(parameters, more).and(demands(with, others)),
        (Check::AtLeastOneOf { groups }, Check::AtLeastOneOf { groups: others }) => {
            choices(groups, others)
        }
        (Check::ExactlyOneOf { groups }, Check::ExactlyOneOf { groups: others }) => {
            match choices(groups, others) {
                Change::Same => Change::Same,
                _ => Change::Other,
            }
        }
        (
            Check::AllOrNone { parameters },
            Check::AllOrNone {
                parameters: others, ..
            },
        ) => demands(parameters, others),
        (
            Check::RangeIf {
                parameter,
                range,
                when,
            },
            Check::RangeIf {
                parameter: other,
                range: ends,
                when: then,
            },
        ) => same(parameter, other)
            .and(ranges(*range, *ends))
            .and(conditions(when, then)),
        (
            Check::AllowedIf {
                parameter,
                values,
                when,
            },
            Check::AllowedIf {
                parameter: other,
                values: others,
                when: then,
            },
        ) => same(parameter, other)
            .and(demands(&texts(values), &texts(others)).of_premise())
            .and(conditions(when, then)),
        (
            Check::SameSubnet { parameters, mask },
            Check::SameSubnet {
                parameters: others,
                mask: other,
            },
        ) => demands(parameters, others).and(same(mask, other)),
        (
            Check::NotWithin { parameter, network },
            Check::NotWithin {
                parameter: other,
                network: others,
            },
        ) => same(parameter, other).and(same(network, others)),
        (
            Check::NotEqual { parameter, values },
            Check::NotEqual {
                parameter: other,
                values: others,
            },
        ) => same(parameter, other).and(demands(&texts(values), &texts(others))),
        (
            Check::ItemCount { parameter, range },
            Check::ItemCount {
                parameter: other,
                range: ends,
            },
        ) => same(parameter, other).and(ranges(*range, *ends)),
        (Check::State { parameters }, Check::State { parameters: others }) => {
            match demands(parameters, others) {
                Change::Same => Change::Same,
                _ => Change::Other,
            }
        }
        // Every kind stands here, so that a new one must be compared above.
        (
            Check::RequiredIf { .. }
            | Check::RequiredWith { .. }
            | Check::ForbiddenIf { .. }
            | Check::ForbiddenWith { .. }
            | Check::AtLeastOneOf { .. }
            | Check::ExactlyOneOf { .. }
            | Check::AllOrNone { .. }
            | Check::RangeIf { .. }
            | Check::AllowedIf { .. }
            | Check::SameSubnet { .. }
            | Check::NotWithin { .. }
            | Check::NotEqual { .. }
            | Check::ItemCount { .. }
            | Check::State { .. },
            _,
        ) => Change::Other,
    }
}

fn same<T: PartialEq>(old: &T, new: &T) -> Change {
    if old == new {
        Change::Same
    } else {
        Change::Other
    }
}

/// Demands on more parameters are tighter.
fn demands(old: &[String], new: &[String]) -> Change {
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (old.iter().collect(), new.iter().collect());
    Change::of_sets(old.is_subset(&new), new.is_subset(&old))
}

/// A choice among more groups is looser.
fn choices(old: &[Vec<String>], new: &[Vec<String>]) -> Change {
    let set = |groups: &'_ [Vec<String>]| -> BTreeSet<BTreeSet<String>> {
        let groups = groups.iter();
        groups
            .map(|group| group.iter().cloned().collect())
            .collect()
    };
    let (old, new) = (set(old), set(new));
    Change::of_sets(new.is_subset(&old), old.is_subset(&new))
}

/// A narrower range is tighter.
fn ranges(Range(low, high): Range, Range(new_low, new_high): Range) -> Change {
    let low = (low.unwrap_or(i64::MIN), new_low.unwrap_or(i64::MIN));
    let high = (high.unwrap_or(i64::MAX), new_high.unwrap_or(i64::MAX));
    Change::of_sets(
        low.0 <= low.1 && high.1 <= high.0,
        low.1 <= low.0 && high.0 <= high.1,
    )
}

type Conditions = IndexMap<String, Condition>;

/// A rule whose conditions hold less often is looser.
fn conditions(old: &Conditions, new: &Conditions) -> Change {
    Change::of_sets(implies(old, new), implies(new, old))
}

/// Whether the first conditions never hold without the second ones.
fn implies(premise: &Conditions, conclusion: &Conditions) -> bool {
    conclusion.iter().all(|(path, wanted)| {
        premise
            .get(path)
            .is_some_and(|given| is_implied(given, wanted))
    })
}

fn is_implied(given: &Condition, wanted: &Condition) -> bool {
    match (given, wanted) {
        (Condition::Equals(_) | Condition::In(_), Condition::Equals(_) | Condition::In(_)) => {
            let allowed = values(wanted);
            values(given).iter().all(|value| allowed.contains(value))
        }
        (Condition::Equals(_) | Condition::In(_), Condition::Not(refused)) => {
            !values(given).contains(&refused.to_string())
        }
        (Condition::Not(one), Condition::Not(two)) => one.is_same(two),
        (Condition::Present(one), Condition::Present(two)) => one == two,
        // A value may be the default of an absent parameter, so nothing follows about its presence.
        (
            Condition::Equals(_) | Condition::In(_) | Condition::Not(_) | Condition::Present(_),
            _,
        ) => false,
    }
}

fn values(condition: &Condition) -> Vec<String> {
    match condition {
        Condition::Equals(value) => vec![value.to_string()],
        Condition::In(values) => texts(values),
        Condition::Not(_) | Condition::Present(_) => Vec::new(),
    }
}

fn texts(values: &[Scalar]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}
