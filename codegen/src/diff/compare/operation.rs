//! Operations.

use super::Comparer;
use crate::diff::cursor::{Cursor, Element, Subject};
use crate::diff::rename::{Fate, Matched, by_name, fates};
use crate::diff::renamed::Renamed;
use crate::diff::{Direction, Rule};
use crate::model::{Http, Operation};
use crate::spec::Effect;

impl Comparer<'_, '_> {
    pub(super) fn operations(&mut self, service: &Cursor) {
        let (old, new) = (&self.old.operations, &self.new.operations);
        let Matched { kept, gone, come } = by_name(old, new, |operation| &operation.name);
        for (before, after) in kept {
            let cursor = to(service, after).at(before.place, after.place);
            self.operation(&cursor, before, after);
        }
        let is_same = |before: &Operation, after: &Operation| {
            before.effect == after.effect
                && before.parameters.len() == after.parameters.len()
                && self.is_same(|comparer| {
                    let cursor = to(service, after).at(before.place, after.place);
                    comparer.operation(&cursor, before, after);
                })
        };
        let keys = ["operation"];
        for fate in fates(&gone, &come, |operation| &operation.name, is_same) {
            match fate {
                Fate::Renamed(before, after) => {
                    let cursor = to(service, after).at(before.place, after.place);
                    let (old, new) = (Some(before.name.clone()), Some(after.name.clone()));
                    self.changes
                        .push(Rule::OperationRenamed, &cursor, &keys, old, new);
                }
                Fate::Removed(operation) => {
                    let cursor = to(service, operation).gone(operation.place, service.new);
                    self.changes
                        .push(Rule::OperationRemoved, &cursor, &keys, None, None);
                }
                Fate::Added(operation) => {
                    let cursor = to(service, operation).come(service.old, operation.place);
                    self.changes
                        .push(Rule::OperationAdded, &cursor, &keys, None, None);
                }
            }
        }
    }

    fn operation(&mut self, cursor: &Cursor, old: &Operation, new: &Operation) {
        let Operation {
            name: _,
            group,
            effect,
            summary,
            doc,
            sources,
            request_source,
            http,
            parameters,
            rules: _,
            response,
            errors,
            pagination: _,
            lifecycle,
            examples,
            discrepancies,
            place: _,
        } = old;
        if *group != new.group {
            let (old, new) = (Some(group.clone()), Some(new.group.clone()));
            self.changes.push(Rule::GroupChanged, cursor, &[], old, new);
        }
        match (effect, new.effect) {
            (Effect::Read, Effect::Write) => {
                self.changes
                    .push(Rule::BecameWrite, cursor, &["effect"], None, None);
            }
            (Effect::Write, Effect::Read) => {
                self.changes
                    .push(Rule::BecameRead, cursor, &["effect"], None, None);
            }
            (Effect::Read, Effect::Read) | (Effect::Write, Effect::Write) => {}
        }
        self.changes.words(cursor, "summary", summary, &new.summary);
        self.changes.words(cursor, "doc", doc, &new.doc);
        if *sources != new.sources || *request_source != new.request_source {
            self.changes
                .push(Rule::SourceChanged, cursor, &["source"], None, None);
        }
        if *examples != new.examples {
            self.changes
                .push(Rule::ExampleChanged, cursor, &["examples"], None, None);
        }
        self.changes
            .words(cursor, "discrepancies", discrepancies, &new.discrepancies);
        self.http(cursor, http, &new.http, is_same_path(old, new));
        let before = self.changes.list.len();
        let request = self.half(cursor, Direction::Request, "request");
        self.fields(&request, parameters, &new.parameters);
        let answer = self.half(cursor, Direction::Response, "response");
        self.fields(&answer, response, &new.response);
        let renamed = self.renamed(before);
        self.rules(cursor, old, new, &renamed);
        self.errors(cursor, errors, &new.errors);
        self.pagination(cursor, old, new, &renamed);
        self.lifecycle(cursor, lifecycle, &new.lifecycle);
    }

    /// The members that have another name by what was found since.
    fn renamed(&self, since: usize) -> Renamed {
        let mut renamed = Renamed::default();
        for change in self.changes.list.iter().skip(since) {
            let kinds = [Rule::MemberRenamed, Rule::PathParameterRenamed];
            if let (true, Some(old)) = (kinds.contains(&change.rule), &change.old) {
                renamed.add(&change.cursor.path, old);
            }
        }
        renamed
    }

    /// The request or the response of an operation.
    fn half(&self, cursor: &Cursor, direction: Direction, key: &str) -> Cursor {
        let keys = [key];
        let cursor = cursor.at(
            self.changes
                .old
                .part(cursor.old, &keys)
                .unwrap_or(cursor.old),
            self.changes
                .new
                .part(cursor.new, &keys)
                .unwrap_or(cursor.new),
        );
        Cursor {
            direction,
            ..cursor
        }
    }

    fn http(&mut self, cursor: &Cursor, old: &Http, new: &Http, is_same_path: bool) {
        let Http {
            method,
            path,
            flag,
            success,
        } = old;
        let mut changed = |rule, direction, key: &'static str, before: String, after: String| {
            if before != after {
                let cursor = Cursor {
                    direction,
                    ..cursor.part(format!("http.{key}"))
                };
                self.changes
                    .push(rule, &cursor, &["http", key], Some(before), Some(after));
            }
        };
        let request = Direction::Request;
        changed(
            Rule::MethodChanged,
            request,
            "method",
            format!("{method:?}").to_uppercase(),
            format!("{:?}", new.method).to_uppercase(),
        );
        if !is_same_path {
            changed(
                Rule::PathChanged,
                request,
                "path",
                path.clone(),
                new.path.clone(),
            );
        }
        changed(
            Rule::FlagChanged,
            request,
            "flag",
            flag.clone().unwrap_or_default(),
            new.flag.clone().unwrap_or_default(),
        );
        changed(
            Rule::SuccessChanged,
            Direction::Response,
            "success",
            success.to_string(),
            new.success.to_string(),
        );
    }
}

/// Whether two path templates differ at most in names of parameters, which do not travel. A name that both
/// operations know is another parameter elsewhere.
fn is_same_path(old: &Operation, new: &Operation) -> bool {
    let (before, after) = (template(&old.http.path), template(&new.http.path));
    let mut names = before.names.iter().zip(&after.names);
    before.rest == after.rest
        && names.all(|(name, other)| {
            name == other
                || (!new.parameters.contains_key(*name) && !old.parameters.contains_key(*other))
        })
}

/// A path template, taken apart.
struct Template<'p> {
    names: Vec<&'p str>,
    rest: Vec<&'p str>,
}

fn template(path: &str) -> Template<'_> {
    let mut parts = path.split('{');
    let mut names = Vec::new();
    let mut rest: Vec<_> = parts.next().into_iter().collect();
    for part in parts {
        let (name, behind) = part.split_once('}').unwrap_or((part, ""));
        names.push(name);
        rest.push(behind);
    }
    Template { names, rest }
}

/// The cursor of an operation.
fn to(service: &Cursor, operation: &Operation) -> Cursor {
    let name = &operation.name;
    Cursor {
        operation: Some(name.clone()),
        ..service
            .shared(Subject::Operation(name.clone()), "")
            .element(Element::Operation(name.clone()))
    }
}
