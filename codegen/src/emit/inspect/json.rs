//! The resolved model as JSON, for `inspect --json`.

use serde::Serialize;

use crate::model::{DocumentedType, Member, Place, Service, Type, rule_text, walk};
use crate::plan::{Crate, Operation, PathTypes, Plan};
use crate::spec::{self, EnumerationBase, Location, Range, Scalar, Stage};

/// The whole model as one JSON object, in the shape that scripts rely on.
pub fn json(plan: &Plan<'_>, provider: Option<&str>) -> serde_json::Result<String> {
    let services = plan
        .crates
        .iter()
        .filter(|planned| provider.is_none_or(|provider| planned.model.facts.provider == provider))
        .map(ServiceView::of)
        .collect();
    let mut text = serde_json::to_string_pretty(&ModelView { services })?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct ModelView {
    services: Vec<ServiceView>,
}

#[derive(Serialize)]
struct ServiceView {
    provider: String,
    name: String,
    #[serde(rename = "crate")]
    crate_name: String,
    api_version: String,
    operations: Vec<OperationView>,
}

#[derive(Serialize)]
struct OperationView {
    name: String,
    group: String,
    sources: Vec<SourceView>,
    effect: spec::Effect,
    http: HttpView,
    parameters: Vec<ParameterView>,
    rules: Vec<RuleView>,
    response: Vec<FieldView>,
    errors: Vec<ErrorView>,
    pagination: Option<spec::Pagination>,
    idempotency_token: Option<String>,
    lifecycle: Vec<spec::Lifecycle>,
    discrepancies: Vec<spec::Discrepancy>,
}

#[derive(Serialize)]
struct SourceView {
    document: String,
    section: Option<String>,
}

#[derive(Serialize)]
struct HttpView {
    method: spec::Method,
    path: String,
    flag: Option<String>,
    success: u16,
}

#[derive(Serialize)]
struct ParameterView {
    path: String,
    #[serde(rename = "in")]
    location: Option<Location>,
    #[serde(rename = "type")]
    type_: &'static str,
    rust_type: Option<String>,
    origin: &'static str,
    required: bool,
    #[serde(rename = "enum")]
    values: Option<Vec<serde_json::Value>>,
    min: Option<i64>,
    max: Option<i64>,
    min_length: Option<i64>,
    max_length: Option<i64>,
    min_items: Option<i64>,
    max_items: Option<i64>,
    default: Option<Scalar>,
    secret: bool,
}

#[derive(Serialize)]
struct FieldView {
    path: String,
    #[serde(rename = "type")]
    type_: &'static str,
    rust_type: Option<String>,
    origin: &'static str,
    #[serde(rename = "enum")]
    values: Option<Vec<serde_json::Value>>,
    secret: bool,
}

#[derive(Serialize)]
struct RuleView {
    id: String,
    kind: &'static str,
    parameters: Vec<String>,
    stage: Stage,
    stated_by: spec::Statement,
    origin: &'static str,
    text: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct ErrorView {
    status: Option<u16>,
    code: String,
    about: Option<String>,
    meaning: String,
    retry: Option<spec::Retry>,
    origin: &'static str,
}

impl ServiceView {
    fn of(planned: &Crate<'_>) -> Self {
        let facts = &planned.model.facts;
        Self {
            provider: facts.provider.clone(),
            name: facts.service.clone(),
            crate_name: facts.crate_name.clone(),
            api_version: facts.api_version.clone(),
            operations: planned
                .operations
                .iter()
                .map(|operation| OperationView::of(planned, operation))
                .collect(),
        }
    }
}

impl OperationView {
    fn of(planned: &Crate<'_>, operation: &Operation<'_>) -> Self {
        let (service, model) = (planned.model, operation.model);
        let types = PathTypes::of(planned, operation);
        let rust_type = |type_: Option<&crate::plan::RustType>| type_.map(ToString::to_string);
        Self {
            name: model.name.clone(),
            group: model.group.clone(),
            sources: model
                .sources
                .iter()
                .map(|source| SourceView {
                    document: source.document.clone(),
                    section: source.section.clone(),
                })
                .collect(),
            effect: model.effect,
            http: HttpView {
                method: model.http.method,
                path: model.http.path.clone(),
                flag: model.http.flag.clone(),
                success: model.http.success,
            },
            parameters: walk(&model.parameters, &service.shapes)
                .iter()
                .map(|place| {
                    let top = place.path.split(['.', '[']).next().unwrap_or_default();
                    let location = model
                        .parameters
                        .get(top)
                        .and_then(|parameter| parameter.location);
                    ParameterView::of(
                        place,
                        location,
                        rust_type(types.request.get(&place.path)),
                        service,
                    )
                })
                .collect(),
            rules: model
                .rules
                .iter()
                .map(|rule| RuleView {
                    id: rule.id.clone(),
                    kind: rule_text::kind(&rule.check),
                    parameters: rule.parameters.clone(),
                    stage: rule.stage,
                    stated_by: rule.stated_by,
                    origin: rule.source.origin.as_str(),
                    text: rule.text.clone(),
                    error: rule.error.clone(),
                })
                .collect(),
            response: walk(&model.response, &service.shapes)
                .iter()
                .map(|place| FieldView {
                    path: place.path.clone(),
                    type_: place.member.documented.as_str(),
                    rust_type: rust_type(types.response.get(&place.path)),
                    origin: place.member.source.origin.as_str(),
                    values: values(place.member, service),
                    secret: place.member.secret,
                })
                .collect(),
            errors: model.errors.iter().map(ErrorView::of).collect(),
            pagination: model.pagination.clone(),
            idempotency_token: model.idempotency_token().map(str::to_owned),
            lifecycle: model.lifecycle.clone(),
            discrepancies: model.discrepancies.to_vec(),
        }
    }
}

impl ErrorView {
    fn of(row: &crate::model::ErrorRow) -> Self {
        Self {
            status: row.status,
            code: row.code.clone(),
            about: row.about.clone(),
            meaning: row.meaning.clone(),
            retry: row.retry,
            origin: row.source.origin.as_str(),
        }
    }
}

impl ParameterView {
    fn of(
        place: &Place<'_>,
        location: Option<Location>,
        rust_type: Option<String>,
        service: &Service,
    ) -> Self {
        let member = place.member;
        let Range(min, max) = member.constraints.range.unwrap_or(Range(None, None));
        let Range(min_length, max_length) = member.constraints.length.unwrap_or(Range(None, None));
        let Range(min_items, max_items) =
            member.constraints.item_count.unwrap_or(Range(None, None));
        Self {
            path: place.path.clone(),
            location,
            type_: member.documented.as_str(),
            rust_type,
            origin: member.source.origin.as_str(),
            required: member.required,
            values: values(member, service),
            min,
            max,
            min_length,
            max_length,
            min_items,
            max_items,
            default: member.default.clone(),
            secret: member.secret,
        }
    }
}

/// The documented values of a member, or of the items of a list: those that its own kind of source
/// states, not those that another kind adds.
fn values(member: &Member, service: &Service) -> Option<Vec<serde_json::Value>> {
    if !member.constraints.values.is_empty() {
        return Some(
            member
                .constraints
                .values
                .iter()
                .map(serde_json::Value::from)
                .collect(),
        );
    }
    match &member.type_ {
        Type::List(items) if !matches!(items.documented, DocumentedType::Object) => {
            values(items, service)
        }
        Type::Enum(name) => {
            let enumeration = service.enums.get(name)?;
            let stated = enumeration.values.iter().filter(|value| {
                value
                    .source
                    .as_ref()
                    .is_none_or(|source| source.origin <= member.source.origin)
            });
            Some(
                stated
                    .map(|value| typed(&value.wire, enumeration.base))
                    .collect(),
            )
        }
        _ => None,
    }
}

fn typed(wire: &str, base: EnumerationBase) -> serde_json::Value {
    match (base, wire.parse::<i64>()) {
        (EnumerationBase::Integer, Ok(number)) => number.into(),
        _ => wire.into(),
    }
}
