//! Services, and what stands in `service.yaml`.

use std::collections::BTreeSet;
use std::fmt::Display;

use indexmap::IndexMap;

use super::Comparer;
use super::member::client_word;
use crate::diff::changes::{Changes, Optional};
use crate::diff::cursor::{Cursor, Element, Sides, Subject};
use crate::diff::uses::Uses;
use crate::diff::{Direction, Rule};
use crate::model::{self, Model};
use crate::spec::{ClientValue, Service};

const CLIENT_HEADER: Optional = Optional {
    added: Rule::ClientHeaderAdded,
    removed: Rule::ClientHeaderRemoved,
    changed: Rule::ClientHeaderChanged,
};

type ClientHeaders = IndexMap<String, ClientValue>;

/// Compares the services of two models.
pub(super) fn services(changes: &mut Changes<'_>) {
    let (old, new) = (&changes.old.model, &changes.new.model);
    let mut met = Vec::new();
    for service in &old.services {
        if let Some(other) = partner(service, old, new) {
            met.push(&other.facts.crate_name);
            let mut comparer = Comparer {
                uses: Uses::of(service, other),
                changes,
                old: service,
                new: other,
                open: Vec::new(),
            };
            comparer.service();
            let uses = comparer.uses;
            changes.uses.insert(&other.facts.crate_name, uses);
        } else {
            let cursor = cursor(service, service);
            changes.push(Rule::ServiceRemoved, &cursor, &["service"], None, None);
        }
    }
    for service in &new.services {
        if !met.contains(&&service.facts.crate_name) {
            let cursor = cursor(service, service);
            changes.push(Rule::ServiceAdded, &cursor, &["service"], None, None);
        }
    }
}

/// The service that has the same crate, or else the same product under a name that no crate had before.
fn partner<'m>(
    service: &model::Service,
    old: &'m Model,
    new: &'m Model,
) -> Option<&'m model::Service> {
    let facts = &service.facts;
    let of_crate = |model: &'m Model, name: &str| {
        let mut all = model.services.iter();
        all.find(|other| other.facts.crate_name == name)
    };
    of_crate(new, &facts.crate_name).or_else(|| {
        new.services.iter().find(|other| {
            other.facts.provider == facts.provider
                && other.facts.service == facts.service
                && of_crate(old, &other.facts.crate_name).is_none()
        })
    })
}

/// The cursor of a service.
fn cursor(old: &model::Service, new: &model::Service) -> Cursor {
    Cursor {
        service: new.facts.crate_name.clone(),
        direction: Direction::Service,
        subject: Subject::Service,
        operation: None,
        path: String::new(),
        element: Element::Crate,
        old: old.place,
        new: new.place,
        stands: Sides::BOTH,
    }
}

impl Comparer<'_, '_> {
    fn service(&mut self) {
        let cursor = cursor(self.old, self.new);
        let model::Service {
            facts,
            enums: _,
            shapes: _,
            resources: _,
            operations: _,
            errors,
            source: _,
            place: _,
            types_place: _,
        } = self.old;
        self.facts(&cursor, facts, &self.new.facts);
        self.errors(&cursor, errors, &self.new.errors);
        self.shared_types(&cursor);
        self.resources(&cursor);
        self.operations(&cursor);
    }

    fn facts(&mut self, cursor: &Cursor, old: &Service, new: &Service) {
        let Service {
            service,
            provider,
            crate_name,
            api_version,
            summary,
            doc,
            documents,
            protocol,
            authentication,
            credentials,
            endpoints,
            // Each parameter knows the value of the client that fills it.
            client_values: _,
            client_headers,
            common_parameters,
            responses,
            errors: _,
            retry,
            timeouts,
            groups,
            discrepancies,
        } = old;
        let mut word = |rule, key, old: &str, new: &str| {
            self.service_fact(rule, cursor, &[key], old, new);
        };
        word(Rule::CrateRenamed, "crate", crate_name, &new.crate_name);
        word(Rule::ProviderRenamed, "provider", provider, &new.provider);
        word(
            Rule::ApiVersionChanged,
            "api_version",
            api_version,
            &new.api_version,
        );
        self.changes.words(cursor, "service", service, &new.service);
        self.changes.words(cursor, "summary", summary, &new.summary);
        self.changes.words(cursor, "doc", doc, &new.doc);
        // Maps are equal whatever the order of their keys.
        self.changes.differs(
            Rule::SourceChanged,
            cursor,
            &["documents"],
            documents,
            &new.documents,
        );
        self.protocol(cursor, protocol, &new.protocol);
        self.authentication(cursor, authentication, &new.authentication);
        self.credentials(cursor, credentials, &new.credentials);
        self.endpoints(cursor, endpoints, &new.endpoints);
        self.client_headers(cursor, client_headers, &new.client_headers);
        self.common_parameters(cursor, common_parameters, &new.common_parameters);
        self.responses(cursor, responses, &new.responses);
        self.retry(cursor, retry, &new.retry);
        self.timeouts(cursor, timeouts, &new.timeouts);
        self.changes.words(cursor, "groups", groups, &new.groups);
        self.changes
            .words(cursor, "discrepancies", discrepancies, &new.discrepancies);
    }

    /// Compares the values of the client that headers carry.
    fn client_headers(&mut self, cursor: &Cursor, old: &ClientHeaders, new: &ClientHeaders) {
        let headers: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        for header in headers {
            let keys = ["client_headers", header.as_str()];
            let cursor = cursor.part(keys.join(".")).element(Element::Client);
            let word = |headers: &ClientHeaders| headers.get(header).copied().map(client_word);
            let (before, after) = (word(old), word(new));
            self.changes.fact(
                CLIENT_HEADER,
                &cursor,
                &keys,
                before.as_ref(),
                after.as_ref(),
            );
        }
    }

    /// Takes in a fact that both sides have, under the path of its keys.
    pub(super) fn service_fact<T: Display + PartialEq>(
        &mut self,
        rule: Rule,
        cursor: &Cursor,
        keys: &[&str],
        old: T,
        new: T,
    ) {
        let cursor = cursor.part(keys.join("."));
        self.changes.value(rule, &cursor, keys, old, new);
    }
}
