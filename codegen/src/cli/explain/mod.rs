//! What a name means, whatever kind of name it is.

mod change;
mod error_code;
mod known;
mod member;
mod operation;
mod page;
mod problem;
mod rule;
mod wanted;

use std::io::Write;
use std::path::PathBuf;

use super::pipeline::understand;
use super::{Failure, Outcome};
use crate::plan::{Plan, plan};
use page::Page;
use wanted::Wanted;

/// Prints what a name means, or which kinds of names there are.
pub(super) fn explain(
    root: Result<PathBuf, Failure>,
    name: Option<&str>,
) -> Result<Outcome, Failure> {
    let Some(name) = name else {
        return list(root);
    };
    // Problems and kinds of change are known without specs, so whoever mends broken specs can look them up.
    if let Some(page) = first(name, without_specs) {
        print(&page);
        return Ok(Outcome::Fine);
    }
    let understood = understand(&root?);
    let plan = plan(understood.sound()?);
    let Some(page) = first(name, |wanted, page| with_specs(&plan, wanted, page)) else {
        return Err(Failure::usage(known::unknown(&plan, name)));
    };
    print(&page);
    Ok(Outcome::Fine)
}

/// Prints which kinds of names there are, and how many of each.
fn list(root: Result<PathBuf, Failure>) -> Result<Outcome, Failure> {
    let understood = understand(&root?);
    let plan = plan(understood.sound()?);
    let mut page = Page::default();
    known::list(&plan, &mut page);
    print(&page);
    Ok(Outcome::Fine)
}

/// What is found under exactly a name, or else without minding its case.
fn first(name: &str, mut find: impl FnMut(Wanted<'_>, &mut Page)) -> Option<Page> {
    Wanted::ways(name).into_iter().find_map(|wanted| {
        let mut page = Page::default();
        find(wanted, &mut page);
        (!page.is_empty()).then_some(page)
    })
}

fn without_specs(wanted: Wanted<'_>, page: &mut Page) {
    problem::explain(wanted, page);
    change::explain(wanted, page);
}

fn with_specs(plan: &Plan<'_>, wanted: Wanted<'_>, page: &mut Page) {
    for planned in &plan.crates {
        operation::explain(planned, wanted, page);
        member::explain(planned, wanted, page);
        rule::explain(planned, wanted, page);
        error_code::explain(planned, wanted, page);
    }
}

fn print(page: &Page) {
    // A reader that has seen enough closes the pipe; that is no failure.
    let _ = anstream::stdout().write_all(page.text().as_bytes());
}
