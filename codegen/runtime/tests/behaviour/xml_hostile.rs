//! XML that must not be taken: malformed, dangerous, endless.

use proptest::prelude::*;
use runtime::runtime::xml::parse;

fn refusal(document: impl AsRef<[u8]>) -> String {
    let error = parse(document.as_ref()).unwrap_err();
    assert_eq!((error.path(), error.expected()), ("$", "XML"));
    error.found().to_owned()
}

#[test]
fn refusals_name_the_place_and_repeat_nothing() {
    let cases = [
        ("", "no root element on line 1 (byte 0)"),
        ("<!-- s3cret -->", "no root element on line 1 (byte 15)"),
        ("s3cret", "text outside the root element on line 1 (byte 0)"),
        (
            "<a/>\ns3cret",
            "text outside the root element on line 1 (byte 4)",
        ),
        (
            "<a/>&lt;",
            "text outside the root element on line 1 (byte 4)",
        ),
        (
            "<a/><![CDATA[s3cret]]>",
            "text outside the root element on line 1 (byte 4)",
        ),
        (
            "<a/>\n<s3cret/>",
            "a second root element on line 2 (byte 5)",
        ),
        ("<></>", "an element without a name on line 1 (byte 0)"),
        ("< a/>", "an element without a name on line 1 (byte 0)"),
        (
            "<a>\n<s3cret></b></a>",
            "an end tag that does not fit on line 2 (byte 12)",
        ),
        (
            "</s3cret>",
            "an end tag that does not fit on line 1 (byte 0)",
        ),
        (
            "<a>\n<s3cret>",
            "the end before all elements are closed on line 2 (byte 12)",
        ),
        (
            "<a>\n<s3cret",
            "markup that is not closed on line 2 (byte 4)",
        ),
        (
            "<a>\n\n<![CDATA[s3cret",
            "markup that is not closed on line 3 (byte 5)",
        ),
        (
            "<a><!-- s3cret",
            "markup that is not closed on line 1 (byte 3)",
        ),
        (
            "<a b='s3cret></a>",
            "markup that is not closed on line 1 (byte 0)",
        ),
        (
            "<a>&s3cret</a>",
            "a reference that is not closed on line 1 (byte 3)",
        ),
        (
            "<a>s3cret & more</a>",
            "a reference that is not closed on line 1 (byte 10)",
        ),
        ("<a>&s3cret;</a>", "an unknown entity on line 1 (byte 3)"),
        ("<a>&nbsp;</a>", "an unknown entity on line 1 (byte 3)"),
        (
            "<a>&#0;</a>",
            "a reference to no character on line 1 (byte 3)",
        ),
        (
            "<a>&#xD800;</a>",
            "a reference to no character on line 1 (byte 3)",
        ),
        (
            "<a>&#99999999999;</a>",
            "a reference to no character on line 1 (byte 3)",
        ),
        (
            "<?xml version='1.0' encoding='GBK'?><a/>",
            "an encoding that is not UTF-8 on line 1 (byte 0)",
        ),
        (
            "<?xml version='1.0' encoding=?><a/>",
            "a malformed declaration on line 1 (byte 0)",
        ),
    ];
    for (document, found) in cases {
        assert_eq!(refusal(document), found, "{document}");
    }
}

#[test]
fn a_document_type_is_refused_whatever_it_declares() {
    let billion_laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n\
        <!ENTITY lol1 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">\n]>\n<lolz>&lol1;</lolz>";
    let external = "\n<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    let line_two = "a document type declaration on line 2";
    assert_eq!(refusal(billion_laughs), format!("{line_two} (byte 22)"));
    assert_eq!(refusal(external), format!("{line_two} (byte 1)"));
    for document in [
        "<!DOCTYPE html><html/>",
        "<!doctype html><html/>",
        "<a><!DOCTYPE a></a>",
    ] {
        assert!(
            refusal(document).starts_with("a document type declaration on line 1"),
            "{document}"
        );
    }
}

#[test]
fn nesting_has_a_limit() {
    let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert!(parse(nested(128).as_bytes()).is_ok());
    assert_eq!(
        refusal(nested(129)),
        "more than 128 levels on line 1 (byte 384)"
    );
    assert_eq!(
        refusal("<a>".repeat(127) + "<b><c/></b>"),
        "more than 128 levels on line 1 (byte 384)"
    );
    // Nothing recurses before the limit is reached.
    assert!(parse("<a>".repeat(1_000_000).as_bytes()).is_err());
}

#[test]
fn only_utf_8_is_read() {
    let latin = b"<a>\n\xe9</a>";
    assert_eq!(
        refusal(latin),
        "bytes that are not UTF-8 on line 2 (byte 4)"
    );
    let wide: Vec<u8> = "\u{feff}<a/>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(refusal(wide), "bytes that are not UTF-8 on line 1 (byte 0)");
    // The byte order mark counts, so that the offset is that of the body.
    assert_eq!(
        refusal("\u{feff}<a>\n&x;</a>"),
        "an unknown entity on line 2 (byte 7)"
    );
}

/// Time and memory stay in proportion: each of these takes minutes if anything is quadratic.
#[test]
fn long_documents_are_read_in_one_pass() {
    let references = format!("<a>{}</a>", "&amp;".repeat(200_000));
    let text = parse(references.as_bytes()).unwrap().content;
    assert_eq!(text.as_str().map(str::len), Some(200_000));
    let siblings = format!("<a>{}</a>", "<b/>".repeat(200_000));
    let value = parse(siblings.as_bytes()).unwrap().content;
    assert_eq!(value["b"].as_array().map(Vec::len), Some(200_000));
}

/// Pieces that make documents, and break them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<a>"),
        Just("</a>"),
        Just("<b x='1'>"),
        Just("</b>"),
        Just("<c/>"),
        Just("<"),
        Just(">"),
        Just("&"),
        Just(";"),
        Just("&lt;"),
        Just("&#x41;"),
        Just("<!"),
        Just("<!-"),
        Just("<!--"),
        Just("-->"),
        Just("<![CDATA["),
        Just("]]>"),
        Just("<!DOCTYPE"),
        Just("["),
        Just("]"),
        Just("<?"),
        Just("?>"),
        Just("<?xml "),
        Just("encoding"),
        Just("="),
        Just("'"),
        Just("\""),
        Just("/"),
        Just(":"),
        Just("\r\n"),
        Just(" "),
        Just("text"),
        Just("专"),
        Just("\u{feff}"),
        Just("\0"),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_document_panics(document in pieces()) {
        let _ = parse(document.as_bytes());
        let _ = parse(format!("<a>{document}</a>").as_bytes());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = parse(&bytes);
    }

    /// A document that is cut off anywhere is refused, never taken for a shorter answer.
    #[test]
    fn no_truncated_document_is_taken(length in 0_usize..190) {
        let whole = "<?xml version=\"1.0\"?><r><A b=\"c\">1 &amp; 2</A><B><![CDATA[x]]></B><!-- c --><L><M>1</M><M>2</M></L><E/></r>";
        let cut = &whole.as_bytes()[..length.min(whole.len() - 1)];
        prop_assert!(parse(cut).is_err());
    }

    /// Any text comes back from a document that holds it escaped.
    #[test]
    fn any_text_survives(text in "[^\r\0]{0,40}") {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let content = parse(format!("<a>{escaped}</a>").as_bytes()).unwrap().content;
        let blank = text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n'));
        prop_assert_eq!(content, if blank { "" } else { text.as_str() });
    }
}
