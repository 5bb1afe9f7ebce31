//! Kinds of change: `maximum-lowered`.

use super::page::Page;
use super::wanted::Wanted;
use crate::diff::catalog::{Example, entry};
use crate::diff::{Direction, Rule, Wire};

pub(super) fn explain(wanted: Wanted<'_>, page: &mut Page) {
    for rule in Rule::ALL.iter().filter(|rule| wanted.is(rule.id())) {
        show(*rule, page);
    }
}

fn show(rule: Rule, page: &mut Page) {
    let entry = entry(rule);
    page.heading(&format!("kind of change {rule}: {}", rule.title()));
    page.paragraph(entry.why);
    page.section("Severity");
    for (direction, about) in [
        (Direction::Request, "in a request"),
        (Direction::Response, "in a response"),
        (Direction::Both, "in a type that both share"),
        (Direction::Service, "for the service as a whole"),
    ] {
        let wire = Wire::of(rule.effect(), direction);
        page.item(&format!("{about}: {}", wire.as_str()));
    }
    page.item(if rule.shows_in_rust() {
        "in Rust: depends on the names and types that the crate gets"
    } else {
        "in Rust: none"
    });
    page.section("How to make it compatible");
    page.paragraph(entry.compatible);
    let Example { before, after } = entry.example();
    page.section("Before");
    page.code(before);
    page.section("After");
    page.code(after);
    page.section("The way back");
    page.paragraph(&if rule.back() == rule {
        "It is a change of the same kind.".to_owned()
    } else {
        format!("`{}`: {}.", rule.back(), rule.back().title())
    });
}
