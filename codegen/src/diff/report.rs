//! From changes in single places to a report: each cause once, with both severities.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::changes::{Change, Changes};
use super::compare::compare;
use super::cursor::{Element, Subject};
use super::severity::{Api, Bump, Direction, Wire};
use super::surface::{Impact, Key, Surfaces, plain_path};
use super::uses::Uses;
use super::{Finding, Rule, Side};
use crate::plan::{Kind, identifier};

/// What changed from one side to the other.
#[derive(Debug)]
pub struct Report {
    /// What changed, in a stable order.
    pub findings: Vec<Finding>,
    /// What changed in words for people only.
    pub words: Vec<Finding>,
    /// Structs that have another name or stand elsewhere in Rust, although nothing else is different.
    pub moved: Vec<String>,
}

impl Report {
    /// The part of a version number that must grow.
    #[must_use]
    pub fn bump(&self) -> Bump {
        let findings = self.findings.iter().chain(&self.words);
        let bump = findings.map(Finding::bump).max().unwrap_or(Bump::None);
        if self.moved.is_empty() {
            bump
        } else {
            Bump::Major
        }
    }

    /// How many findings have a severity on the wire.
    #[must_use]
    pub fn count(&self, wire: Wire) -> usize {
        let findings = self.findings.iter();
        findings.filter(|finding| finding.wire == wire).count()
    }
}

/// Compares two sides.
#[must_use]
pub fn diff(old: &Side, new: &Side) -> Report {
    let changes = compare(old, new);
    let mut judge = Judge::new(&changes);
    let mut merged: BTreeMap<Cause, Finding> = BTreeMap::new();
    for change in changes.list {
        let api = judge.api(&change);
        // A name that shows nowhere is nobody's business.
        let unseen = Wire::of(change.rule.effect(), change.cursor.direction) == Wire::None
            && api == Api::None
            && !change.rule.is_words()
            && change.rule.shows_in_rust();
        if !unseen {
            merge(&mut merged, &judge.uses, change, api);
        }
    }
    let (mut findings, mut words): (Vec<_>, Vec<_>) = merged
        .into_values()
        .partition(|finding| !finding.rule.is_words());
    let moved = judge.unclaimed(&mut findings);
    findings.sort_by_cached_key(Finding::order);
    words.sort_by_cached_key(Finding::order);
    Report {
        findings,
        words,
        moved,
    }
}

/// What makes changes in several places one finding.
type Cause = (
    String,
    Subject,
    String,
    Rule,
    Option<String>,
    Option<String>,
    // Only what is shared may change in both directions at once.
    Option<Direction>,
);

fn merge(
    merged: &mut BTreeMap<Cause, Finding>,
    uses: &HashMap<&str, Uses<'_>>,
    change: Change,
    api: Api,
) {
    let Change {
        rule,
        cursor,
        old,
        new,
    } = change;
    let cause = (
        cursor.service.clone(),
        cursor.subject.clone(),
        cursor.path.clone(),
        rule,
        old.clone(),
        new.clone(),
        (!cursor.subject.is_shared()).then_some(cursor.direction),
    );
    let used_by = match &cursor.subject {
        Subject::Type(name) => uses
            .get(cursor.service.as_str())
            .map_or_else(Vec::new, |uses| uses.operations(name)),
        Subject::Parameter(_) => cursor.operation.iter().cloned().collect(),
        Subject::Service | Subject::Operation(_) | Subject::Resource(_) => Vec::new(),
    };
    let finding = merged.entry(cause).or_insert_with(|| Finding {
        rule,
        direction: cursor.direction,
        wire: Wire::None,
        source: Api::None,
        service: cursor.service,
        subject: cursor.subject,
        path: cursor.path,
        used_by: Vec::new(),
        old,
        new,
        old_place: (cursor.stands.old && rule != Rule::ServiceAdded).then_some(cursor.old),
        new_place: (cursor.stands.new && rule != Rule::ServiceRemoved).then_some(cursor.new),
        anchor: (rule != Rule::ServiceRemoved).then_some(cursor.new),
    });
    finding.direction = finding.direction.and(cursor.direction);
    finding.wire = Wire::of(rule.effect(), finding.direction);
    finding.source = finding.source.max(api);
    finding.used_by.extend(used_by);
    finding.used_by.sort();
    finding.used_by.dedup();
}

/// Knows what changes in Rust, and which of it a finding has told.
struct Judge<'s> {
    surfaces: Surfaces,
    impacts: BTreeMap<Key, Impact>,
    told: BTreeSet<Key>,
    uses: HashMap<&'s str, Uses<'s>>,
}

impl<'s> Judge<'s> {
    fn new(changes: &Changes<'s>) -> Self {
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
        let mut uses = HashMap::new();
        for service in &new.model.services {
            let name = service.facts.crate_name.as_str();
            let before = old.model.services.iter().find(|before| {
                let before = &before.facts.crate_name;
                crates.get(before).unwrap_or(before) == name
            });
            uses.insert(name, Uses::of(before.unwrap_or(service), service));
        }
        let surfaces = Surfaces::of(&old.model, &new.model, &crates, &types, &touched(changes));
        Self {
            impacts: surfaces.impacts(),
            surfaces,
            told: BTreeSet::new(),
            uses,
        }
    }

    /// What a change does to Rust code.
    fn api(&mut self, change: &Change) -> Api {
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
            self.told.extend([old, new]);
        }
        api
    }

    /// Reports what changes in Rust although nothing that was found says so.
    fn unclaimed(&self, findings: &mut Vec<Finding>) -> Vec<String> {
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

    /// Whether a finding has told of something, or of what it is a part of.
    fn is_told(&self, service: &str, element: &Element) -> bool {
        let told = |element: Element| self.told.contains(&(service.to_owned(), element));
        let mut next = Some(element.clone());
        while let Some(element) = next {
            next = element.whole();
            if told(element) {
                return true;
            }
        }
        false
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
                Element::Member(operation.clone(), *direction, plain_path(path))
            }
            Element::Part(type_, path) => Element::Part(type_.clone(), plain_path(path)),
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
