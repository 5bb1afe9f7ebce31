use super::rules::Planner;
use super::structs::Context;
use super::{Docs, Enum, Kind, Rule, RustType, Scope, Struct, identifier, sources};
use crate::model::{self, Fields, Member, Type};
use crate::spec::{ClientValue, Location, Retry, Stage};

/// An operation.
#[derive(Debug)]
pub struct Operation<'m> {
    /// What it means.
    pub model: &'m model::Operation,
    /// Its module.
    pub module: String,
    /// The method of the client that starts a request.
    pub method: String,
    /// Name of its fluent request.
    pub request: String,
    /// Its documentation.
    pub docs: Docs,
    /// Feature that it needs.
    pub feature: String,
    /// Its input.
    pub input: Struct,
    /// Its output.
    pub output: Struct,
    /// Structs of objects without a name, of the input.
    pub input_parts: Vec<Struct>,
    /// Structs of objects without a name, of the output.
    pub output_parts: Vec<Struct>,
    /// Rules that the client checks.
    pub rules: Vec<Rule<'m>>,
    /// Setters, one for each field of the input.
    pub setters: Vec<Setter>,
    /// Top-level parameters and their places.
    pub parameters: Vec<(String, Location, Option<Location>)>,
    /// Parameters that the client fills.
    pub client_values: Vec<(String, ClientValue)>,
    /// Wire paths of secret parameters.
    pub secrets: Vec<String>,
    /// Wire paths of secret response fields.
    pub response_secrets: Vec<String>,
    /// Documented errors.
    pub errors: Vec<DocumentedError>,
    /// Enum of its documented error codes, if it has any.
    pub error_code: Option<Enum>,
    /// Name of the static of its main source.
    pub source: String,
    /// Name of the static of its parameters' source.
    pub request_source: String,
}

/// A setter of a fluent request.
#[derive(Debug)]
pub struct Setter {
    /// Its name.
    pub name: String,
    /// The field that it sets.
    pub field: String,
    /// The type of the field.
    pub type_: RustType,
    /// Its documentation.
    pub docs: Docs,
}

/// A row of an error table.
#[derive(Debug)]
pub struct DocumentedError {
    /// HTTP status.
    pub status: Option<u16>,
    /// The code.
    pub code: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// What it is about; may be empty.
    pub about: String,
    /// What it means.
    pub meaning: String,
    /// Whether sending again can help.
    pub retry: Option<Retry>,
}

impl From<&model::ErrorRow> for DocumentedError {
    fn from(row: &model::ErrorRow) -> Self {
        Self {
            status: row.status,
            code: row.code.clone(),
            aliases: row.aliases.clone(),
            about: row.about.clone().unwrap_or_default(),
            meaning: row.meaning.clone(),
            retry: row.retry,
        }
    }
}

/// Names that operations of a crate share out.
#[derive(Debug)]
pub struct Names {
    modules: Scope,
    methods: Scope,
    types: Scope,
}

impl Names {
    /// The names of all operations of a service.
    pub fn of(service: &model::Service) -> Self {
        let words = || {
            let operations = service.operations.iter();
            operations.map(|operation| operation.name.as_str())
        };
        Self {
            modules: Scope::new(Kind::Module, words()),
            methods: Scope::new(Kind::Method, words()),
            types: Scope::new(Kind::Type, words()),
        }
    }

    /// The module of an operation.
    pub fn module(&self, operation: &str) -> String {
        self.modules.get(operation)
    }

    /// The method of the client that starts its request.
    pub fn method(&self, operation: &str) -> String {
        self.methods.get(operation)
    }

    /// Its fluent request, whose name those of its input and output begin with.
    pub fn request(&self, operation: &str) -> String {
        self.types.get(operation)
    }
}

impl<'m> Operation<'m> {
    /// Plans the rules, which reach into the shared shapes.
    pub(super) fn plan_rules(
        &mut self,
        service: &'m model::Service,
        shapes: &[Struct],
        sources: &super::Sources,
    ) {
        let planner = Planner {
            service,
            operation: self.model,
            input: &self.input,
            parts: &self.input_parts,
            shapes,
            sources,
        };
        self.rules = planner.rules();
    }

