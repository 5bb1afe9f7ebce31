//! Documentation pages in Markdown.

use askama::Template;

use super::rust::header;
use crate::model::{ErrorRow, Member, Place, Service, Type, walk};
use crate::plan::{Crate, Operation, PathTypes, limits};
use crate::spec::{Discrepancy, Effect, Location, Retry, Stage};

/// `docs/README.md`: the index.
pub(super) fn index(planned: &Crate<'_>) -> String {
    let page = Index {
        header: header(planned, "").trim().to_owned(),
        planned,
        groups: planned
            .groups
            .iter()
            .map(|group| Group {
                name: group.feature.clone(),
                doc: group.docs.lines().join(" "),
                operations: planned
                    .operations
                    .iter()
                    .filter(|operation| operation.feature == group.feature)
                    .map(|operation| Entry {
                        name: operation.model.name.clone(),
                        file: format!("{}/{}.md", group.feature, operation.module),
                        summary: cell(&operation.model.summary),
                    })
                    .collect(),
            })
            .collect(),
        errors: planned.model.errors.iter().map(Error::of).collect(),
        discrepancies: &planned.model.facts.discrepancies,
    };
    render(&page)
}

/// The page of an operation.
pub(super) fn operation(planned: &Crate<'_>, operation: &Operation<'_>) -> String {
    let (service, model) = (planned.model, operation.model);
    let types = PathTypes::of(planned, operation);
    let parameters = walk(&model.parameters, &service.shapes);
    let response = walk(&model.response, &service.shapes);
    let page = Page {
        header: header(planned, "").trim().to_owned(),
        operation,
        effect: match model.effect {
            Effect::Read => "reads",
            Effect::Write => "writes",
        },
        method: super::service::method(model.http.method),
        path: match &model.http.flag {
            Some(flag) => format!("{}?{flag}", model.http.path),
            None => model.http.path.clone(),
        },
        sources: model.sources.iter().map(ToString::to_string).collect(),
        parameters: parameters
            .iter()
            .map(|place| Row::of(place, types.request.get(&place.path), service))
            .collect(),
        response: response
            .iter()
            .map(|place| Row::of(place, types.response.get(&place.path), service))
            .collect(),
        rules: model
            .rules
            .iter()
            .map(|rule| Rule {
                id: rule.id.clone(),
                stage: match rule.stage {
                    Stage::Client => "client",
                    Stage::Server => "server",
                },
                text: cell(&rule.text),
                error: rule.error.clone().unwrap_or_default(),
            })
            .collect(),
        errors: model.errors.iter().map(Error::of).collect(),
        examples: model.examples.iter().map(Example::of).collect(),
        discrepancies: &model.discrepancies,
    };
    render(&page)
}

/// Rendering into a string does not fail; a page that did would be empty and caught by its test.
fn render(page: &impl Template) -> String {
    page.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "index.md", escape = "none")]
struct Index<'p> {
    header: String,
    planned: &'p Crate<'p>,
    groups: Vec<Group>,
    errors: Vec<Error>,
    discrepancies: &'p [Discrepancy],
}

struct Group {
    name: String,
    doc: String,
    operations: Vec<Entry>,
}

struct Entry {
    name: String,
    file: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "operation.md", escape = "none")]
struct Page<'p> {
    header: String,
    operation: &'p Operation<'p>,
    effect: &'static str,
    method: &'static str,
    path: String,
    sources: Vec<String>,
    parameters: Vec<Row>,
    response: Vec<Row>,
    rules: Vec<Rule>,
    errors: Vec<Error>,
    examples: Vec<Example>,
    discrepancies: &'p [Discrepancy],
}

struct Row {
    path: String,
    type_: String,
    place: &'static str,
    required: &'static str,
    about: String,
}

struct Rule {
    id: String,
    stage: &'static str,
    text: String,
    error: String,
}

struct Error {
    status: String,
    code: String,
    about: String,
    meaning: String,
    retry: &'static str,
}

struct Example {
    title: String,
    request: String,
    response: Option<String>,
}

impl Row {
    fn of(place: &Place<'_>, rust_type: Option<&crate::plan::RustType>, service: &Service) -> Self {
        let member = place.member;
        let documented = member.documented.as_str();
        Self {
            path: place.path.clone(),
            type_: match rust_type {
                Some(rust_type) => format!("{documented} (`{rust_type}`)"),
                None => documented.to_owned(),
            },
            place: match member.location {
                Some(Location::Path) => "path",
                Some(Location::Query) => "query",
                Some(Location::Header) => "header",
                Some(Location::Body) => "body",
                None => "",
            },
            required: if member.required { "yes" } else { "" },
            about: cell(&about(member, service)),
        }
    }
}

/// Meaning, limits, values, default and remarks of a member, in that order.
fn about(member: &Member, service: &Service) -> String {
    let mut parts = vec![member.doc.clone()];
    parts.extend(limits(member));
    if let Type::Enum(name) = &member.type_
        && let Some(enumeration) = service.enums.get(name)
        && member.constraints.values.is_empty()
    {
        let values: Vec<_> = enumeration
            .values
            .iter()
            .map(|value| format!("`{}`", value.wire))
            .collect();
        parts.push(format!("Values: {}.", values.join(", ")));
    }
    parts.extend(member.unit.as_ref().map(|unit| format!("Unit: {unit}.")));
    parts.extend(
        member
            .default
            .as_ref()
            .map(|default| format!("Default: `{default}`.")),
    );
    if member.secret {
        parts.push("Secret.".to_owned());
    }
    if member.unsupported {
        parts.push("Documented as not supported at present.".to_owned());
    }
    if member.source.origin != crate::model::Origin::Document {
        parts.push(format!("From {}.", member.source.title));
    }
    parts.join(" ")
}

impl Error {
    fn of(row: &ErrorRow) -> Self {
        Self {
            status: row
                .status
                .map(|status| status.to_string())
                .unwrap_or_default(),
            code: row.code.clone(),
            about: cell(row.about.as_deref().unwrap_or_default()),
            meaning: cell(&row.meaning),
            retry: match row.retry {
                Some(Retry::Never) => "no",
                Some(Retry::AfterStateChange) => "after a change of state",
                Some(Retry::Later) => "later",
                None => "",
            },
        }
    }
}

impl Example {
    fn of(example: &crate::spec::Example) -> Self {
        let request = serde_json::to_string_pretty(&example.request).unwrap_or_default();
        Self {
            title: example.title.clone(),
            request,
            response: example
                .response
                .as_ref()
                .and_then(|response| response.json.as_ref())
                .map(|json| json.trim_end().to_owned()),
        }
    }
}

/// Text that fits into one cell of a table.
fn cell(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}
