//! Rules about addresses.

use serde_json::json;

use super::{Scenarios, Setting};
use crate::model::validate::{Network, mask_length};
use crate::plan::cases::samples::address::Ends;

impl Scenarios<'_, '_> {
    pub(super) fn not_within(&mut self, path: &str, network: &str) {
        let ends = Network::parse(network).and_then(|network| Ends::of(network, network.length));
        let Some(ends) = ends else {
            return;
        };
        let around = [
            (ends.network(0), true),
            (ends.network(1), true),
            (ends.first(), true),
            (ends.last(), true),
            (ends.before(), false),
            (ends.after(), false),
            (ends.network(-1), false),
        ];
        for (text, broken) in around {
            if let Some(text) = text {
                self.add(broken, vec![self.set(path, json!(text))]);
            }
        }
    }

    pub(super) fn same_subnet(&mut self, paths: &[String], mask: &str) {
        let Some((first, others)) = paths.split_first() else {
            return;
        };
        let Some((length, mask)) = self.mask(first, mask) else {
            return;
        };
        let Some(ends) = self
            .address(first)
            .and_then(|address| Ends::of(address, length))
        else {
            return;
        };
        for other in others {
            let pairs = [
                (ends.first(), ends.last(), false),
                (ends.last(), ends.first(), false),
                (ends.last(), ends.after(), true),
                (ends.first(), ends.before(), true),
            ];
            for (one, two, broken) in pairs {
                let (Some(one), Some(two)) = (one, two) else {
                    continue;
                };
                let mut settings = vec![self.set(first, json!(one)), self.set(other, json!(two))];
                settings.extend(mask.clone());
                self.add(broken, settings);
            }
        }
    }

    /// The prefix length of a mask, and what gives it; one that leaves room for several addresses.
    fn mask(&self, address: &str, mask: &str) -> Option<(u32, Option<Setting>)> {
        if mask.starts_with('/') {
            return Some((mask_length(mask)?, None));
        }
        let width = self.address(address)?.width;
        self.values(mask).into_iter().find_map(|value| {
            let length = value.as_str().and_then(mask_length)?;
            let fits = (8..width).contains(&length);
            fits.then(|| (length, Some(self.set(mask, value))))
        })
    }

    /// An address that a parameter takes.
    fn address(&self, path: &str) -> Option<Network> {
        let mut values = self.values(path).into_iter();
        values.find_map(|value| Network::parse(value.as_str()?))
    }
}
