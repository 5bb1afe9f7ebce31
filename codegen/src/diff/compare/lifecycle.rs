//! States: what operations do to them, and what can be waited for.

use indexmap::IndexMap;

use super::Comparer;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::{Direction, Rule, Side};
use crate::spec::{Lifecycle, Poll, Resource, Waiter};

const OUTCOME: Optional = Optional {
    added: Rule::OutcomeChanged,
    removed: Rule::OutcomeChanged,
    changed: Rule::OutcomeChanged,
};
const POLL: Optional = Optional {
    added: Rule::PollChanged,
    removed: Rule::PollChanged,
    changed: Rule::PollChanged,
};

impl Comparer<'_, '_> {
    /// Compares what an operation does to the states of resources.
    pub(super) fn lifecycle(&mut self, cursor: &Cursor, old: &[Lifecycle], new: &[Lifecycle]) {
        let to = |resource: &str| Cursor {
            direction: Direction::Service,
            ..cursor.part(format!("lifecycle.{resource}"))
        };
        let entry = |side: &Side, operation, index: usize| {
            let keys = ["lifecycle", &index.to_string()];
            side.part(operation, &keys).unwrap_or(operation)
        };
        for (index, before) in old.iter().enumerate() {
            let cursor = to(&before.resource);
            match twin(old, index, new) {
                Some((other, after)) => {
                    let cursor = cursor.at(
                        entry(self.changes.old, cursor.old, index),
                        entry(self.changes.new, cursor.new, other),
                    );
                    self.transition(&cursor, before, after);
                }
                None => {
                    let place = entry(self.changes.old, cursor.old, index);
                    let cursor = cursor.gone(place, cursor.new);
                    let old = Some(before.resource.clone());
                    self.changes
                        .push(Rule::LifecycleRemoved, &cursor, &[], old, None);
                }
            }
        }
        for (index, after) in new.iter().enumerate() {
            if twin(new, index, old).is_none() {
                let place = entry(self.changes.new, cursor.new, index);
                let cursor = to(&after.resource).come(cursor.old, place);
                let new = Some(after.resource.clone());
                self.changes
                    .push(Rule::LifecycleAdded, &cursor, &[], None, new);
            }
        }
    }

    fn transition(&mut self, cursor: &Cursor, old: &Lifecycle, new: &Lifecycle) {
        let Lifecycle {
            resource: _,
            allowed_in,
            refused_in,
            passes_through,
            leads_to,
            source,
        } = old;
        match (allowed_in.as_slice(), new.allowed_in.as_slice()) {
            // No list stands for every state.
            ([], [_, ..]) => {
                let new = Some(new.allowed_in.join(", "));
                self.changes
                    .push(Rule::StatesNarrowed, cursor, &["allowed_in"], None, new);
            }
            ([_, ..], []) => {
                let old = Some(allowed_in.join(", "));
                self.changes
                    .push(Rule::StatesWidened, cursor, &["allowed_in"], old, None);
            }
            (before, after) => self.sets(
                (Rule::StatesWidened, Rule::StatesNarrowed),
                cursor,
                &["allowed_in"],
                before,
                after,
            ),
        }
        self.sets(
            (Rule::StatesNarrowed, Rule::StatesWidened),
            cursor,
            &["refused_in"],
            refused_in,
            &new.refused_in,
        );
        self.changes.fact(
            OUTCOME,
            cursor,
            &["passes_through"],
            passes_through.as_ref(),
            new.passes_through.as_ref(),
        );
        self.changes.fact(
            OUTCOME,
            cursor,
            &["leads_to"],
            leads_to.as_ref(),
            new.leads_to.as_ref(),
        );
        if *source != new.source {
            self.changes
                .push(Rule::SourceChanged, cursor, &["source"], None, None);
        }
    }

