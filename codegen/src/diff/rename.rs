//! What is gone and what has come in its place.

use std::collections::BTreeMap;

use strsim::jaro_winkler;

/// Pairs of what is gone and what has come that are the same but for their names: indices of the first by
/// indices of the second. The more alike two names are, the sooner they are a pair.
pub(super) fn pairs<T, N: AsRef<str> + ?Sized>(
    gone: &[T],
    come: &[T],
    name: impl Fn(&T) -> &N,
    mut same: impl FnMut(&T, &T) -> bool,
) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (before, one) in gone.iter().enumerate() {
        for (after, two) in come.iter().enumerate() {
            candidates.push((
                likeness(name(one).as_ref(), name(two).as_ref()),
                before,
                after,
            ));
        }
    }
    candidates.sort_by(|one, two| two.0.cmp(&one.0).then((one.1, one.2).cmp(&(two.1, two.2))));
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, before, after) in candidates {
        let free = !found.contains_key(&before) && !found.values().any(|taken| *taken == after);
        if let (true, Some(one), Some(two)) = (free, gone.get(before), come.get(after))
            && same(one, two)
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
