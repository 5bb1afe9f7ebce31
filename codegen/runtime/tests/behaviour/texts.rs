//! Foreign text in messages, and suggestions.

use proptest::prelude::*;
use runtime::runtime::suggest::{closest, quoted};
use runtime::runtime::text::{listed, one_line};

#[test]
fn texts_take_one_line_and_cannot_trick_a_terminal() {
    assert_eq!(
        one_line("plain 中文 \"quoted\"", 100),
        "plain 中文 \"quoted\""
    );
    assert_eq!(
        one_line("a\r\nb\tc\u{0}\u{1b}[0m", 100),
        r"a\r\nb\tc\u{0}\u{1b}[0m"
    );
    assert_eq!(
        one_line("\u{202e}\u{2028}\u{feff}\u{200b}", 100),
        r"\u{202e}\u{2028}\u{feff}\u{200b}"
    );
    assert_eq!(one_line("中文字", 2), "中文…");
    assert_eq!(one_line("中文", 2), "中文");
}

#[test]
fn lists_read_like_sentences() {
    assert_eq!(listed(&[], "or"), "");
    assert_eq!(listed(&["a"], "or"), "`a`");
    assert_eq!(listed(&["a", "b"], "and"), "`a` and `b`");
    assert_eq!(listed(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
}

#[test]
fn close_names_are_suggested() {
    let names = ["BgpGroupId", "BfdMultiHop", "Name"];
    assert_eq!(closest("bgpgroupid", names), Some("BgpGroupId"));
    assert_eq!(closest("BgpGrupId", names), Some("BgpGroupId"));
    assert_eq!(
        closest("Nmae", ["Mane", "Name"]),
        None,
        "a swap is two changes of four"
    );
    assert_eq!(closest("Nam", names), Some("Name"));
    assert_eq!(closest("Description", names), None);
    assert_eq!(closest("", names), None);
    assert_eq!(closest("x", []), None);
    assert_eq!(quoted("Nam\n", names), r"`Nam\n` (did you mean `Name`?)");
    assert_eq!(
        quoted(&"x".repeat(100), names),
        format!("`{}…`", "x".repeat(40))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_a_line(text in any::<String>(), limit in 0_usize..100) {
        let line = one_line(&text, limit);
        prop_assert!(!line.chars().any(char::is_control));
        prop_assert!(line.lines().count() <= 1);
    }

    #[test]
    fn a_name_is_closest_to_itself(name in "[A-Za-z]{1,12}") {
        prop_assert_eq!(closest(&name, ["Unrelated", name.as_str()]), Some(name.as_str()));
    }
}
