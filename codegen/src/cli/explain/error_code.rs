//! Error codes and their other spellings: `QuotaExceeded.Bgp`.

use indexmap::IndexMap;

use super::page::Page;
use super::wanted::Wanted;
use crate::model::ErrorRow;
use crate::plan::Crate;
use crate::spec::Retry;

/// What is said of a code, the same for all operations that say it.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Said<'r> {
    code: &'r str,
    words: String,
}

pub(super) fn explain(planned: &Crate<'_>, wanted: Wanted<'_>, page: &mut Page) {
    let service = planned.model;
    let everywhere = service.errors.iter().map(|row| (row, "any operation"));
    let of_operations = service.operations.iter().flat_map(|operation| {
        let rows = operation.errors.iter();
        rows.map(|row| (row, operation.name.as_str()))
    });
    let mut found: IndexMap<Said<'_>, Vec<&str>> = IndexMap::new();
    for (row, operation) in everywhere.chain(of_operations) {
        let mut spellings = std::iter::once(&row.code).chain(&row.aliases);
        if spellings.any(|code| wanted.is(code)) {
            let (code, words) = (row.code.as_str(), words(row));
            found
                .entry(Said { code, words })
                .or_default()
                .push(operation);
        }
    }
    for (Said { code, words }, operations) in &found {
        let crate_name = &service.facts.crate_name;
        page.heading(&format!("error code {code} of {crate_name}"));
        page.paragraph(words);
        page.paragraph(&format!("From {}.", operations.join(", ")));
    }
}

/// Everything that is said of a row.
fn words(row: &ErrorRow) -> String {
    let mut parts = vec![row.meaning.clone()];
    parts.extend(row.status.map(|status| format!("Status {status}.")));
    parts.extend(row.about.as_ref().map(|about| format!("About: {about}.")));
    if !row.aliases.is_empty() {
        let aliases: Vec<_> = row
            .aliases
            .iter()
            .map(|alias| format!("`{alias}`"))
            .collect();
        parts.push(format!("Also spelt {}.", aliases.join(", ")));
    }
    parts.extend(row.retry.map(|retry| {
        match retry {
            Retry::Never => "Trying again does not help.",
            Retry::AfterStateChange => "Trying again helps after a change of state.",
            Retry::Later => "Trying again later may help.",
        }
        .to_owned()
    }));
    parts.join(" ")
}
