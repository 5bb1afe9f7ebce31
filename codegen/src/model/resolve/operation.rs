use super::member::Role;
use super::{Resolver, Site, join};
use crate::diagnostic::{Code, Diagnostic, did_you_mean_or};
use crate::model::{Fields, Http, Operation, Source};
use crate::spec::load::OperationFile;
use crate::spec::{self, Location, Method, Protocol};

impl<'a> Resolver<'a> {
    /// Resolves one operation; `None` if its source or its place in HTTP is unknown.
    pub(super) fn operation(&mut self, file: &'a OperationFile) -> Option<Operation> {
        let spec = &file.spec.value;
        let site = Site::new(&file.spec);
        self.check_operation_name(&spec.operation, &site);
        self.check_group(&file.group, &site);
        let source = self.source(&spec.source, &site.child("source"))?;
        let request_source =
            self.default_source(&spec.request_source, &site, "request_source", &source);
        let response_source =
            self.default_source(&spec.response_source, &site, "response_source", &source);
        let mut sources = vec![source.clone()];
        for (index, further) in spec.also_documented_in.iter().enumerate() {
            let site = site.child("also_documented_in").child(index.to_string());
            sources.extend(self.source(further, &site));
        }
        let http = self.http(&spec.http, &site)?;
        let mut parameters = self.fields(
            &spec.request,
            &site.child("request"),
            Role::Parameter,
            &request_source,
        );
        self.place(&mut parameters, &http, &site);
        let mut response = self.response_shape(spec, &site);
        response.extend(self.fields(
            &spec.response,
            &site.child("response"),
            Role::Field,
            &response_source,
        ));
        let mut operation = Operation {
            name: spec.operation.clone(),
            group: file.group.clone(),
            effect: spec.effect,
            summary: spec.summary.trim().to_owned(),
            doc: spec.doc.as_ref().map(|doc| doc.trim().to_owned()),
            sources,
            request_source,
            http,
            parameters,
            rules: Vec::new(),
            response,
            errors: self.error_rows(&spec.errors, &site, &source),
            pagination: spec.pagination.clone(),
            lifecycle: spec.lifecycle.clone(),
            examples: spec.examples.clone(),
            discrepancies: spec.discrepancies.clone(),
            place: site.value(),
        };
        operation.rules = self.rules(spec, &operation, &site);
        self.check_effects(spec, &operation, &site);
        self.check_idempotency_token(&operation, &site);
        self.check_pagination(&operation, &site);
        self.check_lifecycle(&operation, &site);
        self.check_examples(&operation, &site);
        Some(operation)
    }

    fn default_source(
        &mut self,
        given: &Option<spec::Source>,
        site: &Site<'a>,
        key: &str,
        default: &Source,
    ) -> Source {
        given
            .as_ref()
            .and_then(|given| self.source(given, &site.child(key)))
            .unwrap_or_else(|| default.clone())
    }

    fn check_operation_name(&mut self, name: &str, site: &Site<'a>) {
        let good = name
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.".contains(c));
        if name.is_empty() || !good {
            self.error(
                Code::BadName,
                &site.child("operation"),
                format!("`{name}` cannot be the name of an operation"),
                "a name holds letters, digits, `_`, `-` and `.`",
            );
        }
    }

    fn check_group(&mut self, group: &str, site: &Site<'a>) {
        let groups = &self.product.service.value.groups;
        if !groups.contains_key(group) {
            self.error(
                Code::UnknownReference,
                &site.child("operation"),
                format!("the folder `{group}` is no resource group of the service"),
                format!("`groups` of service.yaml lists: {}", join(groups.keys())),
            );
        }
    }

    fn http(&mut self, spec: &spec::Http, site: &Site<'a>) -> Option<Http> {
        let site = site.child("http");
        let success = spec.success.unwrap_or(200);
        if !(200..300).contains(&success) {
            self.error(
                Code::ImpossibleValue,
                &site.child("success"),
                "this is not a status of success",
                "a status of success is from 200 to 299",
            );
        }
        match &self.product.service.value.protocol {
            Protocol::Rpc(rpc) => {
                if spec.method.is_some() || spec.path.is_some() || spec.flag.is_some() {
                    self.error(
                        Code::Protocol,
                        &site,
                        "an operation of an RPC service has no method, path or flag of its own",
                        "leave `http` out, or keep only `success`",
                    );
                }
                Some(Http {
                    method: rpc.method,
                    path: "/".to_owned(),
                    flag: None,
                    success,
                })
            }
            Protocol::Rest(_) => {
                let (Some(method), Some(path)) = (spec.method, spec.path.clone()) else {
                    self.error(
                        Code::Protocol,
                        &site,
                        "an operation of a REST service needs a method and a path",
                        "write `http: { method: GET, path: /v1/… }`",
                    );
                    return None;
                };
                Some(Http {
                    method,
                    path,
                    flag: spec.flag.clone(),
                    success,
                })
            }
        }
    }

