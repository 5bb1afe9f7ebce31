//! Resources, the way to read their states, and what can be waited for.

use indexmap::IndexMap;

use super::Comparer;
use crate::diff::changes::Optional;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::{Matched, by_name};
use crate::diff::{Rule, Side};
use crate::spec::{Poll, Resource, Waiter};

const POLL: Optional = Optional::any(Rule::PollChanged);

impl Comparer<'_, '_> {
    /// Compares the resources of `types.yaml`.
    pub(super) fn resources(&mut self, service: &Cursor) {
        let (old, new) = (&self.old.resources, &self.new.resources);
        let (before, after) = (self.old.types_place, self.new.types_place);
        let Matched { kept, gone, come } = by_name(old, new, |(name, _)| name);
        for ((name, resource), (_, other)) in kept {
            let keys = ["resources", name.as_str()];
            let cursor = of_resource(service, name).at(before, after);
            self.resource(&cursor, &keys, resource, other);
        }
        let place =
            |side: &Side, types, name| side.part(types, &["resources", name]).unwrap_or(types);
        for (name, resource) in gone {
            let place = place(self.changes.old, before, name);
            let cursor = of_resource(service, name).gone(place, after);
            self.changes
                .push(Rule::ResourceRemoved, &cursor, &[], None, None);
            self.waiters_without_resource(&cursor, Rule::WaiterRemoved, resource);
        }
        for (name, resource) in come {
            let place = place(self.changes.new, after, name);
            let cursor = of_resource(service, name).come(before, place);
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
        let words = Rule::WordsChanged;
        self.changes
            .differs(words, cursor, &key("doc"), doc, &new.doc);
        let sources = Rule::SourceChanged;
        self.changes
            .differs(sources, cursor, &key("source"), source, &new.source);
        self.changes.value(
            Rule::PollChanged,
            cursor,
            &key("states"),
            states,
            &new.states,
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
        let Matched { kept, gone, come } = by_name(old, new, |(name, _)| name);
        for ((name, before), (_, after)) in kept {
            let keys = [*resources, *resource, "waiters", name.as_str()];
            self.waiter(&of_waiter(cursor, name), &keys, before, after);
        }
        let mut alone = |rule, name: &str| {
            let keys = [*resources, *resource, "waiters", name];
            let cursor = of_waiter(cursor, name);
            self.changes.push(rule, &cursor, &keys, None, None);
        };
        for (name, _) in gone {
            alone(Rule::WaiterRemoved, name);
        }
        for (name, _) in come {
            alone(Rule::WaiterAdded, name);
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
            let keys = [resources, resource, waiters, name, key];
            self.changes.value(rule, cursor, &keys, before, after);
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
