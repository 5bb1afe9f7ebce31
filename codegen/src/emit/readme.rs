//! `README.md` of a crate.

use askama::Template;

use super::library;
use super::rust::header;
use crate::plan::Crate;

/// `README.md`.
pub(super) fn readme(planned: &Crate<'_>) -> String {
    let page = Readme {
        header: header(planned, "").trim().to_owned(),
        planned,
        example: library::example(planned)
            .unwrap_or_default()
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect::<Vec<_>>()
            .join("\n"),
        call_operation: planned
            .operations
            .iter()
            .find(|operation| operation.model.effect == crate::spec::Effect::Read)
            .map(|operation| operation.model.name.clone())
            .unwrap_or_default(),
    };
    page.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "readme.md", escape = "none")]
struct Readme<'p> {
    header: String,
    planned: &'p Crate<'p>,
    example: String,
    call_operation: String,
}
