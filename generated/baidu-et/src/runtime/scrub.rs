//! Keeps secret values out of texts.

use std::fmt;

use zeroize::Zeroizing;

use super::escape::escape;
use super::json::{Map, Value};
use super::secret::REDACTED;

/// The longest XML reference that is looked at, in bytes after the ampersand; leading zeros can make any longer.
const LONGEST_REFERENCE: usize = 16;

/// The secret values of one request, and their removal from any text.
///
/// A server may echo what it was sent, in a message or in the text that it expected to be signed. So each value is
/// looked for raw, percent-encoded once and twice, and as it stands in JSON; and in each of these forms, any of its
/// characters may be an XML reference or a JSON escape.
#[derive(Clone, Default)]
pub struct Scrubber {
    secrets: Vec<Zeroizing<String>>,
}

impl Scrubber {
    /// A scrubber that knows no secret yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes note of `secret`. The empty text is none.
    pub fn add(&mut self, secret: &str) {
        if !secret.is_empty() {
            self.secrets.push(Zeroizing::new(secret.to_owned()));
        }
    }

    /// Takes note of the values at `paths` in `members`, such as `PMInfo[].PMCertificateNo`.
    pub fn add_members(&mut self, members: &Map<String, Value>, paths: &[&str]) {
        for path in paths {
            visit(members, path, &mut |secret| self.add_all(secret));
        }
    }

    /// Whether `text` is a secret, whole.
    pub fn contains(&self, text: &str) -> bool {
        let mut forms = self.secrets.iter().flat_map(|secret| forms_of(secret));
        forms.any(|form| *form == text)
    }

    /// `text` with `[redacted]` in place of every secret.
    pub fn scrub(&self, text: &str) -> String {
        let needles = self.needles();
        let mut clean = String::with_capacity(text.len());
        let mut rest = text;
        let mut just_redacted = false;
        while let Some(character) = rest.chars().next() {
            let found = needles.iter().find_map(|needle| length_of(needle, rest));
            let length = match found {
                Some(length) => {
                    // One mark for a run of them, which would tell how long the run is.
                    if !just_redacted {
                        clean.push_str(REDACTED);
                    }
                    length
                }
                None => {
                    clean.push(character);
                    character.len_utf8()
                }
            };
            just_redacted = found.is_some();
            rest = rest.get(length..).unwrap_or_default();
        }
        clean
    }

    /// Every form of every secret, longest first, so that a value is not cut up by a shorter one inside it.
    ///
    /// They are made when a text is at hand: most requests never need them.
    fn needles(&self) -> Vec<Zeroizing<String>> {
        let mut needles: Vec<_> = self
            .secrets
            .iter()
            .flat_map(|secret| forms_of(secret))
            .collect();
        needles.sort_by_key(|needle| std::cmp::Reverse(needle.len()));
        needles
    }

    fn add_all(&mut self, secret: &Value) {
        match secret {
            Value::String(text) => self.add(text),
            Value::Number(number) => self.add(&number.to_string()),
            Value::Array(elements) => elements.iter().for_each(|element| self.add_all(element)),
            Value::Object(members) => members.values().for_each(|member| self.add_all(member)),
            Value::Null | Value::Bool(_) => {}
        }
    }
}

/// What a secret may look like: raw, percent-encoded once and twice, and within quotes in JSON.
fn forms_of(secret: &str) -> [Zeroizing<String>; 4] {
    let once = escape(secret);
    let twice = escape(&once);
    let quoted = Zeroizing::new(Value::from(secret).to_string());
    let json = quoted
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let json = json.unwrap_or_default().to_owned();
    [secret.to_owned(), once, twice, json].map(Zeroizing::new)
}

/// How many bytes `needle` takes at the start of `text`, if it stands there.
fn length_of(needle: &str, text: &str) -> Option<usize> {
    if text.starts_with(needle) {
        return Some(needle.len());
    }
    let mut rest = text;
    for wanted in needle.chars() {
        let spelt_out = reference(rest).or_else(|| json_escape(rest));
        rest = match spelt_out {
            Some((character, after)) if character == wanted => after,
            _ => rest.strip_prefix(wanted)?,
        };
    }
    Some(text.len() - rest.len())
}

