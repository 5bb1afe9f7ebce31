use super::node::Text;

/// What YAML 1.2 reads a scalar as.
///
/// `yes`, `off`, `010`, `1_000` and `2024-01-01`, which YAML 1.1 and some parsers take for something else, are text.
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
        // To some this is octal and to some it is not, so it stays as it is written.
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
    // `010` is text, as above; `0.5` and `0e1` are not.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, plain: bool) -> Reading {
        let text = text.to_owned();
        Reading::of(&Text { text, plain })
    }

    #[test]
    fn words_and_numbers_of_yaml_1_2() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(read(text, true), Reading::Null, "{text}");
        }
        assert_eq!(read("True", true), Reading::Boolean(true));
        assert_eq!(read("false", true), Reading::Boolean(false));
        let integers = [
            ("0", 0),
            ("-7", -7),
            ("+7", 7),
            ("0x1F", 31),
            ("-0o17", -15),
        ];
        for (text, value) in integers {
            assert_eq!(read(text, true), Reading::Integer(value), "{text}");
        }
        let numbers = [
            ("1.5", 1.5),
            (".5", 0.5),
            ("-0.5", -0.5),
            ("1e3", 1e3),
            ("-.inf", f64::NEG_INFINITY),
        ];
        for (text, value) in numbers {
            assert_eq!(read(text, true), Reading::Number(value), "{text}");
        }
        assert!(matches!(read(".nan", true), Reading::Number(value) if value.is_nan()));
    }

    #[test]
    fn all_else_is_text() {
        let texts = [
            "yes",
            "no",
            "on",
            "off",
            "y",
            "nULL",
            "tRue",
            "010",
            "-010",
            "00",
            "1_000",
            "0b1",
            "0x",
            "0xg",
            "--1",
            "+-1",
            "0x-1",
            "1.2.3",
            "2024-01-01",
            "12:30",
            "inf",
            "nan",
            "-inf",
            "Infinity",
            "e3",
            "-",
            "+",
            ".",
            "７",
        ];
        for text in texts {
            assert_eq!(read(text, true), Reading::Text, "{text}");
        }
        for text in ["", "null", "true", "1", "1.5"] {
            assert_eq!(read(text, false), Reading::Text, "{text}");
        }
    }
}
