//! Rows of limits on single values.

use std::collections::BTreeSet;

use serde_json::Value;

use super::around::{Around, around};
use super::patch::patch;
use super::requests::Requests;
use super::{Cases, Sides, push};
use crate::model::validate::Limit;
use crate::model::{Fields, Member, Pointer, Type};

/// Adds a row for every limit of every parameter, of items of lists and of members of objects.
pub(super) fn add(requests: &Requests<'_>, cases: &mut Cases) {
    let mut walk = Walk {
        requests,
        cases,
        open: Vec::new(),
    };
    walk.parameters();
}

struct Walk<'w, 'm> {
    requests: &'w Requests<'m>,
    cases: &'w mut Cases,
    /// Shapes that the walk is inside of.
    open: Vec<&'m str>,
}

impl<'m> Walk<'_, 'm> {
    fn parameters(&mut self) {
        let operation = self.requests.validator.operation;
        let top = Pointer::default();
        for (name, parameter) in &operation.parameters {
            let at = top.member(name);
            let rules = |at: &Pointer| operation.rules_require(&at.pattern());
            match (&parameter.type_, parameter.flatten) {
                (Type::Object(inner), true) => {
                    for (name, member) in inner {
                        let at = at.member(name);
                        let required = parameter.required && member.required && !rules(&at);
                        self.member(member, required, &at);
                    }
                }
                _ => self.member(parameter, parameter.required && !rules(&at), &at),
            }
        }
    }

    fn fields(&mut self, fields: &'m Fields, at: &Pointer) {
        for (name, member) in fields {
            self.member(member, member.required, &at.member(name));
        }
    }

    fn member(&mut self, member: &'m Member, required: bool, at: &Pointer) {
        if required {
            self.required(at);
        }
        self.value(member, at);
    }

    fn value(&mut self, member: &'m Member, at: &Pointer) {
        for around in around(&self.requests.samples, member) {
            self.limit(member, at, around);
        }
        match &member.type_ {
            Type::List(items) => self.value(items, &at.item(0)),
            Type::Object(fields) => self.fields(fields, at),
            Type::Shape(name) if !self.open.contains(&name.as_str()) => {
                if let Some(shape) = self.requests.samples.types.shapes.get(name) {
                    self.open.push(name);
                    self.fields(&shape.fields, at);
                    self.open.pop();
                }
            }
            _ => {}
        }
    }

    fn id(&self, at: &Pointer, limit: Limit) -> String {
        let operation = &self.requests.validator.operation.name;
        format!("{operation}.{}.{}", at.pattern(), limit.as_str())
    }

    fn patch(&self, request: &Value) -> Value {
        patch(&self.requests.base, request)
    }

    fn required(&mut self, at: &Pointer) {
        let id = self.id(at, Limit::Required);
        let given = match at.get(&self.requests.base) {
            Some(_) => Some(self.requests.base.clone()),
            None => {
                (self.requests.values(at).iter()).find_map(|value| self.accepted(at, value.clone()))
            }
        };
        let mut refused = Sides::default();
        if let Some(given) = &given {
            let mut without = given.clone();
            at.remove(&mut without);
            let wanted = BTreeSet::from([id.clone()]);
            if let Some((request, broken)) =
                self.requests
                    .broken(without, &wanted, std::slice::from_ref(at))
            {
                refused.add(broken, self.patch(&request));
            }
        }
        let accepted = given.iter().map(|request| self.patch(request));
        self.cases.add(&id, accepted.collect(), refused);
    }

    fn limit(&mut self, member: &'m Member, at: &Pointer, around: Around) {
        let id = self.id(at, around.limit);
        let mut accepted = Vec::new();
        // Where other limits leave nothing of what lies at this one, any value shows that some pass.
        let any = self.requests.values(at);
        let any = any.iter().map(|value| vec![value.clone()]);
        for inside in std::iter::once(around.inside).chain(any) {
            let requests = inside
                .into_iter()
                .filter_map(|value| self.accepted(at, value));
            for patch in requests
                .map(|request| self.patch(&request))
                .collect::<Vec<_>>()
            {
                push(&mut accepted, patch);
            }
            if !accepted.is_empty() {
                break;
            }
        }
        let mut refused = Sides::default();
        for value in around.outside {
            let broken = self.requests.samples.types.limits_broken(member, &value);
            if !broken.contains(&around.limit) {
                continue;
            }
            // A value may break two limits of one parameter.
            let wanted = broken.iter().map(|limit| self.id(at, *limit)).collect();
            let request = self.requests.with(at, value);
            let fixed = std::slice::from_ref(at);
            let found = request.and_then(|request| self.requests.broken(request, &wanted, fixed));
            if let Some((request, broken)) = found {
                refused.add(broken, self.patch(&request));
            }
        }
        self.cases.add(&id, accepted, refused);
        for gap in around.gaps {
            self.cases.untested(&id, gap);
        }
    }

    /// A request with a value at a place that breaks nothing.
    fn accepted(&self, at: &Pointer, value: Value) -> Option<Value> {
        let request = self.requests.with(at, value)?;
        let fixed = std::slice::from_ref(at);
        self.requests.settled(request, &BTreeSet::new(), fixed)
    }
}
