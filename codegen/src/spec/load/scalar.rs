use super::node::Text;

/// What YAML 1.2 reads a scalar as.
///
/// Only the words of YAML 1.2: `yes`, `on` and `010` are text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reading {
    Null,
    Boolean(bool),
    Integer(i128),
    /// A number with a fraction or an exponent, or too large for an integer.
    Number(f64),
    Text,
}

impl Reading {
    pub(super) fn of(text: &Text) -> Self {
        if !text.plain {
            return Self::Text;
        }
        match text.text.as_str() {
            "" | "~" | "null" | "Null" | "NULL" => Self::Null,
            "true" | "True" | "TRUE" => Self::Boolean(true),
            "false" | "False" | "FALSE" => Self::Boolean(false),
            // Nearly everything in a spec is prose, which does not look like a number for long.
            text if text
                .starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first)) =>
            {
                integer(text).or_else(|| number(text)).unwrap_or(Self::Text)
            }
            _ => Self::Text,
        }
    }

    /// With an article, for messages.
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Null => "`null`",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "a whole number",
            Self::Number(_) => "a decimal number",
            Self::Text => "text",
        }
    }
}

fn integer(text: &str) -> Option<Reading> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', ..] => (true, text.get(1..)?),
        [b'+', ..] => (false, text.get(1..)?),
        _ => (false, text),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, digits.get(2..)?),
        Some("0o") => (8, digits.get(2..)?),
        Some("0b") => (2, digits.get(2..)?),
        // YAML 1.2 leaves numbers with leading zeros as text.
        _ if digits.len() > 1 && digits.starts_with('0') => return None,
        _ => (10, digits),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let value = i128::from_str_radix(digits, radix).ok()?;
    Some(Reading::Integer(if negative { -value } else { value }))
}

fn number(text: &str) -> Option<Reading> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    // What is left with a leading zero, as in `010`, is text; `0.5` and `0e1` are not.
    let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    if digits.starts_with(['+', '-']) || (only_digits && digits.starts_with('0')) {
        return None;
    }
    let value = match digits {
        ".inf" | ".Inf" | ".INF" => f64::INFINITY,
        ".nan" | ".NaN" | ".NAN" => f64::NAN,
        // Rust reads `inf` and `nan` as numbers, YAML does not.
        digits => digits
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())?,
    };
    Some(Reading::Number(if text.starts_with('-') {
        -value
    } else {
        value
    }))
}
