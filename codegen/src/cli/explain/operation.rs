//! Operations: `CreateBgpPeer`.

use indexmap::IndexSet;

use super::page::Page;
use super::wanted::Wanted;
use super::{member, rule};
use crate::plan::{Crate, Operation};
use crate::spec::{Discrepancy, Effect, Lifecycle, Pagination, Protocol};

pub(super) fn explain(planned: &Crate<'_>, wanted: Wanted<'_>, page: &mut Page) {
    for operation in &planned.operations {
        if wanted.is(&operation.model.name) {
            show(planned, operation, page);
        }
    }
}

fn show(planned: &Crate<'_>, operation: &Operation<'_>, page: &mut Page) {
    let model = operation.model;
    let crate_name = &planned.model.facts.crate_name;
    page.heading(&format!("operation {} of {crate_name}", model.name));
    page.paragraph(&model.summary);
    page.paragraph(model.doc.as_deref().unwrap_or_default());
    page.paragraph(&call(planned, operation));
    let sources: Vec<_> = model.sources.iter().map(ToString::to_string).collect();
    page.paragraph(&format!("Source: {}.", sources.join("; ")));
    if model.request_source.title != model.source().title {
        page.paragraph(&format!(
            "Source of the parameters: {}.",
            model.request_source
        ));
    }
    page.list("Parameters", member::lines(model, planned.model));
    page.list("Rules", model.rules.iter().map(rule::line));
    if !model.response.is_empty() {
        page.section("Response");
        page.paragraph(&format!("{}.", quoted(model.response.keys())));
    }
    if let Some(pagination) = &model.pagination {
        page.section("Pages");
        page.paragraph(&pages(pagination));
    }
    page.list("States", model.lifecycle.iter().map(states));
    // A code that has several meanings has several rows.
    let codes: IndexSet<_> = model.errors.iter().map(|row| &row.code).collect();
    if !codes.is_empty() {
        page.section(&format!("Errors ({})", codes.len()));
        page.paragraph(&format!("{}.", quoted(codes)));
    }
    let disagreements = model.discrepancies.iter().map(disagreement);
    page.list("Where sources disagree", disagreements);
}

/// Names in backticks, behind each other.
fn quoted<'n>(names: impl IntoIterator<Item = &'n String>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// What sources say differently, and whom we believe.
fn disagreement(discrepancy: &Discrepancy) -> String {
    let sdk = discrepancy.sdk.as_ref();
    format!(
        "{}: {}{} We take: {}",
        discrepancy.about,
        discrepancy.documented,
        sdk.map_or_else(String::new, |sdk| format!(" SDK: {sdk}")),
        discrepancy.resolution
    )
}

/// How it is called, on the wire and in Rust.
fn call(planned: &Crate<'_>, operation: &Operation<'_>) -> String {
    let http = &operation.model.http;
    let effect = match operation.model.effect {
        Effect::Read => "Reads",
        Effect::Write => "Writes",
    };
    let method = format!("{:?}", http.method).to_uppercase();
    let on_the_wire = match (&planned.model.facts.protocol, &http.flag) {
        (Protocol::Rpc(rpc), _) => {
            format!(
                "{method}, {}={}",
                rpc.action_parameter, operation.model.name
            )
        }
        (Protocol::Rest(_), Some(flag)) => format!("{method} {}?{flag}", http.path),
        (Protocol::Rest(_), None) => format!("{method} {}", http.path),
    };
    format!(
        "{effect}: `{on_the_wire}`. In Rust: `client.{}()`, feature `{}`.",
        operation.method, operation.feature
    )
}

fn pages(pagination: &Pagination) -> String {
    match pagination {
        Pagination::PageNumber {
            page,
            size,
            total,
            items,
        } => format!(
            "By number: `{page}` counts pages of `{size}` entries. The list is `{items}`, `{total}` in all."
        ),
        Pagination::Marker {
            marker,
            size,
            next,
            more,
            items,
        } => format!(
            "By a marker: `{marker}` takes `{next}` of the page before, as long as `{more}` says so. The list is \
             `{items}`, `{size}` entries at a time."
        ),
        Pagination::NextToken {
            token,
            size,
            next,
            items,
        } => format!(
            "By a token: `{token}` takes `{next}` of the page before, until that is empty. The list is `{items}`, \
             `{size}` entries at a time."
        ),
    }
}

fn states(lifecycle: &Lifecycle) -> String {
    let mut parts = Vec::new();
    if !lifecycle.allowed_in.is_empty() {
        parts.push(format!("allowed in {}", quoted(&lifecycle.allowed_in)));
    }
    if !lifecycle.refused_in.is_empty() {
        parts.push(format!("refused in {}", quoted(&lifecycle.refused_in)));
    }
    parts.extend(
        lifecycle
            .passes_through
            .as_ref()
            .map(|state| format!("passes through `{state}`")),
    );
    parts.extend(
        lifecycle
            .leads_to
            .as_ref()
            .map(|state| format!("leads to `{state}`")),
    );
    format!("`{}`: {}.", lifecycle.resource, parts.join("; "))
}
