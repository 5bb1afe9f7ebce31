use super::{Access, Breach, Mask, Rule, Test};
use crate::model::{self, Type, WirePath};
use crate::plan::{Check as ValueCheck, Kind, RustType, Scope, Sources, Struct};
use crate::spec::{Check, Condition, Scalar, Stage};

/// What rules of an operation are planned with.
pub(in crate::plan) struct Planner<'p, 'm> {
    pub service: &'m model::Service,
    pub operation: &'m model::Operation,
    pub input: &'p Struct,
    pub parts: &'p [Struct],
    pub shapes: &'p [Struct],
    pub sources: &'p Sources,
}

impl<'m> Planner<'_, 'm> {
    /// Plans the rules that the request alone decides.
    pub(in crate::plan) fn rules(&self) -> Vec<Rule<'m>> {
        let rules = || {
            self.operation
                .rules
                .iter()
                .filter(|rule| rule.stage == Stage::Client)
        };
        let scope = Scope::new(Kind::Static, rules().map(|rule| rule.id.as_str()));
        rules()
            .filter_map(|rule| {
                let (root, within) = match &rule.within {
                    None => (self.input, None),
                    Some(list) => {
                        let list = self.access(self.input, list.trim_end_matches("[]"))?;
                        let element = list.type_.struct_name().and_then(|name| self.find(name))?;
                        (element, Some(list))
                    }
                };
                Some(Rule {
                    model: rule,
                    name: scope.get(&rule.id),
                    source: self.sources.name(&rule.source).to_owned(),
                    within,
                    breaches: self.breaches(rule, root)?,
                })
            })
            .collect()
    }

    fn find(&self, name: &str) -> Option<&Struct> {
        self.parts
            .iter()
            .chain(self.shapes)
            .find(|planned| planned.name == name)
    }

    /// How a wire path is reached from a struct.
    fn access(&self, root: &Struct, wire: &str) -> Option<Access> {
        let (path, each) = match wire.strip_suffix("[]") {
            Some(path) => (path, true),
            None => (wire, false),
        };
        let mut current = root;
        let mut steps = Vec::new();
        let mut rest = path;
        loop {
            let field = current.fields.iter().find(|field| {
                rest == field.path()
                    || rest
                        .strip_prefix(&field.path())
                        .is_some_and(|tail| tail.starts_with('.'))
            })?;
            steps.push(field.name.clone());
            rest = rest.strip_prefix(&field.path())?.trim_start_matches('.');
            if rest.is_empty() {
                let type_ = match &field.type_ {
                    RustType::List(item) if each => item.as_ref().clone(),
                    other => other.clone(),
                };
                return Some(Access {
                    wire: path.to_owned(),
                    steps,
                    type_,
                    ignore_case: field.checks.iter().any(ignores_case),
                    each,
                });
            }
            current = self.find(field.type_.struct_name()?)?;
        }
    }

    fn all(&self, root: &Struct, paths: &[String]) -> Option<Vec<Access>> {
        paths.iter().map(|path| self.access(root, path)).collect()
    }

    fn breaches(&self, rule: &model::Rule, root: &Struct) -> Option<Vec<Breach>> {
        let given = |access: &Access| Test::Given(access.clone());
        let absent = |access: &Access| Test::Not(Box::new(Test::Given(access.clone())));
        let one = |at: Access, when: Test| Some(vec![Breach { at, when }]);
        match &rule.check {
            Check::RequiredIf { parameters, when } => self.each(root, parameters, |access| {
                Some(Test::All(vec![
                    self.when(rule, root, when)?,
                    absent(access),
                ]))
            }),
            Check::ForbiddenIf { parameters, when } => self.each(root, parameters, |access| {
                Some(Test::All(vec![self.when(rule, root, when)?, given(access)]))
            }),
            Check::RequiredWith { parameters, with } => {
                let with = self.all(root, with)?;
                self.each(root, parameters, |access| {
                    Some(Test::All(
                        with.iter().map(given).chain([absent(access)]).collect(),
                    ))
                })
            }
            Check::ForbiddenWith { parameters, with } => {
                let with = self.all(root, with)?;
                self.each(root, parameters, |access| {
                    Some(Test::All(vec![
                        given(access),
                        Test::Any(with.iter().map(given).collect()),
                    ]))
                })
            }
            Check::AtLeastOneOf { groups } => {
                let groups = self.groups(root, groups)?;
                let at = groups.first()?.first()?.clone();
                let none = groups
                    .iter()
                    .map(|group| Test::Not(Box::new(Test::All(group.iter().map(given).collect()))));
                one(at, Test::All(none.collect()))
            }
            Check::ExactlyOneOf { groups } => {
                let groups = self.groups(root, groups)?;
                let at = groups.first()?.first()?.clone();
                // A group counts as touched when any member is given; the one that is must be whole.
                let touched: Vec<Test> = groups
                    .iter()
                    .map(|group| Test::Any(group.iter().map(given).collect()))
                    .collect();
                let part = groups.iter().map(|group| {
                    Test::All(vec![
                        Test::Any(group.iter().map(given).collect()),
                        Test::Any(group.iter().map(absent).collect()),
                    ])
                });
                one(
                    at,
                    Test::Any(
                        std::iter::once(Test::OtherThanOne(touched))
                            .chain(part)
                            .collect(),
                    ),
                )
            }
            Check::AllOrNone { parameters } => {
                let all = self.all(root, parameters)?;
                let at = all.first()?.clone();
                one(
                    at,
                    Test::All(vec![
                        Test::Any(all.iter().map(given).collect()),
                        Test::Any(all.iter().map(absent).collect()),
                    ]),
                )
            }
            Check::RangeIf {
                parameter,
                range,
                when,
            } => self.about(root, parameter, |access| {
                let outside = Test::OutsideRange(access, *range);
                Some(Test::All(vec![self.when(rule, root, when)?, outside]))
            }),
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => self.about(root, parameter, |access| {
                let another = Test::NoneOf(access, values.clone());
                Some(Test::All(vec![self.when(rule, root, when)?, another]))
            }),
            Check::NotEqual { parameter, values } => self.about(root, parameter, |access| {
                Some(Test::OneOf(access, values.clone(), None))
            }),
            Check::ItemCount { parameter, range } => self.about(root, parameter, |access| {
                Some(Test::OutsideCount(access, *range))
            }),
            Check::NotWithin { parameter, network } => self.about(root, parameter, |access| {
                Some(Test::Within(access, network.clone()))
            }),
            Check::SameSubnet { parameters, mask } => {
                let all = self.all(root, parameters)?;
                let (first, others) = all.split_first()?;
                others
                    .iter()
                    .map(|other| {
                        let mask = match mask.strip_prefix('/') {
                            Some(prefix) => Mask::Prefix(prefix.to_owned()),
                            None => Mask::Field(self.access(root, mask)?),
                        };
                        Some(Breach {
                            at: other.clone(),
                            when: Test::DifferentSubnets(first.clone(), other.clone(), mask),
                        })
                    })
                    .collect()
            }
            Check::State { .. } => Some(Vec::new()),
        }
    }

    /// The breach of a rule about one parameter.
    fn about(
        &self,
        root: &Struct,
        path: &str,
        test: impl FnOnce(Access) -> Option<Test>,
    ) -> Option<Vec<Breach>> {
        let at = self.access(root, path)?;
        let when = test(at.clone())?;
        Some(vec![Breach { at, when }])
    }

    /// The breaches of a rule about several parameters, one for each.
    fn each(
        &self,
        root: &Struct,
        paths: &[String],
        test: impl Fn(&Access) -> Option<Test>,
    ) -> Option<Vec<Breach>> {
        self.all(root, paths)?
            .into_iter()
            .map(|at| {
                let when = test(&at)?;
                Some(Breach { at, when })
            })
            .collect()
    }

    fn groups(&self, root: &Struct, groups: &[Vec<String>]) -> Option<Vec<Vec<Access>>> {
        groups.iter().map(|group| self.all(root, group)).collect()
    }

    fn when(
        &self,
        rule: &model::Rule,
        root: &Struct,
        conditions: &indexmap::IndexMap<String, Condition>,
    ) -> Option<Test> {
        let tests = conditions.iter().map(|(path, condition)| {
            let access = self.access(root, path)?;
            let default = self.default_of(rule, path);
            Some(match condition {
                Condition::Equals(value) => Test::OneOf(access, vec![value.clone()], default),
                Condition::In(values) => Test::OneOf(access, values.clone(), default),
                Condition::Not(value) => match default {
                    Some(default) if !default.is_same(value) => {
                        Test::Not(Box::new(Test::OneOf(access, vec![value.clone()], None)))
                    }
                    _ => Test::NoneOf(access, vec![value.clone()]),
                },
                Condition::Present(true) => Test::Given(access),
                Condition::Present(false) => Test::Not(Box::new(Test::Given(access))),
            })
        });
        tests.collect::<Option<Vec<_>>>().map(Test::All)
    }

    /// The documented default of the parameter that a condition names.
    fn default_of(&self, rule: &model::Rule, path: &str) -> Option<Scalar> {
        let full = match &rule.within {
            Some(within) => format!("{within}.{path}"),
            None => path.to_owned(),
        };
        let member =
            WirePath::parse(&full)?.find(&self.service.shapes, &self.operation.parameters)?;
        match member.type_ {
            Type::List(_) => None,
            _ => member.default.clone(),
        }
    }
}

/// Whether a check, or one of the items of a list, ignores case.
fn ignores_case(check: &ValueCheck) -> bool {
    match check {
        ValueCheck::Known { ignore_case, .. } | ValueCheck::OneOf { ignore_case, .. } => {
            *ignore_case
        }
        ValueCheck::Items(inner) => inner.iter().any(ignores_case),
        _ => false,
    }
}
