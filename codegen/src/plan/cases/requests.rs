//! Requests that break what they are wanted to break, and nothing else.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::samples::Samples;
use super::search::Search;
use crate::model::validate::{Types, Validator};
use crate::model::{Fields, Member, Operation, Pointer, Service, Step, Type};

/// Makes requests of an operation.
#[derive(Debug)]
pub(super) struct Requests<'m> {
    pub validator: Validator<'m>,
    pub samples: Samples<'m>,
    /// A request that breaks nothing, and from which others are made.
    pub base: Value,
    /// Values by wire path; they are asked for again and again.
    known: RefCell<HashMap<String, Rc<[Value]>>>,
}

impl<'m> Requests<'m> {
    /// Starts from the first example that is accepted, or from what must be given; `None` if no
    /// request is accepted.
    pub(super) fn new(service: &'m Service, operation: &'m Operation) -> Option<Self> {
        let types = Types {
            enums: &service.enums,
            shapes: &service.shapes,
        };
        let mut requests = Self {
            validator: Validator { types, operation },
            samples: Samples { types },
            base: Value::Object(Map::new()),
            known: RefCell::default(),
        };
        let mut examples = (operation.examples.iter())
            .map(|example| Value::Object(example.request.clone().into_iter().collect()));
        let start = examples
            .find(|request| requests.validator.violations(request).is_empty())
            .or_else(|| requests.settled(requests.base.clone(), &BTreeSet::new(), &[]))?;
        requests.base = requests.shrunk(start);
        Some(requests)
    }

    /// The member that stands at a place.
    pub(super) fn member(&self, at: &Pointer) -> Option<&'m Member> {
        let mut fields: Option<&'m Fields> = Some(&self.validator.operation.parameters);
        let mut found: Option<&'m Member> = None;
        for step in at.steps() {
            let member = match (step, found.map(|member| &member.type_)) {
                (Step::Member(name), _) => fields?.get(name)?,
                (Step::Item(_), Some(Type::List(items))) => items.as_ref(),
                (Step::Item(_), _) => return None,
            };
            fields = member.type_.fields(self.samples.types.shapes);
            found = Some(member);
        }
        found
    }

    /// The base with a value at a place, and what is needed around it.
    pub(super) fn with(&self, at: &Pointer, value: Value) -> Option<Value> {
        let mut request = self.base.clone();
        self.put(&mut request, at, value)?;
        Some(request)
    }

    /// Puts a value at a place; objects and lists on the way get what must be in them.
    pub(super) fn put(&self, request: &mut Value, at: &Pointer, value: Value) -> Option<()> {
        let mut way = Pointer::default();
        for step in at.steps() {
            if way.get(request).is_none() {
                let plain = self.values(&way).first()?.clone();
                way.put(request, plain);
            }
            way = match step {
                Step::Member(name) => way.member(name),
                Step::Item(index) => way.item(*index),
            };
        }
        at.put(request, value);
        Some(())
    }

    /// Changes a request until it breaks what is wanted and nothing else, and leaves what is fixed.
    pub(super) fn settled(
        &self,
        request: Value,
        wanted: &BTreeSet<String>,
        fixed: &[Pointer],
    ) -> Option<Value> {
        Search::new(self, wanted, fixed).from(request)
    }

    /// The same for a request that is to break something, and what it breaks. Some limits never break
    /// alone: what is broken then is one more.
    pub(super) fn broken(
        &self,
        request: Value,
        wanted: &BTreeSet<String>,
        fixed: &[Pointer],
    ) -> Option<(Value, BTreeSet<String>)> {
        if let Some(settled) = self.settled(request.clone(), wanted, fixed) {
            return Some((settled, wanted.clone()));
        }
        let broken = self.validator.broken(&request);
        broken.difference(wanted).find_map(|one| {
            let more: BTreeSet<String> = wanted.iter().chain([one]).cloned().collect();
            let settled = self.settled(request.clone(), &more, fixed)?;
            Some((settled, more))
        })
    }

    /// Values for a place, the plainest first: samples, and what rules name.
    pub(super) fn values(&self, at: &Pointer) -> Rc<[Value]> {
        let pattern = at.pattern();
        if let Some(known) = self.known.borrow().get(&pattern) {
            return Rc::clone(known);
        }
        let values: Rc<[Value]> = (self.member(at))
            .map(|member| self.values_of(at, member))
            .unwrap_or_default()
            .into();
        self.known.borrow_mut().insert(pattern, Rc::clone(&values));
        values
    }

    fn values_of(&self, at: &Pointer, member: &'m Member) -> Vec<Value> {
        let counted = self.counted(at, member).into_iter();
        let mut values: Vec<Value> = Vec::new();
        for value in counted
            .chain(self.samples.many(member))
            .chain(self.named(at))
        {
            if !values.contains(&value) && self.samples.types.accepts(member, &value) {
                values.push(value);
            }
        }
        values
    }

    /// Takes everything away that need not be there.
    fn shrunk(&self, mut request: Value) -> Value {
        loop {
            let before = request.clone();
            let mut places = Vec::new();
            collect(&Pointer::default(), &request, &mut places);
            // A list stays a list of something.
            places.retain(|place| !matches!(place.steps().last(), Some(Step::Item(0))));
            for place in places.iter().rev() {
                let mut without = request.clone();
                place.remove(&mut without);
                if without != request && self.validator.violations(&without).is_empty() {
                    request = without;
                }
            }
            // What went may have set free what a rule tied to it.
            if request == before {
                return request;
            }
        }
    }
}

/// Places of a request, what is inside something before it.
fn collect(at: &Pointer, value: &Value, places: &mut Vec<Pointer>) {
    let inside: Vec<(Pointer, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (at.member(name), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, value)| (at.item(index), value))
            .collect(),
        _ => Vec::new(),
    };
    for (at, value) in inside {
        collect(&at, value, places);
        places.push(at);
    }
}
