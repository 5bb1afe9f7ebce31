//! What is gone and what has come in its place.

use std::collections::{BTreeMap, HashMap};

use strsim::jaro_winkler;

/// Two versions of a list, put side by side.
pub(super) struct Matched<T> {
    /// What both sides have.
    pub kept: Vec<(T, T)>,
    /// What only the old side has.
    pub gone: Vec<T>,
    /// What only the new side has.
    pub come: Vec<T>,
}

/// Puts two versions of a list side by side, by names that are unique on each side.
pub(super) fn by_name<'n, T: Copy>(
    old: impl IntoIterator<Item = T>,
    new: impl IntoIterator<Item = T>,
    name: impl Fn(T) -> &'n str,
) -> Matched<T> {
    let new: Vec<T> = new.into_iter().collect();
    let mut others: HashMap<&str, T> = new.iter().map(|thing| (name(*thing), *thing)).collect();
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    for thing in old {
        match others.remove(name(thing)) {
            Some(other) => kept.push((thing, other)),
            None => gone.push(thing),
        }
    }
    let is_left = |thing: &T| others.contains_key(name(*thing));
    let come = new.into_iter().filter(is_left).collect();
    Matched { kept, gone, come }
}

/// What became of something that only one side has by its name.
pub(super) enum Fate<T> {
    Renamed(T, T),
    Removed(T),
    Added(T),
}

/// What became of what is gone, in its order, and then of what has come. Something has another name if it is the
/// same otherwise; the more alike two names are, the sooner they are a pair.
pub(super) fn fates<'n, T: Copy>(
    gone: &[T],
    come: &[T],
    name: impl Fn(T) -> &'n str,
    same: impl FnMut(T, T) -> bool,
) -> Vec<Fate<T>> {
    let alike = |one: T, two: T| likeness(name(one), name(two));
    let renamed = pairs(gone, come, alike, same);
    let of_gone = gone.iter().enumerate().map(|(index, before)| {
        let after = renamed.get(&index).and_then(|index| come.get(*index));
        after.map_or(Fate::Removed(*before), |after| {
            Fate::Renamed(*before, *after)
        })
    });
    let is_new = |index: &usize| !renamed.values().any(|renamed| renamed == index);
    let of_come = come.iter().enumerate();
    let added = of_come.filter(|(index, _)| is_new(index));
    of_gone
        .chain(added.map(|(_, after)| Fate::Added(*after)))
        .collect()
}

/// Pairs of what is gone and what has come that are the same, the most alike first: indices of what has come by
/// indices of what is gone.
fn pairs<T: Copy>(
    gone: &[T],
    come: &[T],
    alike: impl Fn(T, T) -> u16,
    mut same: impl FnMut(T, T) -> bool,
) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (before, one) in gone.iter().enumerate() {
        for (after, two) in come.iter().enumerate() {
            candidates.push((alike(*one, *two), before, after));
        }
    }
    candidates.sort_by(|one, two| two.0.cmp(&one.0).then((one.1, one.2).cmp(&(two.1, two.2))));
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, before, after) in candidates {
        let free = !found.contains_key(&before) && !found.values().any(|taken| *taken == after);
        if let (true, Some(one), Some(two)) = (free, gone.get(before), come.get(after))
            && same(*one, *two)
        {
            found.insert(before, after);
        }
    }
    found
}

/// How alike two names are, in thousandths.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is between 0 and 1000"
)]
fn likeness(one: &str, two: &str) -> u16 {
    (jaro_winkler(&one.to_lowercase(), &two.to_lowercase()) * 1000.0) as u16
}
