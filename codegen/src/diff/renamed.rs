//! What rules and ways to page say once the members that they name are called otherwise.

use std::borrow::Cow;

use indexmap::IndexMap;

use crate::model::Rule;
use crate::spec::{Check, Condition, Pagination};

/// Members of an operation that have another name now: old and new wire paths.
#[derive(Clone, Debug, Default)]
pub(super) struct Renamed {
    paths: Vec<(String, String)>,
}

impl Renamed {
    /// Notes a member whose path ends in another name now.
    pub(super) fn add(&mut self, new_path: &str, old_name: &str) {
        let old = match new_path.rsplit_once('.') {
            Some((before, _)) => format!("{before}.{old_name}"),
            None => old_name.to_owned(),
        };
        self.paths.push((old, new_path.to_owned()));
    }

    /// The members of the items of a list, by their paths from there.
    fn inside(&self, list: &str) -> Self {
        let inner = self.paths.iter().filter_map(|(old, new)| {
            let old = old.strip_prefix(list)?.strip_prefix('.')?;
            let new = new.strip_prefix(list)?.strip_prefix('.')?;
            Some((old.to_owned(), new.to_owned()))
        });
        Self {
            paths: inner.collect(),
        }
    }

    /// A rule with the new names.
    pub(super) fn rule<'r>(&self, rule: &'r Rule) -> Cow<'r, Rule> {
        if self.paths.is_empty() {
            return Cow::Borrowed(rule);
        }
        let check = match &rule.within {
            Some(list) => self.inside(list).check(&rule.check),
            None => self.check(&rule.check),
        };
        Cow::Owned(Rule {
            check,
            within: rule.within.as_ref().map(|list| self.path(list)),
            ..rule.clone()
        })
    }

    /// The path that an old one has become.
    fn path(&self, path: &str) -> String {
        for (old, new) in &self.paths {
            match path.strip_prefix(old.as_str()) {
                Some("") => return new.clone(),
                Some(rest) if rest.starts_with(['.', '[']) => return format!("{new}{rest}"),
                _ => {}
            }
        }
        path.to_owned()
    }

    fn paths(&self, paths: &[String]) -> Vec<String> {
        paths.iter().map(|path| self.path(path)).collect()
    }

    fn groups(&self, groups: &[Vec<String>]) -> Vec<Vec<String>> {
        groups.iter().map(|group| self.paths(group)).collect()
    }

    fn conditions(&self, when: &IndexMap<String, Condition>) -> IndexMap<String, Condition> {
        let conditions = when.iter();
        conditions
            .map(|(path, condition)| (self.path(path), condition.clone()))
            .collect()
    }

    /// A check with the new names.
    fn check(&self, check: &Check) -> Check {
        match check {
            Check::RequiredIf { parameters, when } => Check::RequiredIf {
                parameters: self.paths(parameters),
                when: self.conditions(when),
            },
            Check::RequiredWith { parameters, with } => Check::RequiredWith {
                parameters: self.paths(parameters),
                with: self.paths(with),
            },
            Check::ForbiddenIf { parameters, when } => Check::ForbiddenIf {
                parameters: self.paths(parameters),
                when: self.conditions(when),
            },
            Check::ForbiddenWith { parameters, with } => Check::ForbiddenWith {
                parameters: self.paths(parameters),
                with: self.paths(with),
            },
            Check::AtLeastOneOf { groups } => Check::AtLeastOneOf {
                groups: self.groups(groups),
            },
            Check::ExactlyOneOf { groups } => Check::ExactlyOneOf {
                groups: self.groups(groups),
            },
            Check::AllOrNone { parameters } => Check::AllOrNone {
                parameters: self.paths(parameters),
            },
            Check::RangeIf {
                parameter,
                range,
                when,
            } => Check::RangeIf {
                parameter: self.path(parameter),
                range: *range,
                when: self.conditions(when),
            },
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => Check::AllowedIf {
                parameter: self.path(parameter),
                values: values.clone(),
                when: self.conditions(when),
            },
            // A mask that is a prefix length is no path, and no member is called like one.
            Check::SameSubnet { parameters, mask } => Check::SameSubnet {
                parameters: self.paths(parameters),
                mask: self.path(mask),
            },
            Check::NotWithin { parameter, network } => Check::NotWithin {
                parameter: self.path(parameter),
                network: network.clone(),
            },
            Check::NotEqual { parameter, values } => Check::NotEqual {
                parameter: self.path(parameter),
                values: values.clone(),
            },
            Check::ItemCount { parameter, range } => Check::ItemCount {
                parameter: self.path(parameter),
                range: *range,
            },
            Check::State { parameters } => Check::State {
                parameters: self.paths(parameters),
            },
        }
    }

    /// A way to page with the new names.
    pub(super) fn pagination(&self, pagination: &Pagination) -> Pagination {
        match pagination {
            Pagination::PageNumber {
                page,
                size,
                total,
                items,
            } => Pagination::PageNumber {
                page: self.path(page),
                size: self.path(size),
                total: self.path(total),
                items: self.path(items),
            },
            Pagination::Marker {
                marker,
                size,
                next,
                more,
                items,
            } => Pagination::Marker {
                marker: self.path(marker),
                size: self.path(size),
                next: self.path(next),
                more: self.path(more),
                items: self.path(items),
            },
            Pagination::NextToken {
                token,
                size,
                next,
                items,
            } => Pagination::NextToken {
                token: self.path(token),
                size: self.path(size),
                next: self.path(next),
                items: self.path(items),
            },
        }
    }
}
