//! XML documents as values, and as outputs.

use runtime::runtime::json::{At, FromJson, Mode, Value};
use runtime::runtime::xml::{Document, parse};
use serde_json::json;

use crate::sample::rpc::CreatePeerOutput;

fn content(document: &str) -> Value {
    parse(document.as_bytes()).unwrap().content
}

#[test]
fn every_shape_has_its_value() {
    let cases = [
        ("<r/>", json!("")),
        ("<r></r>", json!("")),
        ("<r> \r\n\t</r>", json!("")),
        ("<r>text</r>", json!("text")),
        ("<r> a  b </r>", json!(" a  b ")),
        ("<r><A>1</A><B/></r>", json!({"A": "1", "B": ""})),
        ("<r>\n  <A>1</A>\n</r>", json!({"A": "1"})),
        ("<r>between<A>1</A>elements</r>", json!({"A": "1"})),
        ("<r><A>1</A><A>2</A></r>", json!({"A": ["1", "2"]})),
        (
            "<r><A>1</A><B>x</B><A/><A><C>3</C></A></r>",
            json!({"A": ["1", "", {"C": "3"}], "B": "x"}),
        ),
        (
            "<r><A><B><C>1</C></B></A></r>",
            json!({"A": {"B": {"C": "1"}}}),
        ),
        (r#"<r a="1"><A b='2' c=">">x</A></r>"#, json!({"A": "x"})),
        (r#"<n:r xmlns:n="u"><n:A>1</n:A></n:r>"#, json!({"A": "1"})),
        ("<r><专线>一</专线></r>", json!({"专线": "一"})),
        ("<r >1</r >", json!("1")),
    ];
    for (document, value) in cases {
        assert_eq!(content(document), value, "{document}");
    }
}

#[test]
fn text_is_decoded_once() {
    let cases = [
        (
            "&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;",
            "<a> & \"b\" 'c'",
        ),
        ("&amp;lt;", "&lt;"),
        ("&#65;&#x42;&#x4e13;&#13;", "AB专\r"),
        ("<![CDATA[<a> & ]] &amp;]]>", "<a> & ]] &amp;"),
        ("a<![CDATA[b]]>c&amp;<![CDATA[]]>d", "abc&d"),
        ("a<!-- no --><?target data?>b", "ab"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\u{a0}", "\u{a0}"),
        ("283117732402483989", "283117732402483989"),
    ];
    for (text, decoded) in cases {
        assert_eq!(content(&format!("<r>{text}</r>")), decoded, "{text}");
    }
}

#[test]
fn what_surrounds_the_root_says_nothing() {
    let root = "<Root><A>1</A></Root>";
    for document in [
        format!("\u{feff}{root}"),
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n"),
        format!("\u{feff}<?xml version='1.0' encoding='utf-8' standalone='yes'?>{root}"),
        format!("<?xml version=\"1.0\" encoding=\"us-ascii\"?>{root}"),
        format!(" \n<!-- a -->{root}<!-- b -->\n<?c?> "),
    ] {
        let expected = Document {
            root: "Root".to_owned(),
            content: json!({"A": "1"}),
        };
        assert_eq!(parse(document.as_bytes()), Ok(expected), "{document}");
    }
}

/// The shapes of the documents, and what a value of text becomes in a typed output.
#[test]
fn outputs_are_the_same_from_xml_and_from_json() {
    let cases = [
        // The members directly below the list.
        (
            "<Peers><Id>a</Id><Asn>65001</Asn></Peers><Total>1</Total>",
            json!({"Peers": [{"Id": "a", "Asn": 65001}], "Total": 1}),
        ),
        // The list repeated for each element.
        (
            "<Peers><Id>a</Id></Peers><Total>2</Total><Peers><Id>b</Id></Peers>",
            json!({"Peers": [{"Id": "a"}, {"Id": "b"}], "Total": 2}),
        ),
        // A further element around each element.
        (
            "<Peers><Peer><Id>a</Id></Peer></Peers>",
            json!({"Peers": {"Peer": [{"Id": "a"}]}}),
        ),
        (
            "<Peers><Peer><Id>a</Id></Peer><Peer><Id>b</Id></Peer></Peers>",
            json!({"Peers": {"Peer": [{"Id": "a"}, {"Id": "b"}]}}),
        ),
        // Nothing in the list, nothing in a number.
        ("<Peers/><Total/>", json!({})),
        ("<Peers>\n</Peers><Total> </Total>", json!({})),
        (
            "<Peers><Peer><Id></Id><Asn>9007199254740993</Asn><AuthKey>a&amp;b</AuthKey></Peer></Peers>",
            json!({"Peers": [{"Id": "", "Asn": 9_007_199_254_740_993_i64, "AuthKey": "a&b"}]}),
        ),
    ];
    let decode = |value: &Value| CreatePeerOutput::from_json(value, &At::root(Mode::Tolerant));
    for (inner, json) in cases {
        let value = content(&format!("<CreatePeerResponse>{inner}</CreatePeerResponse>"));
        assert_eq!(decode(&value), decode(&json), "{inner}");
        assert!(decode(&json).is_ok(), "{json}");
    }
}

#[test]
fn what_does_not_fit_is_named_by_its_path() {
    let value =
        content("<r><Peers><Peer><Asn>1</Asn></Peer><Peer><Asn>s3cret</Asn></Peer></Peers></r>");
    let error = CreatePeerOutput::from_json(&value, &At::root(Mode::Tolerant)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Peers[1].Asn: expected an integer, found a string that is not one"
    );
}