    /// Compares the resources of `types.yaml`.
    pub(super) fn resources(&mut self, service: &Cursor) {
        let (old, new) = (&self.old.resources, &self.new.resources);
        let (before, after) = (self.old.types_place, self.new.types_place);
        for (name, resource) in old {
            let keys = ["resources", name.as_str()];
            let cursor = of_resource(service, name).at(
                self.changes.old.part(before, &keys).unwrap_or(before),
                self.changes.new.part(after, &keys).unwrap_or(after),
            );
            match new.get(name) {
                Some(other) => {
                    let cursor = of_resource(service, name).at(before, after);
                    self.resource(&cursor, &keys, resource, other);
                }
                None => {
                    let cursor = cursor.gone(cursor.old, after);
                    self.changes
                        .push(Rule::ResourceRemoved, &cursor, &[], None, None);
                    self.waiters_without_resource(&cursor, Rule::WaiterRemoved, resource);
                }
            }
        }
        for (name, resource) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
            let keys = ["resources", name.as_str()];
            let cursor = of_resource(service, name)
                .come(before, self.changes.new.part(after, &keys).unwrap_or(after));
            self.changes
                .push(Rule::ResourceAdded, &cursor, &[], None, None);
            self.waiters_without_resource(&cursor, Rule::WaiterAdded, resource);
        }
    }

    /// The waiters that come or go with their resource.
    fn waiters_without_resource(&mut self, cursor: &Cursor, rule: Rule, resource: &Resource) {
        for name in resource.waiters.keys() {
            let cursor = of_waiter(cursor, name);
            self.changes.push(rule, &cursor, &[], None, None);
        }
    }

    fn resource(&mut self, cursor: &Cursor, keys: &[&str; 2], old: &Resource, new: &Resource) {
        let Resource {
            doc,
            states,
            poll,
            waiters,
            source,
        } = old;
        let [resources, name] = *keys;
        let key = |last: &'static str| [resources, name, last];
        if *doc != new.doc {
            self.changes
                .push(Rule::WordsChanged, cursor, &key("doc"), None, None);
        }
        if *source != new.source {
            self.changes
                .push(Rule::SourceChanged, cursor, &key("source"), None, None);
        }
        self.changes.fact(
            POLL,
            cursor,
            &key("states"),
            Some(states),
            Some(&new.states),
        );
        let (before, after) = (poll.as_ref().map(text), new.poll.as_ref().map(text));
        self.changes.fact(
            POLL,
            &cursor.part("poll"),
            &key("poll"),
            before.as_ref(),
            after.as_ref(),
        );
        self.waiters(cursor, keys, waiters, &new.waiters);
    }

    fn waiters(
        &mut self,
        cursor: &Cursor,
        [resources, resource]: &[&str; 2],
        old: &IndexMap<String, Waiter>,
        new: &IndexMap<String, Waiter>,
    ) {
        for (name, before) in old {
            let keys = [*resources, *resource, "waiters", name.as_str()];
            let cursor = of_waiter(cursor, name);
            match new.get(name) {
                Some(after) => self.waiter(&cursor, &keys, before, after),
                None => {
                    self.changes
                        .push(Rule::WaiterRemoved, &cursor, &keys, None, None);
                }
            }
        }
        for name in new.keys().filter(|name| !old.contains_key(*name)) {
            let keys = [*resources, *resource, "waiters", name.as_str()];
            self.changes.push(
                Rule::WaiterAdded,
                &of_waiter(cursor, name),
                &keys,
                None,
                None,
            );
        }
    }

    fn waiter(&mut self, cursor: &Cursor, keys: &[&str; 4], old: &Waiter, new: &Waiter) {
        let Waiter {
            success,
            failure,
            gone_is_success,
            interval_seconds,
            deadline_seconds,
        } = old;
        let [resources, resource, waiters, name] = *keys;
        let mut changed = |rule, key: &'static str, before: String, after: String| {
            if before != after {
                let keys = [resources, resource, waiters, name, key];
                self.changes
                    .push(rule, cursor, &keys, Some(before), Some(after));
            }
        };
        let states = |states: &[String]| {
            let mut states = states.to_vec();
            states.sort();
            states.join(", ")
        };
        let rule = Rule::WaiterStatesChanged;
        changed(rule, "success", states(success), states(&new.success));
        changed(rule, "failure", states(failure), states(&new.failure));
        changed(
            rule,
            "gone_is_success",
            gone_is_success.to_string(),
            new.gone_is_success.to_string(),
        );
        let rule = Rule::PacingChanged;
        changed(
            rule,
            "interval_seconds",
            interval_seconds.to_string(),
            new.interval_seconds.to_string(),
        );
        changed(
            rule,
            "deadline_seconds",
            deadline_seconds.to_string(),
            new.deadline_seconds.to_string(),
        );
    }
}

/// The entry that stands for the same thing on the other side: an equal one, or else of those of one resource that
/// have no equal the one in the same turn.
fn twin<'o>(
    own: &[Lifecycle],
    index: usize,
    other: &'o [Lifecycle],
) -> Option<(usize, &'o Lifecycle)> {
    let entry = own.get(index)?;
    if let Some(equal) = other.iter().enumerate().find(|(_, other)| *other == entry) {
        return Some(equal);
    }
    let is_rival = |rival: &&Lifecycle, others: &[Lifecycle]| {
        rival.resource == entry.resource && !others.contains(rival)
    };
    let before = own.iter().take(index);
    let turn = before.filter(|rival| is_rival(rival, other)).count();
    let others = other.iter().enumerate();
    others.filter(|(_, rival)| is_rival(rival, own)).nth(turn)
}

fn of_resource(service: &Cursor, name: &str) -> Cursor {
    service.shared(Subject::Resource(name.to_owned()), "")
}

fn of_waiter(cursor: &Cursor, name: &str) -> Cursor {
    let resource = cursor.subject.name().to_owned();
    cursor
        .part(format!("waiters.{name}"))
        .element(Element::Waiter(resource, name.to_owned()))
}

/// The way to read a state in one line.
fn text(poll: &Poll) -> String {
    let Poll {
        operation,
        id,
        state,
        match_id,
    } = poll;
    let matched = match_id.as_deref().unwrap_or("none");
    format!("{operation}: id {id}, state {state}, match_id {matched}")
}