/// The character that the XML reference at the start of `text` stands for, and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    let text = text.strip_prefix('&')?;
    let end = text
        .bytes()
        .take(LONGEST_REFERENCE)
        .position(|byte| byte == b';')?;
    let (name, rest) = (text.get(..end)?, text.get(end + 1..)?);
    let character = match name {
        "amp" => '&',
        "apos" => '\'',
        "gt" => '>',
        "lt" => '<',
        "quot" => '"',
        name => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((character, rest))
}

/// The character that the JSON escape at the start of `text` stands for, and what follows it.
fn json_escape(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix('\\')?;
    let mut characters = rest.chars();
    let character = match characters.next()? {
        'u' => return unicode_escape(text),
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        itself => itself,
    };
    Some((character, characters.as_str()))
}

/// The same of `\uXXXX`, or of two of them that make up one character.
fn unicode_escape(text: &str) -> Option<(char, &str)> {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok();
    let first = unit(text)?;
    let after = text.get(6..)?;
    let (units, rest) = match unit(after) {
        Some(second) if (0xD800..0xDC00).contains(&first) => (vec![first, second], after.get(6..)?),
        _ => (vec![first], after),
    };
    let character = char::decode_utf16(units).next()?.ok()?;
    Some((character, rest))
}

impl fmt::Debug for Scrubber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scrubber").finish_non_exhaustive()
    }
}

/// Puts `[redacted]` in place of the values at `paths` in `value`, such as `BgpGroups[].AuthKey`.
pub fn redact(value: &mut Value, paths: &[&str]) {
    for path in paths {
        redact_path(value, path);
    }
}

/// The wire path that a flattened name belongs to: `PMInfo.1.Name` is a `PMInfo[].Name`.
pub(super) fn wire_path(name: &str) -> String {
    let mut pattern = String::new();
    for (position, part) in name.split('.').enumerate() {
        if position > 0 && part.bytes().all(|byte| byte.is_ascii_digit()) {
            pattern.push_str("[]");
        } else {
            pattern.push_str(if position > 0 { "." } else { "" });
            pattern.push_str(part);
        }
    }
    pattern
}

/// Splits the first member off a path, and says how many lists stand around its value.
fn split(path: &str) -> (&str, usize, Option<&str>) {
    let (step, rest) = match path.split_once('.') {
        Some((step, rest)) => (step, Some(rest)),
        None => (path, None),
    };
    let (mut name, mut depth) = (step, 0);
    while let Some(element) = name.strip_suffix("[]") {
        (name, depth) = (element, depth + 1);
    }
    (name, depth, rest)
}

fn visit(members: &Map<String, Value>, path: &str, found: &mut dyn FnMut(&Value)) {
    let (name, depth, rest) = split(path);
    if let Some(member) = members.get(name) {
        visit_elements(member, depth, &mut |element| match (rest, element) {
            (None, element) => found(element),
            (Some(rest), Value::Object(members)) => visit(members, rest, found),
            (Some(_), _) => {}
        });
    }
}

fn visit_elements(value: &Value, depth: usize, found: &mut dyn FnMut(&Value)) {
    match (value, depth.checked_sub(1)) {
        (Value::Array(elements), Some(depth)) => {
            elements
                .iter()
                .for_each(|element| visit_elements(element, depth, found));
        }
        (value, _) => found(value),
    }
}

fn redact_path(value: &mut Value, path: &str) {
    let (name, depth, rest) = split(path);
    if let Some(member) = value.get_mut(name) {
        redact_elements(member, depth, rest);
    }
}

fn redact_elements(value: &mut Value, depth: usize, rest: Option<&str>) {
    match (value, depth.checked_sub(1), rest) {
        (Value::Array(elements), Some(depth), rest) => {
            elements
                .iter_mut()
                .for_each(|element| redact_elements(element, depth, rest));
        }
        (value, _, Some(rest)) => redact_path(value, rest),
        (Value::Null, _, None) => {}
        (value, _, None) => *value = Value::from(REDACTED),
    }
}
