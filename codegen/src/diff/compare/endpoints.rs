//! Where a service is reached: schemes, hosts, regions.

use std::collections::BTreeSet;

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::Cursor;
use crate::spec::{Endpoints, Region, Scheme};

const HOST: Optional = Optional::any(Rule::HostChanged);

impl Comparer<'_, '_> {
    pub(super) fn endpoints(&mut self, cursor: &Cursor, old: &Endpoints, new: &Endpoints) {
        let Endpoints {
            scheme,
            schemes,
            template,
            regions,
            source,
        } = old;
        let cursor = cursor.part("endpoints");
        self.changes.value(
            Rule::SchemeChanged,
            &cursor,
            &["endpoints", "scheme"],
            scheme_word(*scheme),
            scheme_word(new.scheme),
        );
        self.sets(
            (Rule::SchemeAdded, Rule::SchemeRemoved),
            &cursor,
            &["endpoints", "schemes"],
            schemes.iter().copied().map(scheme_word),
            new.schemes.iter().copied().map(scheme_word),
        );
        self.changes.fact(
            HOST,
            &cursor.part("endpoints.template"),
            &["endpoints", "template"],
            template.as_ref(),
            new.template.as_ref(),
        );
        let keys = ["endpoints", "source"];
        self.changes
            .differs(Rule::SourceChanged, &cursor, &keys, source, &new.source);
        let names: BTreeSet<_> = regions.keys().chain(new.regions.keys()).collect();
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
        let (before, after) = (host(old), host(new));
        let listed = (old.regions.get(name), new.regions.get(name));
        let keys = ["endpoints", "regions", name];
        let rule = match (&before, &after, listed) {
            (Some(before), Some(after), (old, new)) if before != after => {
                // What the template does to all regions is told once.
                let by_template =
                    |region: Option<&Region>| region.is_some_and(|region| region.host.is_none());
                if by_template(old) && by_template(new) {
                    return;
                }
                Rule::HostChanged
            }
            (None, Some(_), _) => Rule::RegionAdded,
            (Some(_), None, _) => Rule::RegionRemoved,
            (_, _, (None, Some(_))) => Rule::RegionListed,
            (_, _, (Some(_), None)) => Rule::RegionUnlisted,
            (_, _, (Some(old), Some(new))) => {
                let Region {
                    host: _,
                    name,
                    source,
                } = old;
                let (before, after) = ((name, source), (&new.name, &new.source));
                self.changes
                    .differs(Rule::WordsChanged, cursor, &keys, &before, &after);
                return;
            }
            (_, _, (None, None)) => return,
        };
        self.changes.push(rule, cursor, &keys, before, after);
    }
}

fn scheme_word(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Https => "https",
        Scheme::Http => "http",
    }
}
