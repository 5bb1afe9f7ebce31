use super::View;
use crate::diagnostic::line;
use crate::diagnostic::{Place, Span};
use crate::diff::{Finding, Side};

/// The most lines that one side shows.
const LINES: usize = 3;
/// The most characters that a line shows.
const WIDTH: usize = 120;

/// The lines of one side that say what changed.
pub(super) struct Excerpt<'a> {
    place: Place<'a>,
    lines: Vec<String>,
}

impl<'a> Excerpt<'a> {
    fn of(side: &'a Side, span: Option<Span>) -> Option<Self> {
        let (sources, span) = (side.sources(), span?);
        let place = Place::new(sources, span);
        let lines = (place.line..=place.end_line).map(|number| {
            // What stands before the place on its line gives way if not all has room.
            let is_first = number == place.line;
            let before = if is_first { place.column - 1 } else { 0 };
            cut(sources.line(span.file, number), before)
        });
        Some(Self {
            place,
            lines: lines.collect(),
        })
    }

    /// Some of the lines, each behind a sign and its place.
    fn write(&self, sign: char, skip: usize, out: &mut Vec<String>) {
        let file = line(self.place.file);
        let numbered = (self.place.line..).zip(&self.lines).skip(skip);
        for (number, text) in numbered.clone().take(LINES) {
            out.push(format!("{sign} {file}:{number} | {text}"));
        }
        if let (Some(last), true) = (out.last_mut(), numbered.count() > LINES) {
            last.push_str(" …");
        }
    }
}

/// What the old side says, line by line behind `-`, then what the new one says behind `+`. Of long texts, what
/// begins with the first line that differs.
pub(super) fn excerpts(view: &View<'_>, finding: &Finding) -> Vec<String> {
    let old = Excerpt::of(view.old, finding.old_place);
    let new = Excerpt::of(view.new, finding.new_place);
    let skip = match (&old, &new) {
        (Some(old), Some(new)) => alike(&old.lines, &new.lines),
        _ => 0,
    };
    let mut lines = Vec::new();
    if let Some(old) = old {
        old.write('-', skip, &mut lines);
    }
    if let Some(new) = new {
        new.write('+', skip, &mut lines);
    }
    lines
}

/// How many lines at the beginning of two texts are the same, if either is long; each keeps its last line.
fn alike(old: &[String], new: &[String]) -> usize {
    if old.len().max(new.len()) <= LINES {
        return 0;
    }
    let same = old.iter().zip(new).take_while(|(one, two)| one == two);
    let last = old.len().min(new.len()).saturating_sub(1);
    same.count().min(last)
}

/// A line without its indent; of a long one, what begins after `before` characters.
fn cut(text: &str, before: usize) -> String {
    let whole = line(text.trim());
    if whole.chars().count() <= WIDTH {
        return whole;
    }
    let rest: String = text.chars().skip(before).collect();
    let rest = line(rest.trim());
    let start = if text.trim_start().len() > rest.len() {
        "… "
    } else {
        ""
    };
    let end = if rest.chars().count() > WIDTH {
        " …"
    } else {
        ""
    };
    let shown: String = rest.chars().take(WIDTH).collect();
    format!("{start}{shown}{end}")
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, alike, cut};

    #[test]
    fn a_long_line_begins_with_what_changed() {
        let long = format!("  Hops: {{ doc: {}, range: [1, 255] }}", "线".repeat(WIDTH));
        let before = long.chars().count() - "range: [1, 255] }".chars().count();
        assert_eq!(cut(&long, before), "… range: [1, 255] }");
        assert!(cut(&long, 2).starts_with("Hops: { doc: 线"));
        assert!(cut(&long, 2).ends_with("线 …"));
        assert_eq!(cut("  a: 1", 5), "a: 1");
    }

    #[test]
    fn long_texts_begin_where_they_differ() {
        let lines = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        assert_eq!(alike(&lines("a b c d"), &lines("a b x d")), 2);
        assert_eq!(alike(&lines("a b c d"), &lines("a b")), 1);
        assert_eq!(alike(&lines("a b c"), &lines("a b x")), 0, "not long");
    }
}
