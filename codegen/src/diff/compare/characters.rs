//! Which characters text may hold.

use std::collections::BTreeSet;

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::Cursor;
use crate::model::Member;
use crate::spec::Characters;

impl Comparer<'_, '_> {
    pub(super) fn characters(
        &mut self,
        cursor: &Cursor,
        (old, new): (&Member, &Member),
        before: Option<&Characters>,
        after: Option<&Characters>,
    ) {
        let rule = match (before, after) {
            (None, None) => return,
            (None, Some(_)) => Rule::CharactersSet,
            (Some(_), None) => Rule::CharactersUnset,
            (Some(before), Some(after)) => match (accepts(before, after), accepts(after, before)) {
                (true, true) => return,
                (true, false) => Rule::CharactersNarrowed,
                (false, true) => Rule::CharactersWidened,
                (false, false) => Rule::CharactersChanged,
            },
        };
        let cursor = self.changes.of_member(cursor, old, new, &["characters"]);
        self.changes
            .push(rule, &cursor, &[], before.map(text), after.map(text));
    }
}

/// Whether every text that `inner` accepts is accepted by `outer` for certain.
fn accepts(outer: &Characters, inner: &Characters) -> bool {
    let Characters {
        first,
        allowed,
        forbidden_prefixes,
    } = outer;
    covers(first, &inner.first)
        && covers(allowed, &inner.allowed)
        && forbidden_prefixes.iter().all(|prefix| {
            let refused = |other: &String| prefix.to_lowercase().starts_with(&other.to_lowercase());
            inner.forbidden_prefixes.iter().any(refused)
        })
}

/// Whether each class of a list lies in another list; an empty one stands for every character.
fn covers(outer: &[String], inner: &[String]) -> bool {
    outer.is_empty()
        || (!inner.is_empty()
            && inner
                .iter()
                .all(|class| outer.iter().any(|outer| holds(outer, class))))
}

/// Whether a class holds all of another one.
fn holds(outer: &str, inner: &str) -> bool {
    let single = |class: &str| {
        let mut characters = class.chars();
        characters.next().filter(|_| characters.next().is_none())
    };
    outer == inner
        || match outer {
            "ascii" => {
                matches!(inner, "letter" | "digit")
                    || single(inner).is_some_and(|character| character.is_ascii())
            }
            "letter" => single(inner).is_some_and(|character| character.is_ascii_alphabetic()),
            "digit" => single(inner).is_some_and(|character| character.is_ascii_digit()),
            "chinese" => single(inner)
                .is_some_and(|character| ('\u{4e00}'..='\u{9fff}').contains(&character)),
            _ => false,
        }
}

/// The limits in the words of the specs.
fn text(characters: &Characters) -> String {
    let Characters {
        first,
        allowed,
        forbidden_prefixes,
    } = characters;
    let parts = [
        ("first", first),
        ("allowed", allowed),
        ("forbidden_prefixes", forbidden_prefixes),
    ];
    let parts = parts.iter().filter(|(_, classes)| !classes.is_empty());
    parts
        .map(|(key, classes)| {
            let sorted: BTreeSet<_> = classes.iter().map(String::as_str).collect();
            format!(
                "{key}: {}",
                sorted.into_iter().collect::<Vec<_>>().join(" ")
            )
        })
        .collect::<Vec<_>>()
        .join("; ")
}
