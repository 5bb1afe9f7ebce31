//! Percent-encoding by RFC 3986, written apart from the clients' own.

/// `text` with every byte but letters, digits and `-._~` as `%XX`.
pub fn escape(text: &str) -> String {
    escape_bytes(text.as_bytes())
}

/// `bytes` with every byte but letters, digits and `-._~` as `%XX`.
pub fn escape_bytes(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(*byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// What `text` stands for. Only `%XX` is special: a plus sign is a plus sign.
///
/// # Panics
/// A percent sign is not followed by two hexadecimal digits.
pub fn unescape_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(&tail[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    bytes
}

/// What `text` stands for, which must be UTF-8.
///
/// # Panics
/// It is not, or a percent sign is not followed by two hexadecimal digits.
pub fn unescape(text: &str) -> String {
    String::from_utf8(unescape_bytes(text)).unwrap()
}
