//! What is reported about specs that have the right shape and make no sense.
//!
//! Every case changes one place of the obstacle course; what is reported must be what stands in
//! `fixtures/meaning/<case>.txt`. `UPDATE_EXPECT=1 cargo test -p codegen --test diagnostics_meaning`
//! writes those anew; look at the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod files;
mod members;
mod names;
mod pages;
mod protocol;
mod rules;
mod samples;

use std::path::Path;

use codegen::diagnostic::{Diagnostics, Format};
use codegen::model::resolve::resolve;
use codegen::spec::load::load;
use support::expect;
use support::workspace::{edit, own_obstacle_course};

/// Name, file, what stands there, what is put in its place.
type Case = (&'static str, &'static str, &'static str, &'static str);

/// The cases of all topics.
fn cases() -> impl Iterator<Item = &'static Case> {
    let topics = [
        names::CASES,
        members::CASES,
        samples::CASES,
        rules::CASES,
        pages::CASES,
        protocol::CASES,
    ];
    topics.into_iter().flatten()
}

/// What is wrong with the obstacle course after changes.
fn reported(changes: &[(&str, &str, &str)]) -> (Diagnostics, String) {
    let root = own_obstacle_course();
    for (file, from, to) in changes {
        edit(root.path(), file, from, to);
    }
    let loaded = load(root.path());
    let mut diagnostics = loaded.diagnostics;
    let (_, problems) = resolve(&loaded.products);
    diagnostics.extend(problems.iter().cloned());
    let text = diagnostics.render(&loaded.sources, Format::Text { color: false });
    (diagnostics, text)
}

#[test]
fn the_obstacle_course_itself_is_clean() {
    let (diagnostics, text) = reported(&[]);
    assert!(diagnostics.is_empty(), "{text}");
}

#[test]
fn every_case_is_reported_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/meaning");
    let mut failed = Vec::new();
    for (case, file, from, to) in cases() {
        let (diagnostics, text) = reported(&[(file, from, to)]);
        assert!(!diagnostics.is_empty(), "{case} is not noticed");
        if !expect(&folder.join(format!("{case}.txt")), &text) {
            failed.push(case);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn mistakes_of_several_files_are_reported_together() {
    let wanted = [
        "unknown_type",
        "unknown_document",
        "unknown_state_of_a_waiter",
        "default_of_another_type",
        "range_upside_down",
    ];
    let changes: Vec<_> = cases()
        .filter(|(case, ..)| wanted.contains(case))
        .map(|(_, file, from, to)| (*file, *from, *to))
        .collect();
    let (diagnostics, text) = reported(&changes);
    assert_eq!(diagnostics.len(), wanted.len(), "{text}");
}
