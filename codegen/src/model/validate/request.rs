use std::collections::BTreeSet;

use serde_json::Value;

use super::condition::Scope;
use super::{Limit, Types};
use crate::model::{Fields, Member, Operation, Pointer, Rule, Type, WirePath};
use crate::spec::Stage;

/// Judges the requests of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Validator<'m> {
    /// The named types of the service.
    pub types: Types<'m>,
    /// The operation.
    pub operation: &'m Operation,
}

/// A limit or rule that a request breaks.
#[derive(Clone, Debug)]
pub struct Violation<'m> {
    /// The id: `CreateBgpPeer.BfdMultiHop.range`, `CreateBgpPeer.bfd-multi-hop-required`.
    pub id: String,
    /// What is broken, and where.
    pub broken: Broken<'m>,
}

/// What is broken, and where.
#[derive(Clone, Debug)]
pub enum Broken<'m> {
    /// A limit on a single value.
    Limit {
        /// The kind of limit.
        limit: Limit,
        /// Where the value stands, or should.
        at: Pointer,
        /// What should stand there.
        member: &'m Member,
    },
    /// A rule over several parameters.
    Rule {
        /// The rule.
        rule: &'m Rule,
        /// The request, or the element of a list, that breaks it.
        at: Pointer,
    },
}

/// Where a member may stand in an object.
#[derive(Clone, Copy)]
struct Slot<'v> {
    object: &'v Value,
    /// Where the object stands.
    at: &'v Pointer,
    name: &'v str,
}

impl<'v> Slot<'v> {
    /// What stands there; `null` is nothing.
    fn value(self) -> Option<&'v Value> {
        self.object.get(self.name).filter(|value| !value.is_null())
    }

    fn place(self) -> Pointer {
        self.at.member(self.name)
    }
}

impl<'m> Validator<'m> {
    /// Everything that a request breaks. It must have the types of the parameters.
    pub fn violations(&self, request: &Value) -> Vec<Violation<'m>> {
        let mut found = Vec::new();
        let top = Pointer::default();
        for (name, parameter) in &self.operation.parameters {
            match (&parameter.type_, parameter.flatten) {
                // A flattened object is there as soon as one of its members is.
                (Type::Object(inner), true) => {
                    let at = top.member(name);
                    let object = request.get(name).unwrap_or(&Value::Null);
                    for (name, member) in inner {
                        let required = parameter.required && member.required;
                        let slot = Slot {
                            object,
                            at: &at,
                            name,
                        };
                        self.parameter(member, required, slot, &mut found);
                    }
                }
                _ => {
                    let (object, at) = (request, &top);
                    let slot = Slot { object, at, name };
                    self.parameter(parameter, parameter.must_be_given(), slot, &mut found);
                }
            }
        }
        let client = |rule: &&'m Rule| rule.stage == Stage::Client;
        for rule in self.operation.rules.iter().filter(client) {
            self.rule(rule, request, &mut found);
        }
        found
    }

    /// The ids of everything that a request breaks, each once.
    pub fn broken(&self, request: &Value) -> BTreeSet<String> {
        let violations = self.violations(request).into_iter();
        violations.map(|violation| violation.id).collect()
    }

    fn parameter(
        &self,
        member: &'m Member,
        required: bool,
        slot: Slot<'_>,
        found: &mut Vec<Violation<'m>>,
    ) {
        // A rule that says when a parameter is required says more than its own flag.
        let by_rule = || self.operation.rules_require(&slot.place().pattern());
        let required = required && slot.value().is_none() && !by_rule();
        self.member(member, required, slot, found);
    }

    fn member(
        &self,
        member: &'m Member,
        required: bool,
        slot: Slot<'_>,
        found: &mut Vec<Violation<'m>>,
    ) {
        match slot.value() {
            Some(value) => self.value(member, value, &|| slot.place(), found),
            None if required => found.push(self.limit(Limit::Required, slot.place(), member)),
            None => {}
        }
    }

    /// Places are put together only for what is broken or has something inside.
    fn value(
        &self,
        member: &'m Member,
        value: &Value,
        at: &dyn Fn() -> Pointer,
        found: &mut Vec<Violation<'m>>,
    ) {
        for limit in self.types.limits_broken(member, value) {
            found.push(self.limit(limit, at(), member));
        }
        if let (Type::List(items), Value::Array(values)) = (&member.type_, value) {
            let list = at();
            for (index, value) in values.iter().enumerate() {
                self.value(items, value, &|| list.item(index), found);
            }
        } else if let Some(fields) = member.type_.fields(self.types.shapes) {
            let object = at();
            for (name, member) in fields {
                let slot = Slot {
                    object: value,
                    at: &object,
                    name,
                };
                self.member(member, member.required, slot, found);
            }
        }
    }

    fn rule(&self, rule: &'m Rule, request: &Value, found: &mut Vec<Violation<'m>>) {
        let Some((fields, places)) = self.places(rule, request) else {
            return;
        };
        for (at, object) in places {
            let scope = Scope {
                types: self.types,
                fields,
                object,
            };
            if scope.breaks(&rule.check) {
                found.push(Violation {
                    id: rule.id.clone(),
                    broken: Broken::Rule { rule, at },
                });
            }
        }
    }

    /// The objects that a rule looks at, and what they are made of.
    fn places<'v>(
        &self,
        rule: &'m Rule,
        request: &'v Value,
    ) -> Option<(&'m Fields, Vec<(Pointer, &'v Value)>)> {
        let Some(within) = &rule.within else {
            let place = (Pointer::default(), request);
            return Some((&self.operation.parameters, vec![place]));
        };
        let items = WirePath::parse(within)?.find(self.types.shapes, &self.operation.parameters)?;
        let list = Pointer::parse(within.strip_suffix("[]")?);
        let elements = list.get(request).and_then(Value::as_array);
        let places = elements.into_iter().flatten().enumerate();
        Some((
            items.type_.fields(self.types.shapes)?,
            places
                .map(|(index, value)| (list.item(index), value))
                .collect(),
        ))
    }

    fn limit(&self, limit: Limit, at: Pointer, member: &'m Member) -> Violation<'m> {
        Violation {
            id: format!(
                "{}.{}.{}",
                self.operation.name,
                at.pattern(),
                limit.as_str()
            ),
            broken: Broken::Limit { limit, at, member },
        }
    }
}
