//! Checks of a request before it is sent.

use runtime::runtime::client::ClientValues;
use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::validate::{
    Characters, Class, Constraint, Format, Given, LengthUnit, Validator, Violations,
};
use serde_json::json;

use crate::sample::rpc::{CREATE_PEER, CreatePeerInput, Filter, builder};
use crate::support::{Recorder, frozen, ready};

/// The violations of one field that `check` finds.
fn violations(check: impl FnOnce(runtime::runtime::validate::Field<'_>)) -> Vec<String> {
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

fn valid() -> CreatePeerInput {
    CreatePeerInput {
        group_id: Some("g".to_owned()),
        ..CreatePeerInput::default()
    }
}

fn check(input: CreatePeerInput) -> Result<(), Violations> {
    let client = frozen(builder()).region("cn-shanghai").build().unwrap();
    Request::new(&client, input).validate()
}

#[test]
fn a_valid_request_passes() {
    assert_eq!(check(valid()), Ok(()));
    let full = CreatePeerInput {
        name: Some("专a_1".to_owned()),
        multi_hop: Some(255),
        ip_version: Some("ipv6".into()),
        auth_key: Some("0123456789abcdef".into()),
        filter: Some(vec![Filter {
            key: Some("k".to_owned()),
            value: Some(vec!["v".to_owned()]),
            password: None,
        }]),
        ..valid()
    };
    assert_eq!(check(full), Ok(()));
}

#[test]
fn all_violations_are_reported_with_path_rule_and_source() {
    let input = CreatePeerInput {
        group_id: None,
        name: Some("1".to_owned()),
        multi_hop: Some(300),
        ip_version: Some("IPv5\n".into()),
        filter: Some(vec![
            Filter {
                key: Some("k".to_owned()),
                ..Filter::default()
            },
            Filter {
                key: None,
                value: Some(Vec::new()),
                password: None,
            },
        ]),
        ..CreatePeerInput::default()
    };
    let found = check(input).unwrap_err();
    assert_eq!(found.len(), 7);
    let rules: Vec<&str> = found
        .iter()
        .map(|violation| violation.rule.as_str())
        .collect();
    assert_eq!(
        rules,
        [
            "CreatePeer.GroupId.required",
            "CreatePeer.Name.length",
            "CreatePeer.Name.characters",
            "CreatePeer.MultiHop.range",
            "CreatePeer.IpVersion.one-of",
            "CreatePeer.Filter[].Key.required",
            "CreatePeer.Filter[].Value.item-count",
        ]
    );
    let hops = found
        .iter()
        .find(|violation| violation.path == "MultiHop")
        .unwrap();
    assert_eq!(hops.rust_path, "multi_hop");
    assert_eq!(
        hops.constraint,
        Constraint::Range {
            min: Some(1),
            max: Some(255)
        }
    );
    assert_eq!(hops.given, Given::Number(300));
    assert_eq!(hops.source.section, "7.5");
    let value = found.iter().last().unwrap();
    assert_eq!(
        (value.path.as_str(), value.rust_path.as_str()),
        ("Filter[1].Value", "filter[1].value")
    );
    assert_eq!(
        found.to_string().replace(SOURCE, ""),
        "GroupId is required\n\
         Name must be 2 to 8 characters long, but is 1 long\n\
         Name must start with one of ASCII letters, Chinese characters and may go on only with ASCII letters, \
         Chinese characters, digits, '_', ':', but character 1 is '1'\n\
         MultiHop must be 1 to 255, but is 300\n\
         IpVersion must be `IPv4` or `IPv6` (in any case), but is `IPv5\\n`\n\
         Filter[1].Key is required\n\
         Filter[1].Value must have 1 to 2 items, but has 0"
    );
    assert_eq!(
        found.to_json()[3],
        json!({
            "parameter": "MultiHop",
            "rust_path": "multi_hop",
            "rule": "CreatePeer.MultiHop.range",
            "message": "MultiHop must be 1 to 255, but is 300 (Express Connect API reference, section 7.5)",
            "document": "Express Connect API reference",
            "section": "7.5",
        })
    );
}

#[test]
fn nothing_is_sent_when_invalid_unless_asked() {
    let recorder = Recorder::answering(200, "{}");
    let client = frozen(builder())
        .region("cn-shanghai")
        .transport(recorder.clone())
        .build()
        .unwrap();
    let input = CreatePeerInput {
        multi_hop: Some(300),
        ..valid()
    };
    let error = ready(Request::new(&client, input.clone()).send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(
        error.to_string(),
        "CreatePeer: invalid request: MultiHop must be 1 to 255, but is 300 (Express Connect API reference, section 7.5)"
    );
    assert!(recorder.sent.lock().unwrap().is_empty());

    ready(
        Request::new(&client, input.clone())
            .skip_validation()
            .send(),
    )
    .unwrap();
    recorder.push(Ok(crate::support::response(200, "{}")));
    let client = frozen(builder())
        .region("cn-shanghai")
        .transport(recorder.clone())
        .skip_validation()
        .build()
        .unwrap();
    ready(Request::new(&client, input).send()).unwrap();
    assert_eq!(recorder.sent.lock().unwrap().len(), 2);
}

#[test]
fn the_client_can_give_a_required_parameter() {
    let client = frozen(builder()).endpoint("127.0.0.1").build().unwrap();
    let found = Request::new(&client, valid()).validate().unwrap_err();
    assert_eq!(
        found.iter().next().unwrap().rule,
        "CreatePeer.RegionId.required"
    );
    let input = CreatePeerInput {
        region_id: Some("r".to_owned()),
        ..valid()
    };
    assert_eq!(Request::new(&client, input).validate(), Ok(()));
}

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
fn very_many_violations_are_counted_but_complete_as_json() {
    let filters = vec![Filter::default(); 100];
    let found = check(CreatePeerInput {
        filter: Some(filters),
        ..valid()
    })
    .unwrap_err();
    assert_eq!(found.len(), 101);
    let text = found.to_string();
    assert_eq!(text.lines().count(), 65);
    assert!(text.ends_with("\nand 37 more"), "{text}");
    assert_eq!(found.to_json().as_array().unwrap().len(), 101);
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
            &["255.255.255.252", "0.0.0.0", "255.255.255.255", "128.0.0.0"],
            &["255.0.255.0", "0.0.0.1", "24", "255.255.255"],
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
            &["2021-05-31T01:00:00Z", "2021-05-31T01:00Z"],
            &[
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
        ["Field must be a network mask such as 255.255.255.252, but is `x`"]
    );
}
