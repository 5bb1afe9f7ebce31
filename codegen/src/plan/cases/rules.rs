//! Rows of rules over several parameters.

use std::collections::BTreeSet;

use serde_json::Value;

use super::patch::patch;
use super::requests::Requests;
use super::scenario::{Scenario, Scenarios};
use super::{Cases, Sides, push};
use crate::model::{Pointer, Rule};
use crate::spec::Stage;

/// Adds a row for every rule that the request alone decides.
pub(super) fn add(requests: &Requests<'_>, cases: &mut Cases) {
    let rules = requests.validator.operation.rules.iter();
    for rule in rules.filter(|rule| rule.stage == Stage::Client) {
        row(requests, rule, cases);
    }
}

fn row<'m>(requests: &Requests<'m>, rule: &'m Rule, cases: &mut Cases) {
    let scenarios = Scenarios::of(requests, rule);
    let mut accepted = Vec::new();
    let mut sides = Sides::default();
    let (mut shown, mut missing): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for scenario in scenarios {
        if shown.contains(&scenario.shows) {
            continue;
        }
        let found = request(requests, rule, &scenario);
        let list = if found.is_some() {
            &mut shown
        } else {
            &mut missing
        };
        list.push(scenario.shows);
        let Some((request, broken)) = found else {
            continue;
        };
        let patch = patch(&requests.base, &request);
        match scenario.broken {
            true => sides.add(broken, patch),
            false => push(&mut accepted, patch),
        }
    }
    missing.retain(|shows| !shown.contains(shows));
    missing.sort();
    missing.dedup();
    cases.add(&rule.id, accepted, sides);
    for shows in missing {
        cases.untested(&rule.id, format!("no request shows that {shows}"));
    }
}

/// A request for a situation, and what it breaks.
fn request(
    requests: &Requests<'_>,
    rule: &Rule,
    scenario: &Scenario,
) -> Option<(Value, BTreeSet<String>)> {
    let mut request = requests.base.clone();
    for setting in &scenario.settings {
        match &setting.value {
            Some(value) => requests.put(&mut request, &setting.at, value.clone())?,
            None => setting.at.remove(&mut request),
        }
    }
    let fixed = scenario.settings.iter().map(|setting| setting.at.clone());
    let fixed: Vec<Pointer> = fixed.collect();
    match scenario.broken {
        true => requests.broken(request, &BTreeSet::from([rule.id.clone()]), &fixed),
        false => Some((
            requests.settled(request, &BTreeSet::new(), &fixed)?,
            BTreeSet::new(),
        )),
    }
}
