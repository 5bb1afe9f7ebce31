use std::borrow::Cow;

use super::rule_paths::{fault, uses};
use super::{Resolver, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Fields, Member, Operation, Rule, Type, WirePath, rule_text};
use crate::spec::{self, Check, Condition, Scalar, Stage};

impl<'a> Resolver<'a> {
    /// Resolves the rules of an operation.
    pub(super) fn rules(
        &mut self,
        spec: &'a spec::Operation,
        operation: &Operation,
        site: &Site<'a>,
    ) -> Vec<Rule> {
        spec.rules
            .iter()
            .map(|(id, rule)| self.rule(id, rule, operation, &site.descend(["rules", id])))
            .collect()
    }

    fn rule(
        &mut self,
        id: &str,
        rule: &'a spec::Rule,
        operation: &Operation,
        site: &Site<'a>,
    ) -> Rule {
        self.check_rule_id(id, site);
        let fields = self.scope(rule, operation, site);
        let check = site.child("check").child(rule_text::kind(&rule.check));
        let uses = uses(&rule.check);
        if uses.is_empty() && !matches!(rule.check, Check::State { .. }) {
            self.error(
                Code::BadRule,
                &check,
                "the rule names no parameter",
                "name the parameters that it is about",
            );
        }
        for (keys, path) in &uses {
            let place = keys
                .iter()
                .fold(check.clone(), |site, key| site.child(key.clone()));
            let is_condition = keys.first().is_some_and(|key| key == "when");
            let span = if is_condition {
                place.key()
            } else {
                place.value()
            };
            self.find(path, &fields, "parameter", span);
            if let Some(fault) = fault(rule, keys, path) {
                self.diagnostics
                    .push(Diagnostic::error(Code::BadRule, span, fault.message).help(fault.help));
            }
        }
        self.check_rule(rule, &fields, &check);
        self.check_stage(rule, site);
        if let Some(error) = &rule.error
            && !operation.errors.iter().any(|row| row.code == *error)
            && !self
                .product
                .service
                .value
                .errors
                .iter()
                .any(|row| row.code == *error)
        {
            self.error(
                Code::UnknownReference,
                &site.child("error"),
                format!(
                    "`{error}` is in no error table, neither of the operation nor of the service"
                ),
                "name a code of `errors`, exactly as it stands there",
            );
        }
        let mut parameters: Vec<String> = Vec::new();
        for (_, path) in uses {
            let path = match &rule.within {
                Some(within) => format!("{within}.{path}"),
                None => path.to_owned(),
            };
            if !parameters.contains(&path) {
                parameters.push(path);
            }
        }
        Rule {
            id: format!("{}.{id}", operation.name),
            check: rule.check.clone(),
            stage: rule.stage,
            stated_by: rule.stated_by,
            within: rule.within.clone(),
            text: match &rule.text {
                Some(text) => text.trim().to_owned(),
                None => rule_text::describe(&rule.check),
            },
            error: rule.error.clone(),
            parameters,
            source: self.source_or(rule.source.as_ref(), site, operation.source()),
            place: site.value(),
        }
    }

