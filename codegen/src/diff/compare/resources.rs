//! Resources, the way to read their states, and what can be waited for.

use indexmap::IndexMap;

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::spec::{Poll, Resource, Waiter};

const POLL: Optional = Optional {
    added: Rule::PollChanged,
    removed: Rule::PollChanged,
    changed: Rule::PollChanged,
};

impl Comparer<'_, '_> {
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
