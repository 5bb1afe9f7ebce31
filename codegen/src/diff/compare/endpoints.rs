//! Where a service is reached: schemes, hosts, regions.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::changes::Optional;
use crate::diff::cursor::Cursor;
use crate::spec::{Endpoints, Region, Scheme};

const HOST: Optional = Optional {
    added: Rule::HostChanged,
    removed: Rule::HostChanged,
    changed: Rule::HostChanged,
};

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
}

fn scheme_word(scheme: Scheme) -> String {
    match scheme {
        Scheme::Https => "https",
        Scheme::Http => "http",
    }
    .to_owned()
}
