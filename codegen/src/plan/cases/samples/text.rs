use crate::model::Member;
use crate::spec::{Characters, LengthUnit, Range};

/// Characters that texts are filled with, the plainest first.
const FILLERS: [char; 5] = ['a', '1', '中', '-', '_'];

/// Texts of a length: of plain characters, and where they are allowed of characters of several bytes,
/// which tell a count of characters from a count of bytes.
pub(in crate::plan::cases) fn of_length(member: &Member, length: i64) -> Vec<String> {
    let limits = &member.constraints;
    let Ok(length) = usize::try_from(length) else {
        return Vec::new();
    };
    let allowed = |position: usize, character: char| {
        (limits.characters.as_ref()).is_none_or(|rule| rule.allows(position, character))
    };
    let mut texts = Vec::new();
    for wide in [false, true] {
        let fits = |position: usize| {
            let mut fillers = FILLERS
                .into_iter()
                .chain(singles(limits.characters.as_ref(), position));
            fillers.find(|filler| (filler.len_utf8() > 1) == wide && allowed(position, *filler))
        };
        let (Some(first), Some(rest)) = (fits(0), fits(1)) else {
            continue;
        };
        let units = |character: char| match limits.length_unit {
            LengthUnit::Characters => 1,
            LengthUnit::Bytes => character.len_utf8(),
        };
        if length == 0 {
            return vec![String::new()];
        }
        let rest_units = length.saturating_sub(units(first));
        if rest_units.is_multiple_of(units(rest)) && length >= units(first) {
            let tail = std::iter::repeat_n(rest, rest_units / units(rest));
            texts.push(std::iter::once(first).chain(tail).collect());
        }
    }
    texts
}

/// A text of a usual length.
pub(super) fn usual(member: &Member) -> Option<String> {
    let Range(low, high) = member.constraints.length.unwrap_or(Range(None, None));
    let length = low.unwrap_or(0).max(4).min(high.unwrap_or(i64::MAX));
    of_length(member, length).into_iter().next()
}

/// Characters that stand for themselves.
fn singles(rule: Option<&Characters>, position: usize) -> impl Iterator<Item = char> {
    let classes = rule.map(|rule| rule.classes(position)).unwrap_or_default();
    classes.iter().filter_map(|class| {
        let mut characters = class.chars();
        characters.next().filter(|_| characters.next().is_none())
    })
}

/// The first and last characters of a class, and those just outside it.
pub(in crate::plan::cases) fn edges(class: &str) -> (Vec<char>, Vec<char>) {
    let (inside, outside): (&[char], &[char]) = match class {
        "letter" => (&['A', 'Z', 'a', 'z'], &['@', '[', '`', '{']),
        "chinese" => (&['\u{4E00}', '\u{9FFF}'], &['\u{4DFF}', '\u{A000}']),
        "digit" => (&['0', '9'], &['/', ':']),
        "ascii" => (&['!', '\u{7F}'], &['\u{80}']),
        one => return (one.chars().collect(), Vec::new()),
    };
    (inside.to_vec(), outside.to_vec())
}
