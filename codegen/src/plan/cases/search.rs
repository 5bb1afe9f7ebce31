//! The way from a request to one that breaks exactly what is wanted.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashSet};

use serde_json::Value;

use super::requests::Requests;
use crate::model::validate::{Broken, Limit, Violation};
use crate::model::{Member, Pointer};
use crate::spec::Range;

/// Requests that are looked at before giving up.
const MOST_REQUESTS: usize = 2000;

/// A search that goes on from the request with the fewest changes and the fewest violations.
pub(super) struct Search<'s, 'm> {
    requests: &'s Requests<'m>,
    wanted: &'s BTreeSet<String>,
    fixed: &'s [Pointer],
    nodes: Vec<Node<'m>>,
    seen: HashSet<Value>,
    /// Cost and number of what has been seen and not followed yet.
    waiting: BinaryHeap<Reverse<(usize, usize)>>,
}

/// A request that does not break what is wanted alone.
#[derive(Default)]
struct Node<'m> {
    request: Value,
    /// The first violation that is not wanted.
    surplus: Option<Violation<'m>>,
    /// How often it is found.
    same: usize,
    /// Changes that led here.
    changes: usize,
}

impl<'s, 'm> Search<'s, 'm> {
    pub(super) fn new(
        requests: &'s Requests<'m>,
        wanted: &'s BTreeSet<String>,
        fixed: &'s [Pointer],
    ) -> Self {
        Self {
            requests,
            wanted,
            fixed,
            nodes: Vec::new(),
            seen: HashSet::new(),
            waiting: BinaryHeap::new(),
        }
    }

    pub(super) fn from(mut self, request: Value) -> Option<Value> {
        self.see(request, 0, None);
        while let Some(Reverse((_, number))) = self.waiting.pop() {
            let node = self.nodes.get_mut(number).map(std::mem::take)?;
            let Some(surplus) = &node.surplus else {
                return Some(node.request);
            };
            let changes = node.changes.saturating_add(1);
            for (place, value) in self.changes(surplus, &node.request) {
                let mut changed = node.request.clone();
                let is_possible = match value {
                    Some(value) => self.requests.put(&mut changed, &place, value).is_some(),
                    None => {
                        place.remove(&mut changed);
                        true
                    }
                };
                if is_possible && self.seen.insert(changed.clone()) {
                    self.see(changed, changes, Some((&surplus.id, node.same)));
                }
            }
        }
        None
    }

    /// Takes down a request if it breaks what is wanted.
    fn see(&mut self, request: Value, changes: usize, mended: Option<(&str, usize)>) {
        if self.nodes.len() >= MOST_REQUESTS {
            return;
        }
        let violations = self.requests.validator.violations(&request);
        let count = |id: &str| violations.iter().filter(|found| found.id == id).count();
        if !self.wanted.iter().all(|id| count(id) > 0) {
            return;
        }
        let is_surplus = |found: &&Violation<'_>| !self.wanted.contains(&found.id);
        let surplus = violations.iter().find(is_surplus).cloned();
        // A rule may want several changes before it is kept; what keeps it at once comes first.
        let idle = mended.is_some_and(|(id, before)| count(id) >= before);
        let left = violations.iter().filter(is_surplus).count();
        let cost = changes
            .saturating_add(left)
            .saturating_add(usize::from(idle));
        self.waiting.push(Reverse((cost, self.nodes.len())));
        self.nodes.push(Node {
            same: surplus.as_ref().map_or(0, |surplus| count(&surplus.id)),
            surplus,
            request,
            changes,
        });
    }

    /// What may mend a violation: places, and what to put there or nothing.
    fn changes(&self, violation: &Violation<'m>, request: &Value) -> Vec<(Pointer, Option<Value>)> {
        let changes = match &violation.broken {
            Broken::Limit {
                limit: Limit::ItemCount,
                at,
                member,
            } => vec![(at.clone(), resized(at, member, request))],
            Broken::Limit { at, .. } => (self.requests.values(at).iter())
                .map(|value| (at.clone(), Some(value.clone())))
                .collect(),
            Broken::Rule { rule, at } => self.changes_for(rule.paths(), at, request),
        };
        let is_free = |place: &Pointer| !self.fixed.iter().any(|fixed| fixed.touches(place));
        changes
            .into_iter()
            .filter(|(place, _)| is_free(place))
            .collect()
    }

    /// What may mend a rule: to give what is missing, to leave out what is given, to give something else.
    fn changes_for(
        &self,
        paths: Vec<&str>,
        at: &Pointer,
        request: &Value,
    ) -> Vec<(Pointer, Option<Value>)> {
        let places: Vec<Pointer> = paths
            .iter()
            .map(|path| at.join(&Pointer::parse(path)))
            .collect();
        let (mut give, mut drop, mut other) = (Vec::new(), Vec::new(), Vec::new());
        for place in &places {
            let Some(member) = self.requests.member(place) else {
                continue;
            };
            let given = place.get(request);
            if given.is_some() {
                drop.push((place.clone(), None));
            }
            let types = self.requests.samples.types;
            let elsewhere = (places.iter().filter_map(|place| place.get(request)))
                .filter(|value| types.accepts(member, value));
            let changes = if given.is_none() {
                &mut give
            } else {
                &mut other
            };
            for value in self.requests.values(place).iter().chain(elsewhere) {
                if given != Some(value) {
                    changes.push((place.clone(), Some(value.clone())));
                }
            }
        }
        give.into_iter().chain(drop).chain(other).collect()
    }
}

/// A list with as many members as it may have, or nothing if it is empty and must not be.
fn resized(at: &Pointer, member: &Member, request: &Value) -> Option<Value> {
    let Range(low, high) = member.constraints.item_count?;
    let items = at.get(request)?.as_array()?;
    let count = usize::try_from(low.unwrap_or(0)).ok()?.max(items.len());
    let count = high.map_or(Some(count), |high| {
        Some(count.min(usize::try_from(high).ok()?))
    })?;
    let filler = items.iter().cycle().take(count).cloned();
    Some(Value::Array(filler.collect()))
}
