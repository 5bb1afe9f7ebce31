use indexmap::IndexMap;

use super::condition::Scope;
use super::network::{Network, mask_length};
use super::value::{holds, whole};
use crate::spec::{Check, Condition, Range};

impl Scope<'_, '_> {
    /// Whether an object breaks a rule.
    pub(super) fn breaks(&self, check: &Check) -> bool {
        match check {
            Check::RequiredIf { parameters, when } => {
                self.all_hold(when) && !self.all_given(parameters)
            }
            Check::ForbiddenIf { parameters, when } => {
                self.all_hold(when) && self.any_given(parameters)
            }
            Check::RequiredWith { parameters, with } => {
                self.all_given(with) && !self.all_given(parameters)
            }
            Check::ForbiddenWith { parameters, with } => {
                self.any_given(with) && self.any_given(parameters)
            }
            Check::AtLeastOneOf { groups } => !groups.iter().any(|group| self.all_given(group)),
            Check::ExactlyOneOf { groups } => {
                let touched: Vec<_> = groups
                    .iter()
                    .filter(|group| self.any_given(group))
                    .collect();
                !matches!(touched.as_slice(), [only] if self.all_given(only))
            }
            Check::AllOrNone { parameters } => {
                self.any_given(parameters) && !self.all_given(parameters)
            }
            Check::RangeIf {
                parameter,
                range,
                when,
            } => {
                self.all_hold(when)
                    && (self.values(parameter).into_iter().filter_map(whole))
                        .any(|number| !holds(*range, number))
            }
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => {
                self.all_hold(when)
                    && (self.values(parameter).into_iter())
                        .any(|value| !self.is_one_of(parameter, value, values))
            }
            Check::NotEqual { parameter, values } => (self.values(parameter).into_iter())
                .any(|value| self.is_one_of(parameter, value, values)),
            Check::ItemCount { parameter, range } => self.has_wrong_count(parameter, *range),
            Check::NotWithin { parameter, network } => {
                let outer = Network::parse(network);
                let mut inner = (self.values(parameter).into_iter())
                    .filter_map(|value| Network::parse(value.as_str()?));
                outer.is_some_and(|outer| inner.any(|inner| inner.lies_within(outer)))
            }
            Check::SameSubnet { parameters, mask } => self.lie_in_two_subnets(parameters, mask),
            Check::State { .. } => false,
        }
    }

    fn all_hold(&self, when: &IndexMap<String, Condition>) -> bool {
        when.iter()
            .all(|(path, condition)| self.holds(path, condition))
    }

    fn all_given(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| self.is_given(path))
    }

    fn any_given(&self, paths: &[String]) -> bool {
        paths.iter().any(|path| self.is_given(path))
    }

    fn has_wrong_count(&self, path: &str, range: Range) -> bool {
        let items = self.value(path).and_then(|value| value.as_array());
        items.is_some_and(|items| !holds(range, i64::try_from(items.len()).unwrap_or(i64::MAX)))
    }

    /// What is no address or mask lies nowhere: its form is another limit.
    fn lie_in_two_subnets(&self, paths: &[String], mask: &str) -> bool {
        let mask = if mask.starts_with('/') {
            Some(mask)
        } else {
            self.text(mask)
        };
        let Some(length) = mask.and_then(mask_length) else {
            return false;
        };
        let Some((first, others)) = paths.split_first() else {
            return false;
        };
        let address = |path: &String| self.text(path).and_then(Network::parse);
        let Some(first) = address(first) else {
            return false;
        };
        others
            .iter()
            .filter_map(address)
            .any(|other| first.shares(other, length) == Some(false))
    }
}
