use crate::diff::{Direction, Finding};

/// Which messages a finding is about, and where in them; empty if it is about its subject as a whole.
pub(super) fn place(finding: &Finding, quote: impl Fn(&str) -> String) -> String {
    let direction = match finding.direction {
        Direction::Request => "request",
        Direction::Response => "response",
        Direction::Both => "request and response",
        Direction::Service => "",
    };
    match (direction, finding.path.as_str()) {
        (direction, "") => direction.to_owned(),
        ("", path) => quote(path),
        (direction, path) => format!("{direction} {}", quote(path)),
    }
}

/// Where a finding is, as the beginning of a sentence.
pub(super) fn place_before(finding: &Finding, quote: impl Fn(&str) -> String) -> String {
    match place(finding, quote) {
        place if place.is_empty() => place,
        place => format!("{place}: "),
    }
}

/// Both severities in words; changes of words have none.
pub(super) fn severities(finding: &Finding) -> String {
    if finding.rule.is_words() {
        return "words".to_owned();
    }
    let (wire, source) = (finding.wire.as_str(), finding.source.as_str());
    format!("wire: {wire}, source: {source}")
}

/// What it means that a struct has moved.
pub(super) const MOVED: &str =
    "has another name in Rust or stands elsewhere; nothing else about it is different";
