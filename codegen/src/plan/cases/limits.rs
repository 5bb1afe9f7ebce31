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
                _ => self.member(parameter, parameter.must_be_given() && !rules(&at), &at),
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
        let mut gaps = around.gaps;
        let accepted = self.inside(member, at, around.inside, &mut gaps);
        let mut refused = Sides::default();
        for value in around.outside {
            let broken = self.requests.samples.types.limits_broken(member, &value);
            // Not everything that comes near a limit is beyond it.
            if !broken.contains(&around.limit) {
                continue;
            }
            // A value may break two limits of one parameter.
            let wanted = broken.iter().map(|limit| self.id(at, *limit)).collect();
            let request = self.requests.with(at, value.clone());
            let fixed = std::slice::from_ref(at);
            let found = request.and_then(|request| self.requests.broken(request, &wanted, fixed));
            match found {
                Some((request, broken)) => refused.add(broken, self.patch(&request)),
                None => gaps.push(format!("no request is refused only because of {value}")),
            }
        }
        self.cases.add(&id, accepted, refused);
        for gap in gaps {
            self.cases.untested(&id, gap);
        }
    }

    /// Patches with values that should be accepted.
    fn inside(
        &self,
        member: &'m Member,
        at: &Pointer,
        values: Vec<Value>,
        gaps: &mut Vec<String>,
    ) -> Vec<Value> {
        let types = self.requests.samples.types;
        let mut values: Vec<Value> = (values.into_iter())
            .filter(|value| types.accepts(member, value))
            .collect();
        if values.is_empty() {
            // Other limits leave nothing of what lies at this one; then any value shows that some pass.
            values.extend(self.requests.values(at).first().cloned());
        }
        let mut accepted = Vec::new();
        for value in values {
            match self.accepted(at, value.clone()) {
                Some(request) => push(&mut accepted, self.patch(&request)),
                None => gaps.push(format!("no request with {value} is accepted")),
            }
        }
        accepted
    }

    /// A request with a value at a place that breaks nothing.
    fn accepted(&self, at: &Pointer, value: Value) -> Option<Value> {
        let request = self.requests.with(at, value)?;
        let fixed = std::slice::from_ref(at);
        self.requests.settled(request, &BTreeSet::new(), fixed)
    }
}
