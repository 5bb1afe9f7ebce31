use http::HeaderMap;
use http::header::CONTENT_TYPE;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How pages of a proxy start, which may be labelled as anything.
const PAGES: [&[u8]; 2] = [b"<html", b"<!doctype html"];

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Xml,
}

impl Format {
    /// The format by the content type, or by the first byte where the content type does not tell.
    ///
    /// What is neither is called JSON, and will be found not to be.
    pub(super) fn of(headers: &HeaderMap, body: &[u8]) -> Self {
        let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
        let body = body.trim_ascii_start();
        let is_xml = match declared(headers) {
            // The declared format wins, except over what it cannot be.
            Declared::Xml => !matches!(body.first(), Some(b'{' | b'[')),
            Declared::Other => false,
            Declared::Nothing => body.first() == Some(&b'<') && !is_page(body),
        };
        if is_xml { Self::Xml } else { Self::Json }
    }
}

/// What a content type says.
enum Declared {
    Xml,
    /// JSON, or a page.
    Other,
    /// There is none, or it fits everything.
    Nothing,
}

fn declared(headers: &HeaderMap) -> Declared {
    let Some(value) = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
    else {
        return Declared::Nothing;
    };
    let media_type = value.split(';').next().unwrap_or_default();
    let subtype = media_type.trim().rsplit('/').next().unwrap_or_default();
    let subtype = subtype.to_ascii_lowercase();
    match subtype.as_str() {
        "json" | "html" | "xhtml+xml" => Declared::Other,
        "xml" => Declared::Xml,
        other if other.ends_with("+json") => Declared::Other,
        other if other.ends_with("+xml") => Declared::Xml,
        _ => Declared::Nothing,
    }
}

fn is_page(body: &[u8]) -> bool {
    PAGES.iter().any(|page| {
        body.get(..page.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(page))
    })
}
