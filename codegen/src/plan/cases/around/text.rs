//! Texts.

use serde_json::{Value, json};

use super::{Around, ends};
use crate::model::Member;
use crate::model::validate::Limit;
use crate::plan::cases::samples::text::{edges, of_length};
use crate::spec::{Characters, Range};

pub(super) fn length(member: &Member, range: Range) -> Around {
    let (ends, beyond) = ends(range);
    let texts = |lengths: Vec<i64>| {
        let texts = lengths
            .into_iter()
            .flat_map(|length| of_length(member, length));
        texts.map(Value::from).collect()
    };
    Around::new(Limit::Length, texts(ends), texts(beyond))
}

/// Texts with each first, last and outlying character of the classes, where these may stand.
pub(super) fn characters(member: &Member, rule: &Characters) -> Option<Around> {
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for position in [0, 1] {
        let (mut good, mut bad) = (Vec::new(), vec![' ', 'é']);
        for class in rule.classes(position) {
            let (edges, beyond) = edges(class);
            good.extend(edges);
            bad.extend(beyond);
        }
        if position == 0 && !rule.first.is_empty() {
            bad.extend(['0', '_']);
        }
        bad.retain(|character| !rule.allows(position, *character));
        let texts = |characters: Vec<char>| {
            let characters = characters.into_iter();
            characters.filter_map(move |character| holding(member, position, character))
        };
        inside.extend(texts(good));
        outside.extend(texts(bad));
    }
    let is_stated = !rule.first.is_empty() || !rule.allowed.is_empty();
    is_stated.then(|| Around::new(Limit::Characters, inside, outside))
}

/// A plain text with a certain character at a position.
fn holding(member: &Member, position: usize, character: char) -> Option<Value> {
    let Range(low, high) = member.constraints.length.unwrap_or(Range(None, None));
    let length = low.unwrap_or(0).max(3).min(high.unwrap_or(i64::MAX));
    let plain = of_length(member, length).into_iter().next()?;
    let put = |(at, plain)| if at == position { character } else { plain };
    Some(json!(
        plain.chars().enumerate().map(put).collect::<String>()
    ))
}

/// Forbidden beginnings in both cases, and texts that only nearly begin like that.
pub(super) fn beginnings(member: &Member, rule: &Characters) -> Option<Around> {
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    let rest = of_length(member, 4).into_iter().next().unwrap_or_default();
    for prefix in &rule.forbidden_prefixes {
        for prefix in [prefix.clone(), prefix.to_uppercase()] {
            outside.push(json!(format!("{prefix}{rest}")));
        }
        outside.push(json!(prefix));
        inside.push(json!(format!("a{prefix}")));
        // The longest part of the beginning that the characters of the limit leave.
        let starts = prefix
            .char_indices()
            .rev()
            .map(|(end, _)| prefix.get(..end));
        let mut nearly = starts.flatten().map(|start| format!("{start}{rest}"));
        let nearly = nearly.find(|text| {
            let mut characters = text.chars().enumerate();
            characters.all(|(position, character)| rule.allows(position, character))
        });
        inside.extend(nearly.map(Value::from));
    }
    let is_stated = !rule.forbidden_prefixes.is_empty();
    is_stated.then(|| Around::new(Limit::ForbiddenPrefix, inside, outside))
}
