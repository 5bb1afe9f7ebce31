//! Rules over several parameters.

use super::Comparer;
use crate::diff::cursor::Cursor;
use crate::diff::rename::pairs;
use crate::diff::renamed::Renamed;
use crate::diff::tightness::{Change as Tightness, of_check};
use crate::diff::{Direction, Rule as Kind};
use crate::model::{Operation, Rule};
use crate::spec::{Check, Stage};

impl Comparer<'_, '_> {
    /// Compares the rules of an operation by their ids. A member that is called otherwise is no other rule.
    pub(super) fn rules(
        &mut self,
        cursor: &Cursor,
        old: &Operation,
        new: &Operation,
        renamed: &Renamed,
    ) {
        let cursor = Cursor {
            direction: Direction::Request,
            ..cursor.clone()
        };
        let id = |rule: &'_ Rule, operation: &Operation| {
            let prefix = operation.name.len() + 1;
            rule.id.get(prefix..).unwrap_or_default().to_owned()
        };
        let rules: Vec<_> = old.rules.iter().map(|rule| renamed.rule(rule)).collect();
        let before: Vec<_> = rules
            .iter()
            .map(|rule| (id(rule, old), rule.as_ref()))
            .collect();
        let after: Vec<_> = new.rules.iter().map(|rule| (id(rule, new), rule)).collect();
        let mut gone = Vec::new();
        for (id, before) in &before {
            match after.iter().find(|(other, _)| other == id) {
                Some((_, after)) => {
                    self.rule(
                        &to(&cursor, id).at(before.place, after.place),
                        before,
                        after,
                    );
                }
                None => gone.push((id, *before)),
            }
        }
        let come: Vec<_> = after
            .iter()
            .filter(|(id, _)| !before.iter().any(|(other, _)| other == id))
            .map(|(id, rule)| (id, *rule))
            .collect();
        let renamed = pairs(
            &gone,
            &come,
            |(id, _)| id.as_str(),
            |(_, before), (_, after)| {
                self.is_same(|comparer| comparer.rule(&cursor, before, after))
            },
        );
        for (index, (id, before)) in gone.iter().enumerate() {
            let cursor = to(&cursor, id).gone(before.place, cursor.new);
            let old = Some(said(before));
            if let Some((other, after)) = renamed.get(&index).and_then(|index| come.get(*index)) {
                let cursor = to(&cursor, other).at(before.place, after.place);
                let ids = ((*id).clone(), (*other).clone());
                self.changes
                    .push(Kind::RuleRenamed, &cursor, &[], Some(ids.0), Some(ids.1));
            } else {
                let kind = kind_of(before, Kind::RuleRemoved, Kind::ServerRuleRemoved);
                self.changes.push(kind, &cursor, &[], old, None);
            }
        }
        for (index, (id, after)) in come.iter().enumerate() {
            if !renamed.values().any(|renamed| *renamed == index) {
                let cursor = to(&cursor, id).come(cursor.old, after.place);
                let kind = kind_of(after, Kind::RuleAdded, Kind::ServerRuleAdded);
                let new = Some(said(after));
                self.changes.push(kind, &cursor, &[], None, new);
            }
        }
    }

    fn rule(&mut self, cursor: &Cursor, old: &Rule, new: &Rule) {
        let Rule {
            id: _,
            check,
            stage,
            stated_by,
            within,
            text,
            error,
            parameters: _,
            source,
            place: _,
        } = old;
        let before = || Some(said(old));
        let after = || Some(said(new));
        let other = match (within == &new.within, of_check(check, &new.check)) {
            (true, Tightness::Same) => None,
            (true, Tightness::Tighter) => Some(Kind::RuleTightened),
            (true, Tightness::Looser) => Some(Kind::RuleRelaxed),
            // What only the server knows on either side cannot be compared.
            (false, _) | (_, Tightness::Other) => {
                match kind_of(old, Kind::RuleChanged, Kind::ServerRuleChanged) {
                    Kind::RuleChanged => {
                        Some(kind_of(new, Kind::RuleChanged, Kind::ServerRuleChanged))
                    }
                    unknown => Some(unknown),
                }
            }
        };
        // Of what only the server knows there are words only.
        let is_state = matches!(new.check, Check::State { .. });
        if let Some(kind) = other {
            self.changes
                .push(kind, cursor, &["check"], before(), after());
        } else if text != &new.text && is_state {
            self.changes.push(
                Kind::ServerRuleChanged,
                cursor,
                &["text"],
                before(),
                after(),
            );
        } else if self.changes.states(cursor, "text") {
            // Words that are made from the check change with the order of its parameters.
            self.changes.words(cursor, "text", text, &new.text);
        }
        match (stage, new.stage) {
            (Stage::Server, Stage::Client) => {
                self.changes
                    .push(Kind::RuleChecked, cursor, &["stage"], None, None);
            }
            (Stage::Client, Stage::Server) => {
                self.changes
                    .push(Kind::RuleUnchecked, cursor, &["stage"], None, None);
            }
            (Stage::Client, Stage::Client) | (Stage::Server, Stage::Server) => {}
        }
        self.changes.words(cursor, "error", error, &new.error);
        let other_source = *source != new.source && self.changes.states(cursor, "source");
        if *stated_by != new.stated_by || other_source {
            self.changes
                .push(Kind::SourceChanged, cursor, &["source"], None, None);
        }
    }
}

/// What a rule demands, in the form of the specs: that stays when its words change. Of what only the server
/// knows there are words only.
fn said(rule: &Rule) -> String {
    match &rule.check {
        Check::State { .. } => rule.text.clone(),
        check => serde_json::to_string(check).unwrap_or_else(|_| rule.text.clone()),
    }
}

/// The cursor of a rule.
fn to(cursor: &Cursor, id: &str) -> Cursor {
    cursor.part(format!("rules.{id}"))
}

/// One kind for what the client can check as well, another for what only the server knows.
fn kind_of(rule: &Rule, known: Kind, unknown: Kind) -> Kind {
    match rule.check {
        Check::State { .. } => unknown,
        _ => known,
    }
}
