//! Services, and what their operations have in common.

use super::Comparer;
use crate::diff::changes::{Changes, Optional};
use crate::diff::cursor::{Cursor, Element, Sides, Subject};
use crate::diff::uses::Uses;
use crate::diff::{Direction, Rule};
use crate::model::{self, Model};
use crate::spec::{
    CommonParameter, CredentialVariables, Document, Endpoints, Region, Scheme, Service,
};

const CREDENTIAL: Optional = Optional {
    added: Rule::CredentialVariableChanged,
    removed: Rule::CredentialVariableChanged,
    changed: Rule::CredentialVariableChanged,
};
const HOST: Optional = Optional {
    added: Rule::HostChanged,
    removed: Rule::HostChanged,
    changed: Rule::HostChanged,
};
const CLIENT_HEADER: Optional = Optional {
    added: Rule::ClientHeaderAdded,
    removed: Rule::ClientHeaderRemoved,
    changed: Rule::ClientHeaderChanged,
};

/// Compares the services of two models. A service is the same as long as its crate or its product is.
pub(super) fn services(changes: &mut Changes<'_>) {
    let (old, new) = (&changes.old.model, &changes.new.model);
    let partner = |service: &model::Service| {
        let services = &new.services;
        let by_crate = services
            .iter()
            .find(|other| other.facts.crate_name == service.facts.crate_name);
        by_crate.or_else(|| {
            services.iter().find(|other| {
                let is = |crate_name: &str, model: &Model| {
                    let mut all = model.services.iter();
                    all.any(|service| service.facts.crate_name == crate_name)
                };
                other.facts.provider == service.facts.provider
                    && other.facts.service == service.facts.service
                    && !is(&other.facts.crate_name, old)
            })
        })
    };
    let mut met = Vec::new();
    for service in &old.services {
        match partner(service) {
            Some(other) => {
                met.push(&other.facts.crate_name);
                let mut comparer = Comparer {
                    uses: Uses::of(service, other),
                    changes,
                    old: service,
                    new: other,
                    open: Vec::new(),
                };
                comparer.service();
            }
            None => {
                let cursor = cursor(service, service);
                changes.push(Rule::ServiceRemoved, &cursor, &["service"], None, None);
            }
        }
    }
    for service in &new.services {
        if !met.contains(&&service.facts.crate_name) {
            let cursor = cursor(service, service);
            changes.push(Rule::ServiceAdded, &cursor, &["service"], None, None);
        }
    }
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
        self.word(
            Rule::CrateRenamed,
            cursor,
            "crate",
            crate_name,
            &new.crate_name,
        );
        self.word(
            Rule::ProviderRenamed,
            cursor,
            "provider",
            provider,
            &new.provider,
        );
        self.word(
            Rule::ApiVersionChanged,
            cursor,
            "api_version",
            api_version,
            &new.api_version,
        );
        self.changes.words(cursor, "service", service, &new.service);
        self.changes.words(cursor, "summary", summary, &new.summary);
        self.changes.words(cursor, "doc", doc, &new.doc);
        self.documents(cursor, documents, &new.documents);
        self.protocol(cursor, protocol, &new.protocol);
        self.authentication(cursor, authentication, &new.authentication);
        self.credentials(cursor, credentials, &new.credentials);
        self.endpoints(cursor, endpoints, &new.endpoints);
        let headers: std::collections::BTreeSet<_> = client_headers
            .keys()
            .chain(new.client_headers.keys())
            .collect();
        for header in headers {
            let value = |service: &Service| {
                let value = service.client_headers.get(header).copied();
                value.map(super::member::client_word)
            };
            let cursor = cursor
                .part(format!("client_headers.{header}"))
                .element(Element::Client);
            let keys = ["client_headers", header.as_str()];
            let (before, after) = (value(old), value(new));
            self.changes.fact(
                CLIENT_HEADER,
                &cursor,
                &keys,
                before.as_ref(),
                after.as_ref(),
            );
        }
        self.common_parameters(cursor, common_parameters, &new.common_parameters);
        self.responses(cursor, responses, &new.responses);
        self.retry(cursor, retry, &new.retry);
        self.timeouts(cursor, timeouts, &new.timeouts);
        // Maps are equal whatever the order of their keys.
        self.changes.words(cursor, "groups", groups, &new.groups);
        self.changes
            .words(cursor, "discrepancies", discrepancies, &new.discrepancies);
    }

    /// Takes in a fact that both sides have.
    pub(super) fn word(&mut self, rule: Rule, cursor: &Cursor, key: &str, old: &str, new: &str) {
        if old != new {
            let (old, new) = (Some(old.to_owned()), Some(new.to_owned()));
            self.changes.push(rule, &cursor.part(key), &[key], old, new);
        }
    }

    fn documents(
        &mut self,
        cursor: &Cursor,
        old: &indexmap::IndexMap<String, Document>,
        new: &indexmap::IndexMap<String, Document>,
    ) {
        // Maps are equal whatever the order of their keys.
        if old != new {
            self.changes
                .push(Rule::SourceChanged, cursor, &["documents"], None, None);
        }
    }

    fn credentials(
        &mut self,
        cursor: &Cursor,
        old: &CredentialVariables,
        new: &CredentialVariables,
    ) {
        let CredentialVariables {
            access_key_id,
            access_key_secret,
            security_token,
            token,
            project_id,
        } = old;
        let all = [
            (
                "access_key_id",
                Some(access_key_id),
                Some(&new.access_key_id),
            ),
            (
                "access_key_secret",
                Some(access_key_secret),
                Some(&new.access_key_secret),
            ),
            (
                "security_token",
                security_token.as_ref(),
                new.security_token.as_ref(),
            ),
            ("token", token.as_ref(), new.token.as_ref()),
            ("project_id", project_id.as_ref(), new.project_id.as_ref()),
        ];
        for (key, before, after) in all {
            let cursor = cursor.part(format!("credentials.{key}"));
            self.changes
                .fact(CREDENTIAL, &cursor, &["credentials", key], before, after);
        }
    }

    fn endpoints(&mut self, cursor: &Cursor, old: &Endpoints, new: &Endpoints) {
        let Endpoints {
            scheme,
            schemes,
            template,
            regions,
            source,
        } = old;
        let cursor = cursor.part("endpoints");
        if *scheme != new.scheme {
            let (old, new) = (Some(scheme_word(*scheme)), Some(scheme_word(new.scheme)));
            self.changes.push(
                Rule::SchemeChanged,
                &cursor,
                &["endpoints", "scheme"],
                old,
                new,
            );
        }
        let words =
            |schemes: &[Scheme]| schemes.iter().copied().map(scheme_word).collect::<Vec<_>>();
        self.sets(
            (Rule::SchemeAdded, Rule::SchemeRemoved),
            &cursor,
            &["endpoints", "schemes"],
            &words(schemes),
            &words(&new.schemes),
        );
        self.changes.fact(
            HOST,
            &cursor.part("endpoints.template"),
            &["endpoints", "template"],
            template.as_ref(),
            new.template.as_ref(),
        );
        if *source != new.source {
            let keys = ["endpoints", "source"];
            self.changes
                .push(Rule::SourceChanged, &cursor, &keys, None, None);
        }
        let names: std::collections::BTreeSet<_> =
            regions.keys().chain(new.regions.keys()).collect();
        for name in names {
            let cursor = cursor.part(format!("endpoints.regions.{name}"));
            self.region(&cursor, name, old, new);
        }
    }

    fn region(&mut self, cursor: &Cursor, name: &str, old: &Endpoints, new: &Endpoints) {
        let host = |endpoints: &Endpoints| {
            let template = || {
                let template = endpoints.template.as_ref()?;
                Some(template.replace("{region}", name))
            };
            match endpoints.regions.get(name) {
                Some(region) => region.host.clone().or_else(template),
                None => template(),
            }
        };
        let (listed, host, other) = (
            (old.regions.get(name), new.regions.get(name)),
            host(old),
            host(new),
        );
        let keys = ["endpoints", "regions", name];
        let rule = match (&host, &other, listed) {
            (Some(before), Some(after), _) if before != after => {
                // What the template does to all regions is told once.
                let by_template =
                    |region: Option<&Region>| region.is_none_or(|region| region.host.is_none());
                if by_template(listed.0)
                    && by_template(listed.1)
                    && listed.0.is_some()
                    && listed.1.is_some()
                {
                    return;
                }
                Rule::HostChanged
            }
            (None, Some(_), _) => Rule::RegionAdded,
            (Some(_), None, _) => Rule::RegionRemoved,
            (_, _, (None, Some(_))) => Rule::RegionListed,
            (_, _, (Some(_), None)) => Rule::RegionUnlisted,
            (_, _, (Some(before), Some(after))) => {
                let Region {
                    host: _,
                    name,
                    source,
                } = before;
                if *name != after.name || *source != after.source {
                    self.changes
                        .push(Rule::WordsChanged, cursor, &keys, None, None);
                }
                return;
            }
            (_, _, (None, None)) => return,
        };
        self.changes.push(rule, cursor, &keys, host, other);
    }

    fn common_parameters(
        &mut self,
        cursor: &Cursor,
        old: &indexmap::IndexMap<String, CommonParameter>,
        new: &indexmap::IndexMap<String, CommonParameter>,
    ) {
        for (name, before) in old {
            let cursor = cursor.part(format!("common_parameters.{name}"));
            let keys = ["common_parameters", name.as_str()];
            let Some(after) = new.get(name) else {
                self.changes
                    .push(Rule::CommonParameterRemoved, &cursor, &keys, None, None);
                continue;
            };
            let CommonParameter {
                doc,
                required,
                value,
                values,
                default,
                source,
            } = before;
            let text = |required: bool,
                        value: &Option<String>,
                        values: &[String],
                        default: &Option<String>| {
                let mut values = values.to_vec();
                values.sort();
                let part =
                    |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
                format!(
                    "required {required}, value {}, values {}, default {}",
                    part(value),
                    values.join(" "),
                    part(default)
                )
            };
            let facts = text(*required, value, values, default);
            let others = text(after.required, &after.value, &after.values, &after.default);
            if facts != others {
                let (old, new) = (Some(facts), Some(others));
                self.changes
                    .push(Rule::CommonParameterChanged, &cursor, &keys, old, new);
            }
            if *doc != after.doc || *source != after.source {
                self.changes
                    .push(Rule::WordsChanged, &cursor, &keys, None, None);
            }
        }
        for name in new.keys().filter(|name| !old.contains_key(*name)) {
            let cursor = cursor.part(format!("common_parameters.{name}"));
            let keys = ["common_parameters", name.as_str()];
            self.changes
                .push(Rule::CommonParameterAdded, &cursor, &keys, None, None);
        }
    }
}

fn scheme_word(scheme: Scheme) -> String {
    match scheme {
        Scheme::Https => "https",
        Scheme::Http => "http",
    }
    .to_owned()
}
