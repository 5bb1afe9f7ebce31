//! Did-you-mean: the known name that a misspelt one probably stands for.

/// The candidate closest to `name`, if any is close enough to be what was meant.
///
/// A name that differs only in case always is. Otherwise a third of the name may be wrong, counting a character that
/// is missing, superfluous or different as one.
pub fn closest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted: Vec<char> = name.to_lowercase().chars().collect();
    let tolerance = (wanted.len() / 3).max(1);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters: Vec<char> = candidate.to_lowercase().chars().collect();
            // The difference in length is a lower bound, and keeps absurdly long names cheap.
            if letters.len().abs_diff(wanted.len()) > tolerance {
                return None;
            }
            let distance = edit_distance(&wanted, &letters);
            (distance <= tolerance).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `name` in backquotes, followed by a suggestion where there is one.
pub fn quoted<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> String {
    let shown = super::text::one_line(name, super::text::VALUE_LIMIT);
    match closest(name, candidates) {
        Some(candidate) => format!("`{shown}` (did you mean `{candidate}`?)"),
        None => format!("`{shown}`"),
    }
}

/// The Levenshtein distance, one row of the table at a time.
fn edit_distance(from: &[char], to: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, from_character) in from.iter().enumerate() {
        let mut left = row + 1;
        let mut current = Vec::with_capacity(above.len());
        current.push(left);
        for (to_character, neighbours) in to.iter().zip(above.iter().zip(above.iter().skip(1))) {
            let (diagonal, up) = neighbours;
            let substituted = diagonal + usize::from(from_character != to_character);
            left = substituted.min(up + 1).min(left + 1);
            current.push(left);
        }
        above = current;
    }
    above.last().copied().unwrap_or_default()
}