    fn check_rule_id(&mut self, id: &str, site: &Site<'a>) {
        let good = !id.is_empty()
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !id.starts_with('-')
            && !id.ends_with('-');
        if !good {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::BadName,
                    site.key(),
                    format!("`{id}` cannot be the id of a rule"),
                )
                .help("an id is lower-case words with hyphens: `bfd-multi-hop-required`"),
            );
        }
    }

    /// The members that a rule's paths start from.
    fn scope<'o>(
        &mut self,
        rule: &spec::Rule,
        operation: &'o Operation,
        site: &Site<'a>,
    ) -> Cow<'o, Fields> {
        self.scope_of(rule, operation).unwrap_or_else(|| {
            let within = rule.within.as_deref().unwrap_or_default();
            self.error(
                Code::UnknownReference,
                &site.child("within"),
                format!("`{within}` is no list of objects"),
                "write the list with brackets: `PMInfo[]`",
            );
            Cow::Borrowed(&operation.parameters)
        })
    }

    /// The same; `None` if the rule looks into what is no list of objects.
    pub(super) fn scope_of<'o>(
        &self,
        rule: &spec::Rule,
        operation: &'o Operation,
    ) -> Option<Cow<'o, Fields>> {
        let Some(within) = &rule.within else {
            return Some(Cow::Borrowed(&operation.parameters));
        };
        // A list inside a list has no place of its own in a validator.
        let list = within.strip_suffix("[]")?;
        let path = WirePath::parse(within).filter(|_| !list.contains("[]"))?;
        let items = path.find(&self.shapes, &operation.parameters)?;
        items.type_.fields(&self.shapes).cloned().map(Cow::Owned)
    }

    fn check_stage(&mut self, rule: &spec::Rule, site: &Site<'a>) {
        let state = matches!(rule.check, Check::State { .. });
        if state && rule.stage == Stage::Client {
            self.error(
                Code::BadRule,
                site,
                "a rule on the server's state cannot be checked on the client",
                "add `stage: server`",
            );
        }
        if state && rule.text.is_none() {
            self.error(
                Code::MissingKey,
                site,
                "a rule on the server's state needs words",
                "say under `text` what must hold",
            );
        }
    }

    /// Values of a rule must fit the parameters that it compares them with.
    fn check_rule(&mut self, rule: &spec::Rule, fields: &Fields, site: &Site<'a>) {
        match &rule.check {
            Check::RequiredIf { when, .. } | Check::ForbiddenIf { when, .. } => {
                self.check_when(when, fields, site)
            }
            Check::RangeIf { when, .. } => self.check_when(when, fields, site),
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => {
                self.check_when(when, fields, site);
                self.check_values_of(parameter, values, "values", fields, site);
            }
            Check::NotEqual { parameter, values } => {
                self.check_values_of(parameter, values, "values", fields, site)
            }
            Check::AtLeastOneOf { groups } | Check::ExactlyOneOf { groups }
                if groups.len() < 2 || groups.iter().any(Vec::is_empty) =>
            {
                self.error(
                    Code::BadRule,
                    &site.child("groups"),
                    "there is nothing to choose from",
                    "list two groups or more, each with a parameter",
                );
            }
            Check::AllOrNone { parameters } if parameters.len() < 2 => {
                self.error(
                    Code::BadRule,
                    &site.child("parameters"),
                    "one parameter is always all or none",
                    "list two or more",
                );
            }
            Check::ItemCount { parameter, .. } => {
                let list = lookup(parameter, fields, &self.shapes)
                    .map(|member| matches!(member.type_, Type::List(_)));
                if list == Some(false) {
                    self.error(
                        Code::WrongValueType,
                        &site.child("parameter"),
                        format!("`{parameter}` is no list"),
                        "name a list",
                    );
                }
            }
            _ => {}
        }
    }

    fn check_when(
        &mut self,
        when: &indexmap::IndexMap<String, Condition>,
        fields: &Fields,
        site: &Site<'a>,
    ) {
        let site = site.child("when");
        if when.is_empty() {
            self.error(
                Code::BadRule,
                &site,
                "a condition is missing",
                "say when the rule holds",
            );
        }
        for (path, condition) in when {
            let Some(member) = lookup(path, fields, &self.shapes).cloned() else {
                continue;
            };
            let site = site.child(path);
            let values: Vec<(&Scalar, Site<'a>)> = match condition {
                Condition::Equals(value) => vec![(value, site.child("equals"))],
                Condition::Not(value) => vec![(value, site.child("not"))],
                Condition::In(values) => {
                    let list = site.child("in");
                    let places = values.iter().enumerate();
                    places
                        .map(|(index, value)| (value, list.child(index.to_string())))
                        .collect()
                }
                Condition::Present(_) => continue,
            };
            for (value, site) in values {
                self.check_scalar(&member, value, &site);
            }
        }
    }

    fn check_values_of(
        &mut self,
        path: &str,
        values: &[Scalar],
        key: &str,
        fields: &Fields,
        site: &Site<'a>,
    ) {
        let Some(member) = lookup(path, fields, &self.shapes).cloned() else {
            return;
        };
        for (index, value) in values.iter().enumerate() {
            self.check_scalar(&member, value, &site.child(key).child(index.to_string()));
        }
    }
}

/// The member at a path of a rule.
pub(super) fn lookup<'m>(
    path: &str,
    fields: &'m Fields,
    shapes: &'m crate::model::Shapes,
) -> Option<&'m Member> {
    WirePath::parse(path)?.find(shapes, fields)
}
