//! What the specs hold, counted.

use crate::model::{Member, Origin, Rule, walk};
use crate::plan::{Coverage, Crate, Plan};
use crate::spec::Stage;

/// A table per product: how much of what there is, and who says it.
pub fn table(plan: &Plan<'_>, provider: Option<&str>) -> String {
    let tables: Vec<String> = plan
        .crates
        .iter()
        .filter(|planned| provider.is_none_or(|provider| planned.model.facts.provider == provider))
        .map(product)
        .collect();
    tables.join("\n")
}

fn product(planned: &Crate<'_>) -> String {
    let facts = &planned.model.facts;
    let mut text = format!(
        "{} ({}, API version {})\n{:<24}{:>8}{:>10}{:>8}{:>10}\n",
        facts.service,
        facts.crate_name,
        facts.api_version,
        "",
        "total",
        "document",
        "sdk",
        "inferred"
    );
    for (name, tally) in rows(planned) {
        let Tally {
            document,
            sdk,
            inferred,
        } = tally;
        let total = document + sdk + inferred;
        text.push_str(&format!(
            "{name:<24}{total:>8}{document:>10}{sdk:>8}{inferred:>10}\n"
        ));
    }
    let coverage = checked(planned);
    text.push_str(&format!(
        "checked before sending: {} of {} constraints ({} more by the rule that says when), {} of {} rules; not checkable on the client: {} rules\n",
        coverage.constraints,
        coverage.constraints + coverage.refined,
        coverage.refined,
        coverage.rules,
        rules(planned).filter(|rule| rule.stage == Stage::Client).count(),
        rules(planned).filter(|rule| rule.stage == Stage::Server).count(),
    ));
    text
}

/// How many there are, by who says it.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    document: usize,
    sdk: usize,
    inferred: usize,
}

impl Tally {
    fn add(&mut self, origin: Origin, count: usize) {
        match origin {
            Origin::Document => self.document += count,
            Origin::Sdk => self.sdk += count,
            Origin::Inferred => self.inferred += count,
        }
    }

    fn of(origins: impl Iterator<Item = (Origin, usize)>) -> Self {
        let mut tally = Self::default();
        origins.for_each(|(origin, count)| tally.add(origin, count));
        tally
    }
}

fn rows(planned: &Crate<'_>) -> Vec<(&'static str, Tally)> {
    let service = planned.model;
    let operations = || service.operations.iter();
    let parameters =
        || operations().flat_map(|operation| members(walk(&operation.parameters, &service.shapes)));
    let response =
        || operations().flat_map(|operation| members(walk(&operation.response, &service.shapes)));
    let staged = |stage| {
        Tally::of(
            rules(planned)
                .filter(move |rule| rule.stage == stage)
                .map(|rule| (rule.source.origin, 1)),
        )
    };
    let own = |counts: &dyn Fn(&crate::model::Operation) -> usize| {
        Tally::of(operations().map(|operation| (operation.source().origin, counts(operation))))
    };
    let enum_origin = |source: &Option<crate::model::Source>| {
        source
            .as_ref()
            .map_or(service.source.origin, |source| source.origin)
    };
    let values = || {
        service
            .enums
            .values()
            .flat_map(|enumeration| &enumeration.values)
    };
    vec![
        ("operations", own(&|_| 1)),
        (
            "parameters",
            Tally::of(parameters().map(|member| (member.source.origin, 1))),
        ),
        (
            "constraints",
            Tally::of(parameters().map(|member| (member.source.origin, member.constraint_count()))),
        ),
        ("rules for the client", staged(Stage::Client)),
        ("rules for the server", staged(Stage::Server)),
        (
            "response fields",
            Tally::of(response().map(|member| (member.source.origin, 1))),
        ),
        (
            "enums",
            Tally::of(service.enums.values().map(|enumeration| {
                let first = enumeration.values.first();
                (
                    first.map_or(service.source.origin, |value| enum_origin(&value.source)),
                    1,
                )
            })),
        ),
        (
            "enum values",
            Tally::of(values().map(|value| (enum_origin(&value.source), 1))),
        ),
        (
            "error rows",
            Tally::of(
                operations()
                    .flat_map(|operation| &operation.errors)
                    .chain(&service.errors)
                    .map(|row| (row.source.origin, 1)),
            ),
        ),
        ("examples", own(&|operation| operation.examples.len())),
        (
            "discrepancies",
            own(&|operation| operation.discrepancies.len()),
        ),
    ]
}

fn members(places: Vec<crate::model::Place<'_>>) -> impl Iterator<Item = &Member> {
    places.into_iter().map(|place| place.member)
}

fn rules<'p>(planned: &'p Crate<'_>) -> impl Iterator<Item = &'p Rule> {
    planned
        .model
        .operations
        .iter()
        .flat_map(|operation| &operation.rules)
}

fn checked(planned: &Crate<'_>) -> Coverage {
    planned
        .operations
        .iter()
        .fold(Coverage::default(), |sum, operation| {
            let own = Coverage::of(planned, operation);
            Coverage {
                constraints: sum.constraints + own.constraints,
                rules: sum.rules + own.rules,
                refined: sum.refined + own.refined,
            }
        })
}
