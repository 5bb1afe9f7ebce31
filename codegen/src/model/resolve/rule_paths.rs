use indexmap::IndexMap;

use crate::spec::{self, Check, Condition, Stage};

/// A path that leads where its rule cannot look.
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// What is wrong with a path of a rule that the client checks; `keys` lead to it.
pub(super) fn fault(rule: &spec::Rule, keys: &[String], path: &str) -> Option<Fault> {
    let takes_items = matches!(
        rule.check,
        Check::RangeIf { .. }
            | Check::AllowedIf { .. }
            | Check::NotEqual { .. }
            | Check::NotWithin { .. }
    ) && keys.first().is_some_and(|key| key == "parameter");
    let stem = path.strip_suffix("[]");
    if rule.stage == Stage::Server {
        None
    } else if stem.unwrap_or(path).contains("[]") {
        Some(Fault {
            message: format!("`{path}` goes through a list"),
            help: "name the list under `within`, and start the path inside its elements",
        })
    } else if stem.is_some() && !takes_items {
        Some(Fault {
            message: format!("`{path}` means items, and the rule looks at one value here"),
            help: "leave the brackets out to mean the list",
        })
    } else {
        None
    }
}

/// Every path that a check names, with the keys that lead to it.
pub(super) fn uses(check: &Check) -> Vec<(Vec<String>, &str)> {
    fn list<'c>(key: &str, paths: &'c [String]) -> Vec<(Vec<String>, &'c str)> {
        paths
            .iter()
            .enumerate()
            .map(|(index, path)| (vec![key.to_owned(), index.to_string()], path.as_str()))
            .collect()
    }
    fn one<'c>(key: &str, path: &'c str) -> Vec<(Vec<String>, &'c str)> {
        vec![(vec![key.to_owned()], path)]
    }
    fn conditions(when: &IndexMap<String, Condition>) -> Vec<(Vec<String>, &str)> {
        when.keys()
            .map(|path| (vec!["when".to_owned(), path.clone()], path.as_str()))
            .collect()
    }
    fn groups(groups: &[Vec<String>]) -> Vec<(Vec<String>, &str)> {
        let mut all = Vec::new();
        for (outer, group) in groups.iter().enumerate() {
            for (inner, path) in group.iter().enumerate() {
                all.push((
                    vec!["groups".to_owned(), outer.to_string(), inner.to_string()],
                    path.as_str(),
                ));
            }
        }
        all
    }
    match check {
        Check::RequiredIf { parameters, when } | Check::ForbiddenIf { parameters, when } => {
            [list("parameters", parameters), conditions(when)].concat()
        }
        Check::RequiredWith { parameters, with } | Check::ForbiddenWith { parameters, with } => {
            [list("parameters", parameters), list("with", with)].concat()
        }
        Check::AtLeastOneOf { groups: all } | Check::ExactlyOneOf { groups: all } => groups(all),
        Check::AllOrNone { parameters } | Check::State { parameters } => {
            list("parameters", parameters)
        }
        Check::RangeIf {
            parameter, when, ..
        }
        | Check::AllowedIf {
            parameter, when, ..
        } => [one("parameter", parameter), conditions(when)].concat(),
        Check::SameSubnet { parameters, mask } => {
            let mut all = list("parameters", parameters);
            if !mask.starts_with('/') {
                all.extend(one("mask", mask));
            }
            all
        }
        Check::NotWithin { parameter, .. }
        | Check::NotEqual { parameter, .. }
        | Check::ItemCount { parameter, .. } => one("parameter", parameter),
    }
}
