//! Situations around a rule: those that it allows, and those that it does not.

mod network;
mod presence;
mod value;

use indexmap::IndexMap;
use serde_json::Value;

use super::requests::Requests;
use crate::model::{Pointer, Rule};
use crate::spec::{Check, Condition, Scalar};

/// A situation.
#[derive(Clone, Debug)]
pub(super) struct Scenario {
    /// What it shows; of several situations that show the same, one is enough.
    pub shows: String,
    /// Whether the rule is broken.
    pub broken: bool,
    /// What stands where.
    pub settings: Vec<Setting>,
}

/// What stands at a place, or that nothing does.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub at: Pointer,
    pub value: Option<Value>,
    /// The same in words.
    says: String,
}

/// Makes the situations of a rule.
pub(super) struct Scenarios<'s, 'm> {
    requests: &'s Requests<'m>,
    rule: &'s Rule,
    found: Vec<Scenario>,
}

impl Scenarios<'_, '_> {
    /// All situations of a rule.
    pub(super) fn of(requests: &Requests<'_>, rule: &Rule) -> Vec<Scenario> {
        let mut scenarios = Scenarios {
            requests,
            rule,
            found: Vec::new(),
        };
        scenarios.collect();
        scenarios.found
    }

    fn collect(&mut self) {
        match &self.rule.check {
            Check::RequiredIf { parameters, when } => self.required_if(parameters, when),
            Check::ForbiddenIf { parameters, when } => self.forbidden_if(parameters, when),
            Check::RequiredWith { parameters, with } => self.required_with(parameters, with),
            Check::ForbiddenWith { parameters, with } => self.forbidden_with(parameters, with),
            Check::AtLeastOneOf { groups } => self.at_least_one_of(groups),
            Check::ExactlyOneOf { groups } => self.exactly_one_of(groups),
            Check::AllOrNone { parameters } => self.all_or_none(parameters),
            Check::RangeIf {
                parameter,
                range,
                when,
            } => self.range_if(parameter, *range, when),
            Check::AllowedIf {
                parameter,
                values,
                when,
            } => self.allowed_if(parameter, values, when),
            Check::NotEqual { parameter, values } => self.not_equal(parameter, values),
            Check::ItemCount { parameter, range } => self.item_count(parameter, *range),
            Check::NotWithin { parameter, network } => self.not_within(parameter, network),
            Check::SameSubnet { parameters, mask } => self.same_subnet(parameters, mask),
            Check::State { .. } => {}
        }
    }

    fn add(&mut self, broken: bool, settings: Vec<Setting>) {
        let says: Vec<&str> = settings
            .iter()
            .map(|setting| setting.says.as_str())
            .collect();
        self.found.push(Scenario {
            shows: says.join(", "),
            broken,
            settings,
        });
    }

    /// The place of a path of the rule.
    fn place(&self, path: &str) -> Pointer {
        let within = self.rule.within.as_deref().map(Pointer::parse);
        within.unwrap_or_default().join(&Pointer::parse(path))
    }

    /// The place of a list whose items a path means, or of the path itself.
    fn whole(&self, path: &str) -> Pointer {
        self.place(path.trim_end_matches("[]"))
    }

    fn given(&self, path: &str) -> Setting {
        let at = self.whole(path);
        // What stands there already will do.
        let value = at.get(&self.requests.base).cloned();
        let value = value.or_else(|| self.requests.values(&at).first().cloned());
        Setting {
            value,
            at,
            says: format!("`{path}` is given"),
        }
    }

    fn absent(&self, path: &str) -> Setting {
        Setting {
            at: self.whole(path),
            value: None,
            says: format!("`{path}` is absent"),
        }
    }

    fn set(&self, path: &str, value: Value) -> Setting {
        Setting {
            at: self.place(path),
            says: format!("`{path}` is {value}"),
            value: Some(value),
        }
    }

    /// A value that a condition does not name; which one does not matter.
    fn other(&self, path: &str, value: Value) -> Setting {
        Setting {
            says: format!("`{path}` is another value"),
            ..self.set(path, value)
        }
    }

