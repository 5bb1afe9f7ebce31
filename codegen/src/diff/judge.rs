//! What changes do to Rust code, by what the crates of both sides offer.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::changes::{Change, Changes};
use super::cursor::{Element, Subject};
use super::offer::{Key, member_path};
use super::severity::{Api, Direction, Wire};
use super::surface::{Impact, Surfaces};
use super::{Finding, Rule};
use crate::plan::{Kind, identifier};

/// Knows what changes in Rust, and which of it a finding has told.
pub(super) struct Judge {
    surfaces: Surfaces,
    impacts: BTreeMap<Key, Impact>,
    told: BTreeSet<Key>,
    /// Of what was told, the things that have come, gone or changed as a whole, all parts included.
    whole: BTreeSet<Key>,
}

impl Judge {
    pub(super) fn new(changes: &Changes<'_>) -> Self {
        let (old, new) = (changes.old, changes.new);
        let renamed = |rule: Rule| {
            let changes = changes.list.iter();
            let changes = changes.filter(move |change| change.rule == rule);
            changes.filter_map(|change| Some((change.old.clone()?, change.new.clone()?)))
        };
        let crates: HashMap<_, _> = renamed(Rule::CrateRenamed).collect();
        let types = renamed(Rule::TypeRenamed)
            .map(|(old, new)| (identifier(Kind::Type, &old), identifier(Kind::Type, &new)))
            .collect();
        let surfaces = Surfaces::of(&old.model, &new.model, &crates, &types, &touched(changes));
        Self {
            impacts: surfaces.impacts(),
            surfaces,
            told: BTreeSet::new(),
            whole: BTreeSet::new(),
        }
    }

    /// What a change does to Rust code.
    pub(super) fn api(&mut self, change: &Change) -> Api {
        if !change.rule.shows_in_rust() {
            return Api::None;
        }
        let mut api = Api::None;
        for (old, new) in change.keys() {
            api = api.max(match self.surfaces.impact(&old, &new) {
                Some(Impact::Breaking) => Api::Breaking,
                Some(Impact::Additive) => Api::Additive,
                // A struct that moves is no matter of the change, unless its name is.
                Some(Impact::Moved) if change.rule == Rule::TypeRenamed => Api::Breaking,
                Some(Impact::Moved) | None => Api::None,
            });
            // A crate or an operation that only stands elsewhere says nothing of its parts.
            if !matches!(change.rule, Rule::CrateRenamed | Rule::GroupChanged) {
                self.whole.extend([old.clone(), new.clone()]);
            }
            self.told.extend([old, new]);
        }
        api
    }

    /// Reports what changes in Rust although nothing that was found says so.
    pub(super) fn unclaimed(&self, findings: &mut Vec<Finding>) -> Vec<String> {
        let mut moved = Vec::new();
        for ((service, element), impact) in &self.impacts {
            if self.is_told(service, element) {
                continue;
            }
            match impact {
                Impact::Additive => {}
                Impact::Moved => moved.push(element.to_string()),
                // A shared type that is gone although it was used stands where it was used, or nowhere.
                Impact::Breaking if matches!(element, Element::Type(_)) => {
                    moved.push(element.to_string());
                }
                Impact::Breaking if self.is_of_lost_type(service, element) => {}
                // Members of a struct that has become a shared one belong to that now.
                Impact::Breaking if self.is_in_moved(service, element) => {}
                Impact::Breaking => findings.push(self.told_by_nobody(service, element)),
            }
        }
        moved
    }

    /// The finding of something that changes in Rust by itself.
    fn told_by_nobody(&self, service: &str, element: &Element) -> Finding {
        let (old, new) = self.surfaces.items(&(service.to_owned(), element.clone()));
        Finding {
            rule: Rule::RustNameChanged,
            direction: Direction::Service,
            wire: Wire::None,
            source: Api::Breaking,
            service: service.to_owned(),
            subject: Subject::Service,
            path: element.to_string(),
            used_by: Vec::new(),
            old,
            new,
            old_place: None,
            new_place: None,
            anchor: None,
        }
    }

    /// Whether something is a part of a shared type that is gone as a whole.
    fn is_of_lost_type(&self, service: &str, element: &Element) -> bool {
        let Element::Part(type_, _) = element else {
            return false;
        };
        let key = (service.to_owned(), Element::Type(type_.clone()));
        self.impacts.get(&key) == Some(&Impact::Breaking)
    }

    /// Whether something is a part of a struct that has moved.
    fn is_in_moved(&self, service: &str, element: &Element) -> bool {
        let wholes = std::iter::successors(element.whole(), Element::whole);
        let mut keys = wholes.map(|whole| (service.to_owned(), whole));
        keys.any(|key| self.impacts.get(&key) == Some(&Impact::Moved))
    }

    /// Whether a finding has told of something, or of all that it is a part of.
    fn is_told(&self, service: &str, element: &Element) -> bool {
        let key = |element: Element| (service.to_owned(), element);
        let mut wholes = std::iter::successors(element.whole(), Element::whole);
        self.told.contains(&key(element.clone()))
            || wholes.any(|whole| self.whole.contains(&key(whole)))
    }
}

/// The operations whose Rust may be different: those that changed, and those that waiters poll.
fn touched<'n>(changes: &'n Changes<'_>) -> HashSet<&'n str> {
    let (old, new) = (changes.old, changes.new);
    let changed = changes.list.iter().flat_map(|change| {
        let names = [change.old.as_deref(), change.new.as_deref()];
        let renamed = (change.rule == Rule::OperationRenamed).then_some(names);
        let renamed = renamed.into_iter().flatten().flatten();
        change
            .cursor
            .operation
            .as_deref()
            .into_iter()
            .chain(renamed)
    });
    let services = old.model.services.iter().chain(&new.model.services);
    let resources = services.flat_map(|service| service.resources.values());
    let polled = resources.filter_map(|resource| Some(resource.poll.as_ref()?.operation.as_str()));
    let moved = changes.moved.iter().map(String::as_str);
    changed.chain(polled).chain(moved).collect()
}

impl Change {
    /// What the generated Rust has for what changed; under its old name and its new one, if it has another.
    fn keys(&self) -> Vec<(Key, Key)> {
        let element = match &self.cursor.element {
            Element::Member(operation, direction, path) => {
                Element::Member(operation.clone(), *direction, member_path(path))
            }
            Element::Part(type_, path) => Element::Part(type_.clone(), member_path(path)),
            other => other.clone(),
        };
        let renamed = matches!(
            self.rule,
            Rule::OperationRenamed
                | Rule::MemberRenamed
                | Rule::PathParameterRenamed
                | Rule::EnumValueRenamed
                | Rule::ErrorRenamed
                | Rule::TypeRenamed
        );
        let key = |name: &Option<String>| {
            let element = match name {
                Some(name) if renamed => element.named(name),
                _ => element.clone(),
            };
            (self.cursor.service.clone(), element)
        };
        let mut pairs = vec![(key(&self.old), key(&self.new))];
        // The builder takes the values that some parameter carries.
        if matches!(
            self.rule,
            Rule::ClientValueAdded | Rule::ClientValueRemoved | Rule::ClientValueChanged
        ) {
            let client = (self.cursor.service.clone(), Element::Client);
            pairs.push((client.clone(), client));
        }
        pairs
    }
}
