use super::{Resolver, Site};
use crate::diagnostic::Code;
use crate::spec::{Authentication, Protocol, RetryFacts, Timeouts};

impl<'a> Resolver<'a> {
    /// Facts of `service.yaml` that must fit each other.
    pub(super) fn check_service(&mut self, site: &Site<'a>) {
        let service = &self.product.service.value;
        self.check_slug(&service.provider, "provider", site);
        self.check_slug(&service.crate_name, "crate", site);
        self.check_endpoints(site);
        self.check_authentication(site);
        let RetryFacts { attempts, .. } = service.retry;
        if attempts == 0 {
            self.error(
                Code::ImpossibleValue,
                &site.descend(["retry", "attempts"]),
                "a call is attempted once at least",
                "`attempts` counts the first one too",
            );
        }
        let Timeouts {
            connect_ms,
            attempt_ms,
        } = service.timeouts;
        for (key, value) in [("connect_ms", connect_ms), ("attempt_ms", attempt_ms)] {
            if value == 0 {
                self.error(
                    Code::ImpossibleValue,
                    &site.descend(["timeouts", key]),
                    "no call can be made in no time",
                    "give it in milliseconds",
                );
            }
        }
        for (group, doc) in &service.groups {
            self.check_name(group, "group", &site.descend(["groups", group]));
            if doc.trim().is_empty() {
                self.error(
                    Code::MissingKey,
                    &site.descend(["groups", group]),
                    format!("the group `{group}` says nothing"),
                    "say what it holds",
                );
            }
        }
        for (index, discrepancy) in service.discrepancies.iter().enumerate() {
            self.check_prose(
                &discrepancy.resolution,
                &site.child("discrepancies").child(index.to_string()),
            );
        }
        for (name, document) in &service.documents {
            self.check_prose(&document.title, &site.descend(["documents", name, "title"]));
        }
        self.check_sources_of_service(site);
    }

    /// A name that becomes part of file names and of Rust.
    fn check_slug(&mut self, value: &str, key: &str, site: &Site<'a>) {
        self.check_name(value, key, &site.child(key));
    }

    fn check_name(&mut self, value: &str, what: &str, site: &Site<'a>) {
        let mut characters = value.chars();
        let good = characters
            .next()
            .is_some_and(|first| first.is_ascii_lowercase())
            && characters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !value.ends_with('-')
            && !value.contains("--");
        if !good {
            self.error(
                Code::BadName,
                site,
                format!("`{value}` cannot be the name of a {what}"),
                "use lower-case letters, digits and single hyphens, starting with a letter",
            );
        }
    }

    fn check_endpoints(&mut self, site: &Site<'a>) {
        let endpoints = &self.product.service.value.endpoints;
        let site = site.child("endpoints");
        if endpoints
            .template
            .as_ref()
            .is_some_and(|template| !template.contains("{region}"))
        {
            self.error(
                Code::Protocol,
                &site.child("template"),
                "the template has no `{region}`",
                "write the host with `{region}` where the region goes",
            );
        }
        for (name, region) in &endpoints.regions {
            let site = site.descend(["regions", name]);
            if region.host.is_none() && endpoints.template.is_none() {
                self.error(
                    Code::Protocol,
                    &site,
                    format!("the region `{name}` has no host"),
                    "give it a `host`, or the service a `template`",
                );
            }
            if region.host.as_ref().is_some_and(|host| !is_host(host)) {
                self.error(
                    Code::Protocol,
                    &site.child("host"),
                    "this is not a host name",
                    "write the host alone, without scheme, port or path",
                );
            }
        }
    }

    /// A way to authenticate must fit the protocol that it signs.
    fn check_authentication(&mut self, site: &Site<'a>) {
        let service = &self.product.service.value;
        let site = site.child("authentication");
        if service.authentication.is_empty() {
            self.error(
                Code::Protocol,
                &site,
                "the service has no way to authenticate",
                "list at least one, the documented one first",
            );
        }
        for (index, way) in service.authentication.iter().enumerate() {
            let fits = match way {
                Authentication::RpcHmacSha1 {} => matches!(service.protocol, Protocol::Rpc(_)),
                _ => matches!(service.protocol, Protocol::Rest(_)),
            };
            if !fits {
                self.error(
                    Code::Protocol,
                    &site.child(index.to_string()),
                    "this way to authenticate does not go with the protocol",
                    "`rpc_hmac_sha1` signs RPC queries, the others sign REST requests",
                );
            }
        }
        let has_token = service
            .authentication
            .iter()
            .any(|way| matches!(way, Authentication::Token { .. }));
        let signs = service
            .authentication
            .iter()
            .filter(|way| !matches!(way, Authentication::Token { .. }))
            .count();
        if signs > 1 || (has_token && signs == 0) {
            self.error(
                Code::Protocol,
                &site,
                "a service has exactly one way to sign, and may have a token beside it",
                "keep one signature",
            );
        }
    }

    fn check_sources_of_service(&mut self, site: &Site<'a>) {
        let service = &self.product.service.value;
        let mut given = Vec::new();
        if let Some(source) = &service.endpoints.source {
            given.push((source, site.descend(["endpoints", "source"])));
        }
        for (name, region) in &service.endpoints.regions {
            if let Some(source) = &region.source {
                given.push((
                    source,
                    site.descend(["endpoints", "regions", name, "source"]),
                ));
            }
        }
        for (name, parameter) in &service.common_parameters {
            if let Some(source) = &parameter.source {
                given.push((source, site.descend(["common_parameters", name, "source"])));
            }
        }
        for (source, site) in given {
            self.source(source, &site);
        }
    }

    fn check_prose(&mut self, text: &str, site: &Site<'a>) {
        if text.trim().is_empty() {
            self.error(
                Code::MissingKey,
                site,
                "this says nothing",
                "write a sentence",
            );
        }
    }
}

fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
}
