//! Rules about what is given.

use indexmap::IndexMap;

use super::{Scenarios, Setting};
use crate::spec::Condition;

impl Scenarios<'_, '_> {
    pub(super) fn required_if(
        &mut self,
        parameters: &[String],
        when: &IndexMap<String, Condition>,
    ) {
        for way in self.holding(when) {
            self.add(false, join(&way, self.all_given(parameters)));
            for missing in parameters {
                let rest = self.all_but(parameters, missing);
                let settings = join(&way, join(&rest, vec![self.absent(missing)]));
                self.add(true, settings);
            }
        }
        for way in self.failing(when) {
            self.add(false, join(&way, self.all_absent(parameters)));
        }
    }

    pub(super) fn forbidden_if(
        &mut self,
        parameters: &[String],
        when: &IndexMap<String, Condition>,
    ) {
        for way in self.holding(when) {
            self.add(false, join(&way, self.all_absent(parameters)));
            for given in parameters {
                let settings = join(&way, vec![self.given(given)]);
                self.add(true, settings);
            }
        }
        for way in self.failing(when) {
            for given in parameters {
                self.add(false, join(&way, vec![self.given(given)]));
            }
        }
    }

    pub(super) fn required_with(&mut self, parameters: &[String], with: &[String]) {
        let both = join(&self.all_given(with), self.all_given(parameters));
        self.add(false, both);
        for missing in parameters {
            let rest = join(&self.all_given(with), self.all_but(parameters, missing));
            let settings = join(&rest, vec![self.absent(missing)]);
            self.add(true, settings);
        }
        for absent in with {
            let settings = join(&[self.absent(absent)], self.all_absent(parameters));
            self.add(false, settings);
        }
    }

    pub(super) fn forbidden_with(&mut self, parameters: &[String], with: &[String]) {
        for other in with {
            let alone = join(&[self.given(other)], self.all_absent(parameters));
            self.add(false, alone);
            for given in parameters {
                let settings = vec![self.given(other), self.given(given)];
                self.add(true, settings);
            }
        }
        for given in parameters {
            let alone = join(&[self.given(given)], self.all_absent(with));
            self.add(false, alone);
        }
    }

    pub(super) fn at_least_one_of(&mut self, groups: &[Vec<String>]) {
        self.add(true, self.all_absent(&groups.concat()));
        for group in groups {
            self.alone(groups, group);
            self.part_of(groups, group);
        }
    }

    pub(super) fn exactly_one_of(&mut self, groups: &[Vec<String>]) {
        self.add(true, self.all_absent(&groups.concat()));
        for (index, group) in groups.iter().enumerate() {
            self.alone(groups, group);
            self.part_of(groups, group);
            for other in groups.iter().skip(index.saturating_add(1)) {
                self.add(
                    true,
                    self.only(&groups.concat(), &[group.as_slice(), other].concat()),
                );
            }
        }
    }

    pub(super) fn all_or_none(&mut self, parameters: &[String]) {
        self.add(false, self.all_given(parameters));
        self.add(false, self.all_absent(parameters));
        for one in parameters {
            let settings = join(&self.all_but(parameters, one), vec![self.absent(one)]);
            self.add(true, settings);
            self.add(true, self.only(parameters, std::slice::from_ref(one)));
        }
    }

    /// One group is given whole, and the others are not.
    fn alone(&mut self, groups: &[Vec<String>], group: &[String]) {
        self.add(false, self.only(&groups.concat(), group));
    }

    /// Of a group only a part is given.
    fn part_of(&mut self, groups: &[Vec<String>], group: &[String]) {
        for missing in group.iter().filter(|_| group.len() > 1) {
            let part: Vec<String> = group
                .iter()
                .filter(|path| *path != missing)
                .cloned()
                .collect();
            let settings = self.only(&groups.concat(), &part);
            self.add(true, settings);
        }
    }

    /// Of some parameters these are given, and the others are not.
    fn only(&self, all: &[String], given: &[String]) -> Vec<Setting> {
        let setting = |path: &String| {
            if given.contains(path) {
                self.given(path)
            } else {
                self.absent(path)
            }
        };
        all.iter().map(setting).collect()
    }

    fn all_but(&self, paths: &[String], one: &str) -> Vec<Setting> {
        let others = paths.iter().filter(|path| *path != one);
        others.map(|path| self.given(path)).collect()
    }
}

/// Some settings and more, of which the first for a place counts.
fn join(some: &[Setting], more: Vec<Setting>) -> Vec<Setting> {
    let new = more
        .into_iter()
        .filter(|setting| !some.iter().any(|other| other.at == setting.at));
    let new: Vec<_> = new.collect();
    [some, &new].concat()
}
