//! Rules over several parameters, as tests on the fields of an input.

use super::{Kind, RustType, Scope, Struct};
use crate::model::{self, Type, WirePath};
use crate::spec::{Check, Condition, Range, Scalar, Stage};

/// A rule that the client checks.
#[derive(Debug)]
pub struct Rule<'m> {
    /// What it means.
    pub model: &'m model::Rule,
    /// Name of the static that describes it.
    pub name: String,
    /// Name of the static of its source.
    pub source: String,
    /// The list in whose elements it holds.
    pub within: Option<Access>,
    /// What breaks it; each is reported on its own.
    pub breaches: Vec<Breach>,
}

/// A way to break a rule.
#[derive(Debug)]
pub struct Breach {
    /// Where it is reported.
    pub at: Access,
    /// When it happens.
    pub when: Test,
}

/// A test on the fields of an input.
#[derive(Debug)]
pub enum Test {
    /// All of them hold.
    All(Vec<Test>),
    /// One of them holds, or more.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// A field is given.
    Given(Access),
    /// A field has one of these values; absent, it counts as its default, and without one the test fails.
    OneOf(Access, Vec<Scalar>, Option<Scalar>),
    /// A field is given and lies outside a range.
    OutsideRange(Access, Range),
    /// A field is given and none of these values.
    NoneOf(Access, Vec<Scalar>),
    /// A list is given and has too few or too many members.
    OutsideCount(Access, Range),
    /// Two addresses are given and lie in two subnets.
    DifferentSubnets(Access, Access, Mask),
    /// A network is given that equals another or lies inside it.
    Within(Access, String),
    /// Other than one of the tests hold.
    OtherThanOne(Vec<Test>),
}

/// The mask of a subnet.
#[derive(Debug)]
pub enum Mask {
    /// A parameter holds it.
    Field(Access),
    /// It is a prefix length, as in `/56`.
    Prefix(String),
}

/// How a field is reached.
#[derive(Clone, Debug)]
pub struct Access {
    /// Wire path from the top of the request, or of the element.
    pub wire: String,
    /// Fields on the way, from the input or the element.
    pub steps: Vec<String>,
    /// Type of the last one.
    pub type_: RustType,
    /// Whether case is ignored when its text is compared.
    pub ignore_case: bool,
    /// Whether each item of the list is meant, not the list.
    pub each: bool,
}

impl Access {
    /// Path in Rust.
    pub fn rust(&self) -> String {
        self.steps.join(".")
    }
}

/// What rules of an operation are planned with.
pub(super) struct Planner<'p, 'm> {
    pub service: &'m model::Service,
    pub operation: &'m model::Operation,
    pub input: &'p Struct,
    pub parts: &'p [Struct],
    pub shapes: &'p [Struct],
    pub sources: &'p super::Sources,
}

impl<'m> Planner<'_, 'm> {
    /// Plans the rules that the request alone decides.
    pub(super) fn rules(&self) -> Vec<Rule<'m>> {
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
            } => {
                let access = self.access(root, parameter)?;
                one(
                    access.clone(),
                    Test::All(vec![
                        self.when(rule, root, when)?,
                        Test::OutsideRange(access, *range),
                    ]),
                )
            }
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => {
                let access = self.access(root, parameter)?;
                one(
                    access.clone(),
                    Test::All(vec![
                        self.when(rule, root, when)?,
                        Test::NoneOf(access, values.clone()),
                    ]),
                )
            }
            Check::NotEqual { parameter, values } => {
                let access = self.access(root, parameter)?;
                one(access.clone(), Test::OneOf(access, values.clone(), None))
            }
            Check::ItemCount { parameter, range } => {
                let access = self.access(root, parameter)?;
                one(access.clone(), Test::OutsideCount(access, *range))
            }
            Check::NotWithin { parameter, network } => {
                let access = self.access(root, parameter)?;
                one(access.clone(), Test::Within(access, network.clone()))
            }
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
                    Some(default) if default != *value => {
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
fn ignores_case(check: &super::Check) -> bool {
    match check {
        super::Check::Known { ignore_case, .. } => *ignore_case,
        super::Check::Items(inner) => inner.iter().any(ignores_case),
        _ => false,
    }
}