    pub(super) fn new(
        operation: &'m model::Operation,
        names: &Names,
        feature: String,
        context: &Context<'m>,
    ) -> Self {
        let name = names.request(&operation.name);
        let input_docs = Docs::new(&format!("Parameters of `{}`.", operation.name));
        let output_docs = Docs::new(&format!("What `{}` answers.", operation.name));
        let mut input_structs = context.structs(Some(&operation.request_source));
        let mut output_structs = context.structs(Some(operation.source()));
        let mut input =
            input_structs.plan(format!("{name}Input"), input_docs, &operation.parameters);
        let output = output_structs.plan(format!("{name}Output"), output_docs, &operation.response);
        let setters = setters(&input);
        for field in &mut input.fields {
            // The setter says the rest.
            field.docs = field.docs.first_paragraph();
            // A rule that says when a parameter is required says more than the table's flag.
            field.refined = field.required && operation.rules_require(&field.path());
            field.required &= !field.refined;
        }
        Self {
            model: operation,
            module: names.module(&operation.name),
            method: names.method(&operation.name),
            docs: docs(operation),
            feature,
            rules: Vec::new(),
            setters,
            input_parts: input_structs.nested,
            output_parts: output_structs.nested,
            parameters: operation
                .parameters
                .values()
                .filter_map(placement)
                .collect(),
            client_values: operation
                .parameters
                .values()
                .filter_map(|parameter| Some((parameter.name.clone(), parameter.client_value?)))
                .collect(),
            secrets: secrets(&operation.parameters, context.service),
            response_secrets: secrets(&operation.response, context.service),
            errors: operation.errors.iter().map(DocumentedError::from).collect(),
            error_code: (!operation.errors.is_empty())
                .then(|| Enum::of_error_codes(format!("{name}ErrorCode"), operation)),
            source: context.sources.name(operation.source()).to_owned(),
            request_source: context.sources.name(&operation.request_source).to_owned(),
            request: name,
            input,
            output,
        }
    }
}

fn setters(input: &Struct) -> Vec<Setter> {
    let scope = Scope::new(
        Kind::Setter,
        input.fields.iter().map(|field| field.name.as_str()),
    );
    input
        .fields
        .iter()
        .map(|field| Setter {
            // Field names of the scope are snake case already; only reserved ones change.
            name: reserve(&scope, &field.name),
            field: field.name.clone(),
            type_: field.type_.clone(),
            docs: field.docs.clone(),
        })
        .collect()
}

/// A setter is named like its field, also where the field ends in an underscore or a number.
fn reserve(scope: &Scope, field: &str) -> String {
    let plain = identifier(Kind::Setter, field);
    let reserved = plain.ends_with('_') && !field.ends_with('_');
    if reserved {
        scope.get(field)
    } else {
        field.to_owned()
    }
}

fn placement(parameter: &Member) -> Option<(String, Location, Option<Location>)> {
    Some((
        parameter.name.clone(),
        parameter.location?,
        parameter.also_in,
    ))
}

fn docs(operation: &model::Operation) -> Docs {
    let mut docs = Docs::new(&operation.summary);
    if let Some(more) = &operation.doc {
        docs = docs.paragraph(more);
    }
    for rule in &operation.rules {
        docs = docs.item(&format!(
            "{} ({})",
            rule.text,
            match rule.stage {
                Stage::Client => "checked before sending",
                Stage::Server => "checked by the server",
            }
        ));
    }
    docs.paragraph(&format!(
        "Source: {}",
        sources::describe(operation.source())
    ))
}

/// Wire paths of the secrets among members.
fn secrets(fields: &Fields, service: &model::Service) -> Vec<String> {
    model::walk(fields, &service.shapes)
        .into_iter()
        .filter_map(|place| match &place.member.type_ {
            Type::List(items) if items.secret => Some(format!("{}[]", place.path)),
            _ => place.member.secret.then_some(place.path),
        })
        .collect()
}
