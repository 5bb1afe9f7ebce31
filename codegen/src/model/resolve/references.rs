use super::{Resolver, Site, join};
use crate::diagnostic::{Code, Diagnostic, Span, did_you_mean_or};
use crate::model::{Fields, Operation, Type, WirePath, walk};
use crate::spec::{self, Effect, Pagination};

impl<'a> Resolver<'a> {
    /// Every name of a pagination must lead somewhere, and its items to a list.
    pub(super) fn check_pagination(&mut self, operation: &Operation, site: &Site<'a>) {
        let Some(pagination) = &operation.pagination else {
            return;
        };
        let (kind, requests, responses) = match pagination {
            Pagination::PageNumber {
                page, size, total, ..
            } => (
                "page_number",
                vec![("page", page.as_str()), ("size", size)],
                vec![("total", total.as_str())],
            ),
            Pagination::Marker {
                marker,
                size,
                next,
                more,
                ..
            } => (
                "marker",
                vec![("marker", marker.as_str()), ("size", size)],
                vec![("next", next.as_str()), ("more", more)],
            ),
            Pagination::NextToken {
                token, size, next, ..
            } => (
                "next_token",
                vec![("token", token.as_str()), ("size", size)],
                vec![("next", next.as_str())],
            ),
        };
        let items = pagination.items();
        let site = site.descend(["pagination", kind]);
        for (key, path) in &requests {
            self.find(
                path,
                &operation.parameters,
                "parameter",
                site.child(*key).value(),
            );
        }
        for (key, path) in &responses {
            self.find(
                path,
                &operation.response,
                "response field",
                site.child(*key).value(),
            );
        }
        let all = [requests, responses].concat();
        for (key, path) in all.into_iter().chain([("items", items)]) {
            if path.contains(['.', '[']) {
                self.error(
                    Code::Protocol,
                    &site.child(key),
                    format!("`{path}` does not stand at the top"),
                    "a list is paged by top-level parameters and response fields",
                );
            }
        }
        let site = site.child("items");
        let is_list = self
            .find(items, &operation.response, "response field", site.value())
            .map(|is| matches!(is, Type::List(_)));
        if is_list == Some(false) {
            self.error(
                Code::WrongValueType,
                &site,
                format!("`{items}` is no list"),
                "name the list that is paged",
            );
        }
        if operation.effect != Effect::Read {
            self.error(
                Code::Protocol,
                &site,
                "only an operation that reads is paged",
                "set `effect: read`, or drop `pagination`",
            );
        }
    }

    /// The type that a wire path leads to, or a report that it leads nowhere.
    pub(super) fn find(
        &mut self,
        path: &str,
        fields: &Fields,
        what: &str,
        span: Span,
    ) -> Option<Type> {
        let found = WirePath::parse(path)
            .and_then(|parsed| parsed.find(&self.shapes, fields))
            .map(|member| member.type_.clone());
        if found.is_none() {
            let places = walk(fields, &self.shapes);
            let help = did_you_mean_or(
                path,
                places.iter().map(|place| place.path.as_str()),
                "a path is written as on the wire: `direct_connect.name`, `Filter[].Key`",
            );
            self.diagnostics.push(
                Diagnostic::error(
                    Code::UnknownReference,
                    span,
                    format!("there is no {what} `{path}`"),
                )
                .help(help),
            );
        }
        found
    }

    /// Resources and states of an operation's lifecycle must exist.
    pub(super) fn check_lifecycle(&mut self, operation: &Operation, site: &Site<'a>) {
        let resources = &self.product.types.value.resources;
        for (index, lifecycle) in operation.lifecycle.iter().enumerate() {
            let site = site.child("lifecycle").child(index.to_string());
            let Some(resource) = resources.get(&lifecycle.resource) else {
                self.error(
                    Code::UnknownReference,
                    &site.child("resource"),
                    format!("there is no resource `{}`", lifecycle.resource),
                    did_you_mean_or(
                        &lifecycle.resource,
                        resources.keys().map(String::as_str),
                        "resources stand under `resources` of types.yaml",
                    ),
                );
                continue;
            };
            self.check_states(
                &lifecycle.allowed_in,
                &resource.states,
                &site.child("allowed_in"),
            );
            self.check_states(
                &lifecycle.refused_in,
                &resource.states,
                &site.child("refused_in"),
            );
            for (key, state) in [
                ("passes_through", &lifecycle.passes_through),
                ("leads_to", &lifecycle.leads_to),
            ] {
                self.check_states(state.as_slice(), &resource.states, &site.child(key));
            }
            if let Some(source) = &lifecycle.source {
                self.source(source, &site.child("source"));
            }
        }
    }