    fn all_given(&self, paths: &[String]) -> Vec<Setting> {
        paths.iter().map(|path| self.given(path)).collect()
    }

    fn all_absent(&self, paths: &[String]) -> Vec<Setting> {
        paths.iter().map(|path| self.absent(path)).collect()
    }

    /// Values that a parameter takes.
    fn values(&self, path: &str) -> Vec<Value> {
        self.requests.values(&self.place(path)).to_vec()
    }

    /// Whether a value is one of these.
    fn is_one_of(&self, path: &str, value: &Value, known: &[Scalar]) -> bool {
        let member = self.requests.member(&self.place(path));
        member.is_some_and(|member| {
            known
                .iter()
                .any(|known| self.requests.samples.types.is(member, value, known))
        })
    }

    /// Ways in which all conditions hold.
    fn holding(&self, when: &IndexMap<String, Condition>) -> Vec<Vec<Setting>> {
        let conditions = when.iter();
        product(conditions.map(|(path, condition)| self.split(path, condition).0))
    }

    /// Ways in which exactly one condition does not hold.
    fn failing(&self, when: &IndexMap<String, Condition>) -> Vec<Vec<Setting>> {
        let failing = |failing: &String| {
            product(when.iter().map(|(path, condition)| {
                let (holds, fails) = self.split(path, condition);
                if path == failing { fails } else { holds }
            }))
        };
        when.keys().flat_map(failing).collect()
    }

    /// What makes a condition hold, and what does not.
    fn split(&self, path: &str, condition: &Condition) -> (Vec<Setting>, Vec<Setting>) {
        let named: Vec<Scalar> = match condition {
            Condition::Equals(value) | Condition::Not(value) => vec![value.clone()],
            Condition::In(values) => values.clone(),
            Condition::Present(true) => return (vec![self.given(path)], vec![self.absent(path)]),
            Condition::Present(false) => return (vec![self.absent(path)], vec![self.given(path)]),
        };
        let spelled = named.iter().map(|value| self.spelled(path, value));
        let mut equal: Vec<_> = spelled.map(|value| self.set(path, value)).collect();
        let mut values = self.values(path);
        values.retain(|value| !self.is_one_of(path, value, &named));
        let others = values.into_iter();
        let mut different: Vec<_> = others.map(|value| self.other(path, value)).collect();
        let member = self.requests.member(&self.place(path));
        let negated = matches!(condition, Condition::Not(_));
        match member.and_then(|member| member.default.as_ref()) {
            _ if self.is_demanded(path) => {}
            Some(default) if named.iter().any(|value| value.is_same(default)) => {
                equal.push(self.absent(path));
            }
            Some(_) => different.push(self.absent(path)),
            // An absent parameter without a default meets no condition on its value.
            None if negated => equal.push(self.absent(path)),
            None => different.push(self.absent(path)),
        }
        if negated {
            (different, equal)
        } else {
            (equal, different)
        }
    }

    /// Whether every request has a parameter.
    fn is_demanded(&self, path: &str) -> bool {
        let at = self.place(path);
        let required = self
            .requests
            .member(&at)
            .is_some_and(|member| member.required);
        required
            && !self
                .requests
                .validator
                .operation
                .rules_require(&at.pattern())
    }

    /// A value as a request writes it.
    fn spelled(&self, path: &str, value: &Scalar) -> Value {
        let member = self.requests.member(&self.place(path));
        let samples = member
            .map(|member| self.requests.samples.many(member))
            .unwrap_or_default();
        let written = samples
            .into_iter()
            .find(|sample| self.is_one_of(path, sample, std::slice::from_ref(value)));
        written.unwrap_or_else(|| Value::from(value))
    }
}

/// Every way to choose one setting of each list.
fn product(choices: impl Iterator<Item = Vec<Setting>>) -> Vec<Vec<Setting>> {
    choices.fold(vec![Vec::new()], |ways, choice| {
        let longer = |way: &Vec<Setting>| {
            let more = choice
                .iter()
                .map(|setting| [way.as_slice(), std::slice::from_ref(setting)].concat());
            more.collect::<Vec<_>>()
        };
        ways.iter().flat_map(longer).collect()
    })
}
