//! Whether a rule says anything: some can never fail, and some demand what can never be.

use super::{Resolver, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Fields, Operation, Type, rule_text};
use crate::spec::{self, Check, Stage};

/// A rule that the client checks, and what it looks at.
pub(super) struct Effect<'e, 'a> {
    /// Members of the request, or of the elements that the rule holds in.
    pub fields: &'e Fields,
    /// Paths of what is in every request, or every element.
    pub always: Vec<String>,
    /// Where the check stands.
    pub site: Site<'a>,
}

impl<'a> Resolver<'a> {
    /// Reports rules without effect, and rules that contradict the parameters that they are about.
    pub(super) fn check_effects(
        &mut self,
        spec: &spec::Operation,
        operation: &Operation,
        site: &Site<'a>,
    ) {
        let client = |rule: &spec::Rule| rule.stage == Stage::Client;
        for (id, rule) in spec.rules.iter().filter(|(_, rule)| client(rule)) {
            let Some(fields) = self.scope_of(rule, operation) else {
                continue;
            };
            let always = match &rule.within {
                Some(_) => required(&fields),
                None => always_given(operation),
            };
            let effect = Effect {
                fields: &fields,
                always,
                site: site.descend(["rules", id, "check", rule_text::kind(&rule.check)]),
            };
            self.check_effect(rule, &effect);
        }
    }

    fn check_effect(&mut self, rule: &spec::Rule, effect: &Effect<'_, 'a>) {
        match &rule.check {
            Check::RequiredIf { parameters, when } => {
                self.check_conditions(when, effect);
                self.check_demand(parameters, effect);
            }
            Check::RequiredWith { parameters, .. } | Check::AllOrNone { parameters } => {
                self.check_demand(parameters, effect);
            }
            Check::ForbiddenIf { parameters, when } => {
                self.check_conditions(when, effect);
                self.check_ban(parameters, &effect.site.child("parameters"), effect);
            }
            Check::ForbiddenWith { parameters, with } => {
                self.check_ban(parameters, &effect.site.child("parameters"), effect);
                self.check_ban(with, &effect.site.child("with"), effect);
            }
            Check::AtLeastOneOf { groups } => self.check_offer(groups, effect),
            Check::ExactlyOneOf { groups } => {
                let site = effect.site.child("groups");
                for (index, group) in groups.iter().enumerate() {
                    self.check_ban(group, &site.child(index.to_string()), effect);
                }
            }
            Check::RangeIf {
                parameter,
                range,
                when,
            } => {
                self.check_conditions(when, effect);
                self.check_numbers(parameter, *range, |limits| limits.range, effect);
            }
            Check::ItemCount { parameter, range } => {
                self.check_numbers(parameter, *range, |limits| limits.item_count, effect);
            }
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => {
                self.check_conditions(when, effect);
                self.check_allowed(parameter, values, effect);
            }
            Check::NotEqual { parameter, values } => self.check_refused(parameter, values, effect),
            Check::NotWithin { parameter, network } => {
                self.check_network(parameter, network, effect);
            }
            Check::SameSubnet { parameters, .. } => self.check_subnet(parameters, effect),
            Check::State { .. } => {}
        }
    }

    /// What must be given anyway need not be demanded.
    fn check_demand(&mut self, parameters: &[String], effect: &Effect<'_, 'a>) {
        if parameters.iter().all(|path| effect.always.contains(path)) {
            let site = effect.site.child("parameters");
            self.idle(&site, "what it demands must be given anyway");
        }
    }

    /// One of the groups is always there.
    fn check_offer(&mut self, groups: &[Vec<String>], effect: &Effect<'_, 'a>) {
        for (index, group) in groups.iter().enumerate() {
            if !group.is_empty() && group.iter().all(|path| effect.always.contains(path)) {
                let site = effect.site.child("groups").child(index.to_string());
                self.idle(&site, "this group must be given anyway");
            }
        }
    }

    /// What must be given cannot be forbidden.
    fn check_ban(&mut self, paths: &[String], site: &Site<'a>, effect: &Effect<'_, 'a>) {
        for (index, path) in paths.iter().enumerate() {
            if effect.always.contains(path) {
                self.contradiction(
                    &site.child(index.to_string()),
                    format!(
                        "`{path}` must always be given, so it cannot stand in the way of others"
                    ),
                );
            }
        }
    }

    pub(super) fn idle(&mut self, site: &Site<'a>, reason: &str) {
        self.idle_at(site, format!("the rule can never fail: {reason}"));
    }

    pub(super) fn idle_at(&mut self, site: &Site<'a>, message: String) {
        self.diagnostics.push(
            Diagnostic::warning(Code::IdleRule, site.value(), message)
                .help("leave it out, or correct what makes it idle"),
        );
    }

    pub(super) fn contradiction(&mut self, site: &Site<'a>, message: String) {
        self.error(
            Code::Contradiction,
            site,
            message,
            "the parameter's own limits always hold; narrow the rule or widen the parameter",
        );
    }
}

/// Paths of the parameters that every request has. What a client fills in counts as absent, and so
/// does what a rule says more about.
fn always_given(operation: &Operation) -> Vec<String> {
    let mut paths = required(&operation.parameters);
    paths.retain(|path| {
        let top = path.split('.').next().unwrap_or_default();
        let parameter = operation.parameters.get(top);
        let is_filled = parameter.is_some_and(|parameter| parameter.client_value.is_some());
        !is_filled && !operation.rules_require(path)
    });
    paths
}

/// Paths of the members that every object of some fields has. What stands in shapes is left out: a
/// shape may hold itself.
fn required(fields: &Fields) -> Vec<String> {
    let mut paths = Vec::new();
    for (name, member) in fields.iter().filter(|(_, member)| member.required) {
        paths.push(name.clone());
        if let Type::Object(inner) = &member.type_ {
            let inner = required(inner).into_iter();
            paths.extend(inner.map(|path| format!("{name}.{path}")));
        }
    }
    paths
}
