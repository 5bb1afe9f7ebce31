use strsim::osa_distance;

/// The candidate that was probably meant, if one is near enough.
///
/// One that differs in case, or in `-` and `_`, wins over one that differs in letters; of those the nearest
/// wins, then the first in the alphabet. Near enough is one slip in three characters.
#[must_use]
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let folded = fold(word);
    let length = folded.chars().count();
    let cutoff = length.max(3) / 3;
    candidates
        .into_iter()
        .filter(|candidate| *candidate != word)
        .filter_map(|candidate| {
            let other = fold(candidate);
            // The distance is never below the difference in length, which is far quicker to know.
            if other.chars().count().abs_diff(length) > cutoff {
                return None;
            }
            let distance = osa_distance(&folded, &other);
            (distance <= cutoff && distance < length.max(1)).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// What to do about a word that means nothing: take the candidate that was probably meant, or else what is said
/// here.
#[must_use]
pub fn did_you_mean_or<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl Into<String>,
) -> String {
    match did_you_mean(word, candidates) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => otherwise.into(),
    }
}

/// What a person would call the same word.
fn fold(word: &str) -> String {
    word.to_lowercase().replace('-', "_")
}