    fn check_states(&mut self, states: &[String], enumeration: &str, site: &Site<'a>) {
        let Some(known) = self.enums.get(enumeration).map(|known| {
            known
                .values
                .iter()
                .map(|value| value.wire.clone())
                .collect::<Vec<_>>()
        }) else {
            return;
        };
        for (index, state) in states
            .iter()
            .enumerate()
            .filter(|(_, state)| !known.contains(state))
        {
            let help = did_you_mean_or(
                state,
                known.iter().map(String::as_str),
                format!("`{enumeration}` has: {}", join(&known)),
            );
            self.error(
                Code::UnknownReference,
                &site.child(index.to_string()),
                format!("there is no state `{state}`"),
                help,
            );
        }
    }

    /// Resources: their states, the operation that reads them, and what waiters wait for.
    pub(super) fn check_resources(&mut self, operations: &[Operation]) {
        let types = &self.product.types;
        for (name, resource) in &types.value.resources {
            let site = Site::new(types).descend(["resources", name]);
            if !self.enums.contains_key(&resource.states) {
                self.error(
                    Code::UnknownReference,
                    &site.child("states"),
                    format!("there is no enum `{}`", resource.states),
                    did_you_mean_or(
                        &resource.states,
                        self.enums.keys().map(String::as_str),
                        "name the enum of types.yaml that lists the states",
                    ),
                );
            }
            if let Some(source) = &resource.source {
                self.source(source, &site.child("source"));
            }
            if let Some(poll) = &resource.poll {
                self.check_poll(poll, operations, &site.child("poll"));
            } else if let Some(waiter) = resource.waiters.keys().next() {
                self.error(
                    Code::MissingKey,
                    &site.descend(["waiters", waiter]),
                    "a waiter needs to know how the state is read",
                    "give the resource a `poll`",
                );
            }
            for (waiter_name, waiter) in &resource.waiters {
                let site = site.descend(["waiters", waiter_name]);
                self.check_states(&waiter.success, &resource.states, &site.child("success"));
                self.check_states(&waiter.failure, &resource.states, &site.child("failure"));
                if waiter.interval_seconds == 0 || waiter.deadline_seconds < waiter.interval_seconds
                {
                    self.error(
                        Code::ImpossibleValue,
                        &site,
                        format!("the waiter `{waiter_name}` cannot poll"),
                        "the interval is at least one second and the deadline at least one interval",
                    );
                }
            }
        }
    }

    fn check_poll(&mut self, poll: &spec::Poll, operations: &[Operation], site: &Site<'a>) {
        let Some(operation) = operations
            .iter()
            .find(|operation| operation.name == poll.operation)
        else {
            if self.product.incomplete {
                return;
            }
            self.error(
                Code::UnknownReference,
                &site.child("operation"),
                format!("there is no operation `{}`", poll.operation),
                did_you_mean_or(
                    &poll.operation,
                    operations.iter().map(|operation| operation.name.as_str()),
                    "name an operation of this product",
                ),
            );
            return;
        };
        self.find(
            &poll.id,
            &operation.parameters,
            "parameter",
            site.child("id").value(),
        );
        self.find(
            &poll.state,
            &operation.response,
            "response field",
            site.child("state").value(),
        );
        if let Some(id) = &poll.match_id {
            self.find(
                id,
                &operation.response,
                "response field",
                site.child("match_id").value(),
            );
        }
    }
}
