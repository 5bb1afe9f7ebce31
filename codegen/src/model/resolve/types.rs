use super::member::Role;
use super::{Resolver, Site};
use crate::diagnostic::Code;
use crate::model::{Enumeration, EnumerationValue, Fields, Shape, Source};
use crate::spec;

impl<'a> Resolver<'a> {
    /// Resolves `types.yaml`. Shared parameters are resolved here as well, so that a mistake in one
    /// that no operation uses is still found.
    pub(super) fn resolve_types(&mut self, source: &Source) {
        let types = &self.product.types;
        let site = Site::new(types);
        for (name, spec) in &types.value.enums {
            let enumeration = self.enumeration(name, spec, &site.descend(["enums", name]), source);
            self.enums.insert(name.clone(), enumeration);
        }
        for (name, spec) in &types.value.shapes {
            let site = site.descend(["shapes", name]);
            self.check_type_name(name, &site);
            if types.value.enums.contains_key(name) {
                self.error(
                    Code::DuplicateName,
                    &site,
                    format!("`{name}` is an enum and a shape"),
                    "give one of them another name",
                );
            }
            let source = self.source_or(spec.source.as_ref(), &site, source);
            let fields = self.fields(&spec.fields, &site.child("fields"), Role::Field, &source);
            let shape = Shape {
                name: name.clone(),
                doc: spec.doc.trim().to_owned(),
                fields,
                place: site.value(),
            };
            self.shapes.insert(name.clone(), shape);
        }
        for (name, spec) in &types.value.parameters {
            let site = site.descend(["parameters", name]);
            self.member(name, spec, &site, Role::SharedParameter, source);
        }
    }

    /// Resolves the members of an object.
    pub(super) fn fields(
        &mut self,
        members: &'a indexmap::IndexMap<String, spec::Member>,
        site: &Site<'a>,
        role: Role,
        source: &Source,
    ) -> Fields {
        members
            .iter()
            .filter_map(|(name, member)| {
                let site = site.child(name);
                let member = self.member(name, member, &site, role, source)?;
                Some((name.clone(), member))
            })
            .collect()
    }

    fn enumeration(
        &mut self,
        name: &str,
        spec: &spec::Enumeration,
        site: &Site<'a>,
        default: &Source,
    ) -> Enumeration {
        self.check_type_name(name, site);
        if spec.values.is_empty() {
            self.error(
                Code::ImpossibleValue,
                &site.child("values"),
                format!("the enum `{name}` has no values"),
                "list the documented values, or use `type: string`",
            );
        }
        let source = spec
            .source
            .as_ref()
            .map(|_| self.source_or(spec.source.as_ref(), site, default));
        let mut spellings: Vec<(String, String)> = Vec::new();
        let mut values = Vec::new();
        for (wire, value) in &spec.values {
            let site = site.descend(["values", wire]);
            if spec.base == spec::EnumerationBase::Integer && wire.parse::<i64>().is_err() {
                self.error(
                    Code::WrongValueType,
                    &site,
                    format!("`{wire}` is not a whole number"),
                    "an enum with `base: integer` lists whole numbers",
                );
            }
            for spelling in std::iter::once(wire).chain(&value.aliases) {
                let folded = if spec.ignore_case {
                    spelling.to_lowercase()
                } else {
                    spelling.clone()
                };
                if let Some((_, owner)) = spellings.iter().find(|(known, _)| *known == folded) {
                    let owner = owner.clone();
                    self.error(
                        Code::DuplicateName,
                        &site,
                        format!("`{spelling}` already stands for `{owner}`"),
                        "each spelling belongs to one value",
                    );
                }
                spellings.push((folded, wire.clone()));
            }
            let source = match &value.source {
                Some(_) => Some(self.source_or(value.source.as_ref(), &site, default)),
                None => source.clone(),
            };
            values.push(EnumerationValue {
                wire: wire.clone(),
                doc: value.doc.trim().to_owned(),
                name: value.name.clone(),
                aliases: value.aliases.clone(),
                source,
                place: site.value(),
            });
        }
        Enumeration {
            name: name.to_owned(),
            doc: spec.doc.trim().to_owned(),
            base: spec.base,
            ignore_case: spec.ignore_case,
            values,
            place: site.value(),
        }
    }

    /// Names of types are PascalCase, so that they cannot be taken for a built-in type.
    fn check_type_name(&mut self, name: &str, site: &Site<'a>) {
        let mut characters = name.chars();
        let pascal = characters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase())
            && characters.all(|character| character.is_ascii_alphanumeric());
        if !pascal {
            let span = site.key();
            self.diagnostics.push(
                crate::diagnostic::Diagnostic::error(
                    Code::BadName,
                    span,
                    format!("`{name}` is not a PascalCase name"),
                )
                .help("names of enums and shapes start with a capital and hold only letters and digits"),
            );
        }
    }
}
