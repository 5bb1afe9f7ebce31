//! Checks of a request before it is sent.

use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::validate::{Constraint, Given, Validation, Violations};
use serde_json::json;

use crate::sample::rpc::{CreatePeerInput, Filter, builder};
use crate::support::{Recorder, frozen, ready};

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
            "kind": "range",
            "limits": { "min": 1, "max": 255 },
            "given": 300,
            "stated_by": "documented",
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
        .validation(Validation::Off)
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
fn a_single_rule_can_be_let_through_and_no_other() {
    let recorder = Recorder::default();
    recorder.push(Ok(crate::support::response(200, "{}")));
    recorder.push(Ok(crate::support::response(200, "{}")));
    let input = CreatePeerInput {
        multi_hop: Some(300),
        ..valid()
    };
    let two = CreatePeerInput {
        name: Some("1a".to_owned()),
        ..input.clone()
    };
    let plain = frozen(builder())
        .region("cn-shanghai")
        .transport(recorder.clone());
    let plain = plain.build().unwrap();
    let request = |input: &CreatePeerInput| {
        Request::new(&plain, input.clone()).with_allowed_rule("CreatePeer.MultiHop.range")
    };
    ready(request(&input).send()).unwrap();
    let refused = ready(request(&two).send()).unwrap_err();
    assert_eq!(refused.violations().unwrap().len(), 1);

    let lenient = frozen(builder())
        .region("cn-shanghai")
        .transport(recorder.clone());
    let lenient = lenient
        .allow_rule("CreatePeer.MultiHop.range")
        .build()
        .unwrap();
    ready(Request::new(&lenient, input).send()).unwrap();
    assert_eq!(recorder.sent.lock().unwrap().len(), 2);
}

#[test]
fn a_client_that_only_reports_sends_what_breaks_limits() {
    let recorder = Recorder::default();
    recorder.push(Ok(crate::support::response(200, "{}")));
    let client = frozen(builder())
        .region("cn-shanghai")
        .transport(recorder.clone())
        .validation(Validation::Report)
        .build()
        .unwrap();
    let input = CreatePeerInput {
        multi_hop: Some(300),
        ..valid()
    };
    ready(Request::new(&client, input).send()).unwrap();
    assert_eq!(recorder.sent.lock().unwrap().len(), 1);
}
