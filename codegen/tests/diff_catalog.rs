//! The catalogue of changes: every kind has an example that the comparison finds, and it finds nothing else.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;

use codegen::diff::catalog::entry;
use codegen::diff::{Api, Effect, Reliance, Report, Rule, diff};
use support::pair::Version;

/// What may show in Rust, but not in so small an example: only going through another list has other pages.
const UNSEEN_IN_RUST: [Rule; 1] = [Rule::PaginationChanged];

/// Writes down what a report has besides one finding of a kind.
fn check_alone(rule: Rule, report: &Report, example_of: Rule, wrong: &mut String) {
    let mut findings = report.findings.iter().chain(&report.words);
    let is_first = findings.next().is_some_and(|finding| finding.rule == rule);
    if !is_first || findings.next().is_some() || !report.moved.is_empty() {
        let _ = writeln!(wrong, "{rule}, by the example of {example_of}, comes as");
        for finding in report.findings.iter().chain(&report.words) {
            let _ = writeln!(wrong, "    {}: {finding}", finding.rule);
        }
        for moved in &report.moved {
            let _ = writeln!(wrong, "    moved: {moved}");
        }
    }
}

#[test]
fn every_example_shows_its_change_and_reversed_the_way_back() {
    let mut wrong = String::new();
    for rule in Rule::ALL.iter().copied() {
        let example = entry(rule).example();
        let old = Version::new(example.before).side("before");
        let new = Version::new(example.after).side("after");
        let (there, back) = (diff(&old, &new), diff(&new, &old));
        check_alone(rule, &there, rule, &mut wrong);
        check_alone(rule.back(), &back, rule, &mut wrong);
        let mut findings = there.findings.iter().chain(&back.findings);
        let is_seen = findings.any(|finding| finding.source != Api::None);
        if rule.shows_in_rust() != is_seen && !UNSEEN_IN_RUST.contains(&rule) {
            let _ = writeln!(wrong, "{rule}: the example shows in Rust: {is_seen}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_way_back_leads_back_and_undoes_the_effect() {
    for rule in Rule::ALL.iter().copied() {
        assert_eq!(rule.back().back(), rule, "{rule}");
        let (there, back) = (rule.effect(), rule.back().effect());
        assert!(mirrors(there, back), "{rule}: {there:?} and {back:?}");
        assert!(mirrors(back, there), "{rule}: {back:?} and {there:?}");
        assert_eq!(rule.shows_in_rust(), rule.back().shows_in_rust(), "{rule}");
    }
}

#[test]
fn a_kind_and_its_way_back_share_an_example() {
    for rule in Rule::ALL
        .iter()
        .copied()
        .filter(|rule| rule.back() != *rule)
    {
        let (there, back) = (entry(rule).example(), entry(rule.back()).example());
        assert_eq!(
            (there.before, there.after),
            (back.after, back.before),
            "{rule}"
        );
    }
}

#[test]
fn ids_are_unique_words_with_hyphens_and_all_texts_say_something() {
    let mut ids = BTreeSet::new();
    for rule in Rule::ALL.iter().copied() {
        let id = rule.id();
        assert!(ids.insert(id), "{id} is given twice");
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
        assert!(id.split('-').all(is_word), "{id}");
        assert_eq!(Rule::find(id), Some(rule));
        assert!(!rule.title().is_empty(), "{id}");
        let entry = entry(rule);
        for text in [entry.why, entry.compatible] {
            assert!(text.ends_with('.') && !text.contains("  "), "{id}: {text}");
        }
        let example = entry.example();
        assert!(
            !example.before.is_empty() && !example.after.is_empty(),
            "{id}"
        );
        assert!(!example.after.contains("---\n"), "{id}");
    }
}

/// Whether the way back of a change with an effect can have the other one.
fn mirrors(there: Effect, back: Effect) -> bool {
    use Effect::{
        Behaves, Demands, Falls, Grants, Hints, Names, Narrows, Releases, Replaces, Tells,
        Undecided, Widens, Withdraws,
    };
    match there {
        Narrows => matches!(back, Widens(_)),
        Widens(_) => matches!(back, Narrows),
        Demands => matches!(back, Releases | Withdraws(Reliance::Full)),
        Releases => matches!(back, Demands),
        Grants => matches!(back, Withdraws(_)),
        Withdraws(_) => matches!(back, Grants | Demands),
        Behaves => matches!(back, Behaves | Hints),
        Hints => matches!(back, Behaves | Hints),
        Replaces | Undecided | Falls | Names | Tells => there == back,
    }
}