    /// Gives every parameter its place, and holds the path template against the path parameters.
    fn place(&mut self, parameters: &mut Fields, http: &Http, site: &Site<'a>) {
        let names = self.path_names(&http.path, site);
        let usual = match (&self.product.service.value.protocol, http.method) {
            (Protocol::Rpc(_), _) | (_, Method::Get | Method::Delete) => Location::Query,
            _ => Location::Body,
        };
        for (name, parameter) in parameters.iter_mut() {
            let in_template = names.contains(name);
            let location =
                parameter
                    .location
                    .unwrap_or(if in_template { Location::Path } else { usual });
            parameter.location = Some(location);
            if (location == Location::Path) != in_template {
                let site = site.descend(["request", name]);
                self.error(
                    Code::Protocol,
                    &site,
                    if in_template {
                        format!("`{name}` stands in the path template, but not `in: path`")
                    } else {
                        format!(
                            "`{name}` is `in: path`, but the template `{}` has no `{{{name}}}`",
                            http.path
                        )
                    },
                    "a path parameter stands in both, under the same name",
                );
            }
        }
        for name in &names {
            if !parameters.contains_key(name) {
                self.error(
                    Code::Protocol,
                    &site.descend(["http", "path"]),
                    format!("there is no parameter `{name}` for the path"),
                    did_you_mean_or(
                        name,
                        parameters.keys().map(String::as_str),
                        "list it under `request`",
                    ),
                );
            }
        }
    }

    /// The names in a path template; reports what is no template.
    fn path_names(&mut self, path: &str, site: &Site<'a>) -> Vec<String> {
        let mut names = Vec::new();
        let literal = |text: &str| {
            text.chars()
                .all(|character| character.is_ascii_alphanumeric() || "-._~".contains(character))
        };
        let segments = path.strip_prefix('/').map(|rest| rest.split('/'));
        let mut well_formed = segments.is_some();
        for segment in segments.into_iter().flatten() {
            match segment
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'))
            {
                Some(name) if !name.is_empty() => names.push(name.to_owned()),
                Some(_) => well_formed = false,
                None => well_formed &= literal(segment) && (!segment.is_empty() || path == "/"),
            }
        }
        if !well_formed {
            self.error(
                Code::Protocol,
                &site.descend(["http", "path"]),
                format!("`{path}` is no path template"),
                "a template starts with `/`; a segment is plain text or one `{parameter}`",
            );
        }
        names
    }

    /// The members of a shape that stand at the top of the response.
    fn response_shape(&mut self, spec: &'a spec::Operation, site: &Site<'a>) -> Fields {
        let Some(name) = &spec.response_shape else {
            return Fields::new();
        };
        let Some(shape) = self.shapes.get(name) else {
            self.error(
                Code::UnknownReference,
                &site.child("response_shape"),
                format!("there is no shape `{name}`"),
                did_you_mean_or(
                    name,
                    self.shapes.keys().map(String::as_str),
                    "shapes stand under `shapes` of types.yaml",
                ),
            );
            return Fields::new();
        };
        let fields = shape.fields.clone();
        for field in fields
            .keys()
            .filter(|field| spec.response.contains_key(*field))
        {
            self.error(
                Code::DuplicateName,
                &site.descend(["response", field]),
                format!("`{field}` is a member of `{name}` already"),
                "leave it out here",
            );
        }
        fields
    }

    fn check_idempotency_token(&mut self, operation: &Operation, site: &Site<'a>) {
        let tokens: Vec<_> = operation
            .parameters
            .values()
            .filter(|parameter| parameter.idempotency_token)
            .map(|parameter| parameter.name.clone())
            .collect();
        let is_read = operation.effect == spec::Effect::Read;
        if let (true, Some(token)) = (is_read, tokens.first())
            && operation
                .parameters
                .get(token)
                .is_some_and(|token| token.required)
        {
            self.error(
                Code::ImpossibleValue,
                &site.descend(["request", token]),
                "an operation that reads cannot demand an idempotency token",
                "only writes get one from the client; drop `required` or `idempotency_token`",
            );
        }
        if let [first, second, ..] = tokens.as_slice() {
            let site = site.child("request");
            self.diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateName,
                    site.child(second).key(),
                    "an operation has one idempotency token",
                )
                .also(site.child(first).key(), "the first one"),
            );
        }
    }
}
