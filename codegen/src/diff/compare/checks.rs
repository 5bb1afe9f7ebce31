//! Rules over several parameters.

use super::Comparer;
use crate::diff::cursor::Cursor;
use crate::diff::rename::{Fate, Matched, by_name, fates};
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
        let Matched { kept, gone, come } = by_name(&before, &after, |(id, _)| id);
        for ((id, before), (_, after)) in kept {
            let cursor = to(&cursor, id).at(before.place, after.place);
            self.rule(&cursor, before, after);
        }
        let is_same = |(_, before): &(String, &Rule), (_, after): &(String, &Rule)| {
            self.is_same(|comparer| comparer.rule(&cursor, before, after))
        };
        for fate in fates(&gone, &come, |(id, _)| id, is_same) {
            match fate {
                Fate::Renamed((old, before), (new, after)) => {
                    let cursor = to(&cursor, new).at(before.place, after.place);
                    let (old, new) = (Some(old.clone()), Some(new.clone()));
                    self.changes.push(Kind::RuleRenamed, &cursor, &[], old, new);
                }
                Fate::Removed((id, rule)) => {
                    let cursor = to(&cursor, id).gone(rule.place, cursor.new);
                    let kind = kind_of(rule, Kind::RuleRemoved, Kind::ServerRuleRemoved);
                    self.changes
                        .push(kind, &cursor, &[], Some(said(rule)), None);
                }
                Fate::Added((id, rule)) => {
                    let cursor = to(&cursor, id).come(cursor.old, rule.place);
                    let kind = kind_of(rule, Kind::RuleAdded, Kind::ServerRuleAdded);
                    self.changes
                        .push(kind, &cursor, &[], None, Some(said(rule)));
                }
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
