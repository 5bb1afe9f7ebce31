use serde::Serialize;

use super::super::{Diagnostic, Place, Sources};

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    label: Option<&'a str>,
    help: Option<String>,
    replacement: Option<&'a str>,
    related: Vec<RelatedItem<'a>>,
}

#[derive(Serialize)]
struct RelatedItem<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

/// An array of objects, one a problem.
pub(in super::super) fn json(items: &[&Diagnostic], sources: &Sources) -> String {
    let items: Vec<Item<'_>> = items
        .iter()
        .map(|item| Item {
            code: item.code().id(),
            severity: item.severity().as_str(),
            message: item.message(),
            place: Place::new(sources, item.span()),
            label: item.label_text(),
            help: (!item.help_texts().is_empty()).then(|| item.help_texts().join("\n")),
            replacement: item.replacement(),
            related: item
                .related()
                .iter()
                .map(|related| RelatedItem {
                    message: &related.text,
                    place: Place::new(sources, related.span),
                })
                .collect(),
        })
        .collect();
    // These structs hold text and numbers only, which always have a JSON form.
    let mut text = serde_json::to_string_pretty(&items).unwrap_or_else(|_| "[]".to_owned());
    text.push('\n');
    text
}
