//! Values and limits of a rule, held against those of the parameters themselves.

use indexmap::IndexMap;
use serde_json::Value;

use super::Resolver;
use super::rule_effect::Effect;
use super::rules::lookup;
use crate::diagnostic::Code;
use crate::model::validate::{Network, Types, holds};
use crate::model::{Constraints, Member, Type};
use crate::spec::{Condition, Format, Range, Scalar};

impl<'a> Resolver<'a> {
    pub(super) fn types(&self) -> Types<'_> {
        Types {
            enums: &self.enums,
            shapes: &self.shapes,
        }
    }

    /// A condition that can never hold keeps its rule from ever failing.
    pub(super) fn check_conditions(
        &mut self,
        when: &IndexMap<String, Condition>,
        effect: &Effect<'_, 'a>,
    ) {
        for (path, condition) in when {
            let site = effect.site.child("when").child(path);
            let Some(member) = lookup(path, effect.fields, &self.shapes) else {
                continue;
            };
            let is_dead = |value: &Scalar| self.is_never(member, value);
            let dead = match condition {
                Condition::Equals(value) => is_dead(value),
                Condition::In(values) => values.iter().all(is_dead),
                Condition::Not(value) => self
                    .own_set(member)
                    .is_some_and(|set| self.are_all_in(member, &set, std::slice::from_ref(value))),
                Condition::Present(present) => !present && effect.always.contains(path),
            };
            if dead {
                let reason = format!("`{path}` never meets this condition by its own limits");
                self.idle(&site, &reason);
            }
        }
    }

    /// A limit under a condition must lie inside the parameter's own, and say more.
    pub(super) fn check_numbers(
        &mut self,
        path: &str,
        range: Range,
        own: fn(&Constraints) -> Option<Range>,
        effect: &Effect<'_, 'a>,
    ) {
        let member = lookup(path, effect.fields, &self.shapes);
        let Some(own) = member.and_then(|member| own(&member.constraints)) else {
            return;
        };
        let site = effect.site.child("range");
        if ends(range).any(|end| !holds(own, end)) {
            self.contradiction(
                &site,
                format!("this reaches beyond the limits of `{path}` itself"),
            );
        } else if contains(range, own) {
            self.idle(&site, &format!("`{path}` itself is limited to that"));
        }
    }

    /// A set under a condition must be part of the parameter's own, and not all of it.
    pub(super) fn check_allowed(&mut self, path: &str, values: &[Scalar], effect: &Effect<'_, 'a>) {
        let Some(member) = lookup(path, effect.fields, &self.shapes) else {
            return;
        };
        let site = effect.site.child("values");
        let never = self.never(member, values);
        let set = self.own_set(member);
        let is_idle = set.is_some_and(|set| self.are_all_in(member, &set, values));
        for index in never {
            let message = format!("`{path}` never has this value by its own limits");
            self.contradiction(&site.child(index.to_string()), message);
        }
        if is_idle {
            self.idle(&site, &format!("`{path}` has no other values"));
        }
    }

    /// A value that the parameter refuses anyway need not be refused again.
    pub(super) fn check_refused(&mut self, path: &str, values: &[Scalar], effect: &Effect<'_, 'a>) {
        let Some(member) = lookup(path, effect.fields, &self.shapes) else {
            return;
        };
        for index in self.never(member, values) {
            let site = effect.site.child("values").child(index.to_string());
            let message = format!("`{path}` never has this value by its own limits");
            self.idle_at(&site, message);
        }
    }

    pub(super) fn check_network(&mut self, path: &str, network: &str, effect: &Effect<'_, 'a>) {
        let site = effect.site.child("network");
        let Some(network) = Network::parse(network) else {
            self.error(
                Code::BadRule,
                &site,
                "this is no network",
                "write an address and a prefix length: `100.64.0.0/10`",
            );
            return;
        };
        let member = lookup(path, effect.fields, &self.shapes);
        if member
            .and_then(width)
            .is_some_and(|width| width != network.width)
        {
            self.idle(&site, &format!("`{path}` is of the other address family"));
        }
    }

    pub(super) fn check_subnet(&mut self, paths: &[String], effect: &Effect<'_, 'a>) {
        let site = effect.site.child("parameters");
        if paths.len() < 2 {
            self.error(
                Code::BadRule,
                &site,
                "one address is always in one subnet",
                "list two or more",
            );
        }
        let members = paths
            .iter()
            .filter_map(|path| lookup(path, effect.fields, &self.shapes));
        let mut widths = members.filter_map(width);
        if let Some(first) = widths.next()
            && widths.any(|width| width != first)
        {
            let message = "addresses of two families lie in no common subnet";
            self.contradiction(&site, message.to_owned());
        }
    }

    /// Whether a parameter can never have a value, or has it under another spelling only.
    fn is_never(&self, member: &Member, value: &Scalar) -> bool {
        let json = Value::from(value);
        let types = self.types();
        !types.limits_broken(member, &json).is_empty() || !types.is(member, &json, value)
    }

    /// Positions of the values that a parameter can never have.
    fn never(&self, member: &Member, values: &[Scalar]) -> Vec<usize> {
        let values = values.iter().enumerate();
        let never = values.filter(|(_, value)| self.is_never(member, value));
        never.map(|(index, _)| index).collect()
    }

    /// The values that a parameter may have, where they are listed.
    fn own_set(&self, member: &Member) -> Option<Vec<Value>> {
        let listed = &member.constraints.values;
        if !listed.is_empty() {
            return Some(listed.iter().map(Value::from).collect());
        }
        let known = self.types().enumeration(member)?;
        let values = known.values.iter();
        Some(
            values
                .map(|value| Value::from(value.wire.as_str()))
                .collect(),
        )
    }

    fn are_all_in(&self, member: &Member, set: &[Value], values: &[Scalar]) -> bool {
        let types = self.types();
        let is_in = |value: &Value| values.iter().any(|known| types.is(member, value, known));
        set.iter().all(is_in)
    }
}

fn ends(Range(low, high): Range) -> impl Iterator<Item = i64> {
    low.into_iter().chain(high)
}

/// Whether a range holds every number of another.
fn contains(Range(low, high): Range, Range(own_low, own_high): Range) -> bool {
    low.is_none_or(|low| own_low.is_some_and(|own| low <= own))
        && high.is_none_or(|high| own_high.is_some_and(|own| own <= high))
}

/// The length of the addresses that a parameter takes, where its form leaves only one.
fn width(member: &Member) -> Option<u32> {
    let member = match &member.type_ {
        Type::List(items) => items,
        _ => member,
    };
    match member.constraints.format? {
        Format::Ipv4 | Format::Ipv4Cidr => Some(32),
        Format::Ipv6 | Format::Ipv6Cidr => Some(128),
        _ => None,
    }
}
