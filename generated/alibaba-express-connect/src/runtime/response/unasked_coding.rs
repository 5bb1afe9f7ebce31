//! Compressed answers. No request accepts one, so it is an error, which should say what is wrong rather than "not JSON".

use http::HeaderMap;
use http::header::CONTENT_ENCODING;

/// What a body is, if the server compressed it.
pub(super) fn describe(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let coding = headers.get(CONTENT_ENCODING)?.as_bytes();
    let coding = coding.trim_ascii().to_ascii_lowercase();
    let name = match coding.as_slice() {
        b"" | b"identity" => return None,
        b"gzip" | b"x-gzip" => "gzip",
        b"deflate" => "deflate",
        b"br" => "Brotli",
        b"zstd" => "Zstandard",
        _ => "an unknown coding",
    };
    Some(format!(
        "{} bytes compressed with {name}, which was not asked for",
        body.len()
    ))
}
