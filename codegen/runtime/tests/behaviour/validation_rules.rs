//! Each kind of documented limit.

use runtime::runtime::client::ClientValues;
use runtime::runtime::validate::{Characters, Class, Field, Format, LengthUnit, Validator};

use crate::sample::rpc::CREATE_PEER;

/// The violations of one field that `check` finds.
fn violations(check: impl FnOnce(Field<'_>)) -> Vec<String> {
    let client = ClientValues::default();
    let validator = Validator::new(&CREATE_PEER, &client);
    check(validator.field("Field", "field"));
    match validator.finish() {
        Ok(()) => Vec::new(),
        Err(found) => found
            .iter()
            .map(|violation| violation.to_string().replace(SOURCE, ""))
            .collect(),
    }
}

const SOURCE: &str = " (Express Connect API reference, section 7.5)";

#[test]
fn ranges_and_sets_of_numbers() {
    assert!(violations(|field| field.range(5, Some(5), Some(5))).is_empty());
    assert_eq!(
        violations(|field| field.range(4, Some(5), None)),
        ["Field must be at least 5, but is 4"]
    );
    assert_eq!(
        violations(|field| field.range(6, None, Some(5))),
        ["Field must be at most 5, but is 6"]
    );
    assert_eq!(
        violations(|field| field.range(6, Some(5), Some(5))),
        ["Field must be exactly 5, but is 6"]
    );
    assert_eq!(
        violations(|field| field.not_one_of(64_512, &[23_456, 64_512])),
        ["Field must not be `23456` or `64512`, but is 64512"]
    );
    assert!(violations(|field| field.not_one_of(1, &[2])).is_empty());
    assert_eq!(
        violations(|field| field.one_of_integer(3, &[1, 2])),
        ["Field must be `1` or `2`, but is 3"]
    );
    assert!(violations(|field| field.one_of_integer(2, &[1, 2])).is_empty());
}

#[test]
fn lengths_count_characters_or_bytes() {
    assert!(
        violations(|field| field.length("专线", Some(2), Some(2), LengthUnit::Characters))
            .is_empty()
    );
    assert_eq!(
        violations(|field| field.length("专线", None, Some(5), LengthUnit::Bytes)),
        ["Field must be at most 5 bytes long, but is 6 long"]
    );
    assert_eq!(
        violations(|field| field.length("", Some(1), None, LengthUnit::Characters)),
        ["Field must be at least 1 character long, but is 0 long"]
    );
    assert_eq!(
        violations(|field| field.item_count(3, None, Some(1))),
        ["Field must have at most 1 item, but has 3"]
    );
    assert_eq!(
        violations(|field| field.item_count(0, Some(1), Some(1))),
        ["Field must have exactly 1 item, but has 0"]
    );
    assert_eq!(
        violations(|field| field.item_count(0, Some(2), None)),
        ["Field must have at least 2 items, but has 0"]
    );
}

#[test]
fn characters_and_prefixes() {
    static RULE: Characters = Characters {
        first: &[Class::Letter],
        allowed: &[Class::Ascii],
        forbidden_prefixes: &["http://", "https://"],
    };
    static ANY: Characters = Characters {
        first: &[],
        allowed: &[],
        forbidden_prefixes: &[],
    };
    assert!(violations(|field| field.characters("a b~", &RULE)).is_empty());
    assert!(violations(|field| field.characters("", &RULE)).is_empty());
    assert!(violations(|field| field.characters("线\0", &ANY)).is_empty());
    assert_eq!(violations(|field| field.characters("a线", &RULE)).len(), 1);
    assert_eq!(
        violations(|field| field.characters("http://x", &RULE)),
        ["Field must not start with `http://`, but is `http://x`"]
    );
    assert!(Class::Chinese.contains('\u{4E00}') && Class::Chinese.contains('\u{9FFF}'));
    assert!(!Class::Chinese.contains('\u{4DFF}') && !Class::Chinese.contains('\u{A000}'));
    assert!(!Class::Letter.contains('é') && !Class::Digit.contains('１'));
}

#[test]
fn long_values_are_shortened() {
    let value = "x".repeat(50);
    let shown = format!("Field must be `a`, but is `{}…`", "x".repeat(40));
    assert_eq!(violations(|field| field.one_of(&value, &["a"])), [shown]);
}

#[test]
fn secrets_show_nothing_of_their_value() {
    static RULE: Characters = Characters {
        first: &[],
        allowed: &[Class::Digit],
        forbidden_prefixes: &["k"],
    };
    let shown = violations(|field| {
        let field = field.secret();
        field.length("k3y", Some(8), None, LengthUnit::Bytes);
        field.characters("k3y", &RULE);
        field.format("k3y", Format::Uuid);
        field.one_of("k3y", &["a"]);
        field.member("Inner", "inner").range(33, Some(1), Some(2));
    });
    assert_eq!(shown.len(), 6);
    for line in shown {
        assert!(
            line.ends_with(", which the given secret value is not"),
            "{line}"
        );
        assert!(!line.contains("k3y") && !line.contains("33"), "{line}");
    }
}

#[test]
fn a_field_can_have_its_own_source() {
    use runtime::runtime::operation::{Origin, Source};
    static SDK: Source = Source {
        document: "SDK 1.2",
        section: "",
        origin: Origin::Sdk,
    };
    static GUESS: Source = Source {
        document: "the example",
        section: "3",
        origin: Origin::Inferred,
    };
    assert_eq!(
        violations(|field| field.source(&SDK).range(1, Some(2), None)),
        ["Field must be at least 2, but is 1 (SDK: SDK 1.2)"]
    );
    assert_eq!(
        violations(|field| field.source(&GUESS).index(0).range(1, Some(2), None)),
        ["Field[0] must be at least 2, but is 1 (inferred from the example, section 3)"]
    );
}

#[test]
fn formats() {
    let table: [(Format, &[&str], &[&str]); 10] = [
        (
            Format::Ip,
            &["10.0.0.1", "::1"],
            &["10.0.0.256", "10.0.0.1/24", "010.0.0.1", ""],
        ),
        (Format::Ipv4, &["10.0.0.1"], &["::1", "10.0.0", " 10.0.0.1"]),
        (
            Format::Ipv6,
            &["2001:db8::1", "::ffff:1.2.3.4"],
            &["10.0.0.1", "2001:db8:::1", "fe80::1%eth0"],
        ),
        (
            Format::Cidr,
            &["10.0.0.1/24", "10.0.0.1", "2001:db8::1/128", "0.0.0.0/0"],
            &[
                "10.0.0.1/33",
                "2001:db8::1/129",
                "10.0.0.1/",
                "10.0.0.1/+8",
                "x/8",
            ],
        ),
        (
            Format::Ipv4Cidr,
            &["192.168.3.0/30"],
            &["2001:db8::/56", "192.168.3.0/-1", "192.168.3.0/30/30"],
        ),
        (
            Format::Ipv6Cidr,
            &["2001:db8::/56"],
            &["192.168.3.0/30", "2001:db8::/999"],
        ),
        (
            Format::Netmask,
            &[
                "255.255.255.252",
                "0.0.0.0",
                "255.255.255.255",
                "128.0.0.0",
                "0",
                "24",
                "32",
            ],
            &[
                "255.0.255.0",
                "0.0.0.1",
                "255.255.255",
                "33",
                "+24",
                "/24",
                "",
            ],
        ),
        (
            Format::Email,
            &["a@b", "a.b+c@example.com"],
            &["@b", "a@", "a", "a@b@c", "a b@c", "a@b\n"],
        ),
        (
            Format::Uuid,
            &[
                "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
                "3EE8C1B8-83D3-44AF-A94F-4E0AD82FD6CF",
            ],
            &[
                "3ee8c1b883d344afa94f4e0ad82fd6cf",
                "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cg",
                "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf-",
                "{3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf}",
            ],
        ),
        (
            Format::UtcTime,
            &["2021-05-31T01:00:00Z", "2024-02-29T23:59:59Z"],
            &[
                "2021-05-31T01:00Z",
                "2021-05-31T01:00:00.5Z",
                " 2021-05-31T01:00:00Z",
                "2021-05-31T01:00.12Z",
                "2021-05-31T01:00:00+08:00",
                "2021-05-31",
                "1622422800",
                "2021-02-30T01:00:00Z",
            ],
        ),
    ];
    for (format, good, bad) in table {
        for text in good {
            assert!(format.matches(text), "{text:?} is {format}");
        }
        for text in bad {
            assert!(!format.matches(text), "{text:?} is not {format}");
        }
    }
    assert_eq!(
        violations(|field| field.format("x", Format::Netmask)),
        ["Field must be a network mask such as 255.255.255.252 or 30, but is `x`"]
    );
}
