//! Command lines and requests that are wrong.

use crate::{ALIBABA, BAIDU, BAIDU_KEY, HUAWEI, alibaba, assert_invalid};

#[test]
fn help_is_no_failure() {
    for program in [&ALIBABA, &BAIDU, &HUAWEI] {
        for option in ["--help", "-h"] {
            let outcome = program.run(&[option], &[]);
            assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
            for word in [
                "Usage:",
                "--endpoint",
                "--region",
                "--project-id",
                "--dry-run",
                "--skip-validation",
            ] {
                assert!(outcome.stdout.contains(word), "{}", outcome.stdout);
            }
            for word in ["--all", "--timeout", "--raw", "--show-secrets"] {
                assert!(outcome.stdout.contains(word), "{}", outcome.stdout);
            }
        }
    }
}

#[test]
fn a_command_line_that_makes_no_sense_is_explained() {
    let table: [(&[&str], &str); 10] = [
        (&[], "operation"),
        (&["DescribeBgpPeers", "{}", "surplus"], "surplus"),
        (&["DescribeBgpPeers", "{}", "--dryrun"], "--dryrun"),
        (&["DescribeBgpPeers", "{}", "--dry-run=yes"], "--dry-run"),
        (&["DescribeBgpPeers", "{}", "--all", "--raw"], "--all"),
        (&["DescribeBgpPeers", "{}", "--region"], "--region"),
        (&["DescribeBgpPeers", "{}", "--timeout", "soon"], "soon"),
        (&["DescribeBgpPeers", "{}", "--timeout", "0"], "--timeout"),
        (&["DescribeBgpPeers", "{}", "--timeout", "-1"], "--timeout"),
        (&["DescribeBgpPeers", "{}", "--timeout=1e300"], "--timeout"),
    ];
    for (arguments, word) in table {
        assert_invalid(
            &ALIBABA.run(arguments, &[]),
            &["alibaba-call: ", word, "Usage:"],
        );
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_unicode_is_explained() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let argument = OsStr::from_bytes(b"\xff");
    let output = ALIBABA
        .command()
        .arg("DescribeBgpPeers")
        .arg(argument)
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{complaint}");
    assert!(!complaint.contains("panicked"), "{complaint}");
}

#[test]
fn output_that_nobody_reads_is_no_reason_to_panic() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = ALIBABA
        .command()
        .arg("--help")
        .stdout(writer)
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(!complaint.contains("panicked"), "{complaint}");
}

#[test]
fn an_unknown_operation_gets_a_suggestion_and_the_list() {
    let outcome = ALIBABA.run(&["CreateBgpPear"], &[]);
    assert_invalid(
        &outcome,
        &["`CreateBgpPear`", "did you mean `CreateBgpPeer`?"],
    );
    assert_lists(
        &outcome.stderr,
        "CreateBgpGroup DescribeBgpGroups ModifyBgpGroupAttribute DeleteBgpGroup CreateBgpPeer DescribeBgpPeers \
         ModifyBgpPeerAttribute DeleteBgpPeer AddBgpNetwork DescribeBgpNetworks DeleteBgpNetwork",
    );
    let outcome = BAIDU.run(&["create_et_dcphy"], &[]);
    assert_invalid(&outcome, &["did you mean `CreateEtDcphy`?"]);
    assert_lists(
        &outcome.stderr,
        "CreateEtDcphy ListEtDcphy ListEtDcphyDetail UpdateEtDcphy CreateEtChannel GetEtChannel RecommitEtChannel \
         UpdateEtChannel DeleteEtChannel EnableEtChannelIpv6 DisableEtChannelIpv6 CreateEtChannelRouteRule \
         ListEtChannelRouteRules UpdateEtChannelRouteRule DeleteEtChannelRouteRule AssociateEtChannel",
    );
    let outcome = HUAWEI.run(&["UpdateDirectConect", "not even JSON"], &[]);
    assert_invalid(&outcome, &["did you mean `UpdateDirectConnect`?"]);
    assert_lists(
        &outcome.stderr,
        "UpdateDirectConnect CreateHostedDirectConnect",
    );
}

fn assert_lists(text: &str, operations: &str) {
    let (_, list) = text.split_once("Operations: ").expect("there is no list");
    let listed: Vec<&str> = list.trim().split(", ").collect();
    for operation in operations.split_whitespace() {
        assert!(
            listed.contains(&operation),
            "{operation} is missing in {text}"
        );
    }
}

#[test]
fn an_unknown_parameter_gets_a_suggestion() {
    let outcome = alibaba(&[
        "CreateBgpPeer",
        r#"{"BgpGroupId":"bgpg-1","BfdMultiHops":3}"#,
    ]);
    assert_invalid(
        &outcome,
        &[
            "CreateBgpPeer",
            "`BfdMultiHops`",
            "did you mean `BfdMultiHop`?",
        ],
    );
    let json = r#"{"project_id":"p","direct_connect":{"provider_state":"ACTIVE"}}"#;
    let outcome = HUAWEI.run(&["UpdateDirectConnect", json], &[]);
    assert_invalid(
        &outcome,
        &["direct_connect", "did you mean `provider_status`?"],
    );
}

#[test]
fn a_wrong_type_is_an_error_that_nothing_skips() {
    for (json, path) in [
        (r#"{"BfdMultiHop":"3"}"#, "BfdMultiHop"),
        (r#"{"BfdMultiHop":3.5}"#, "BfdMultiHop"),
        (r#"{"BfdMultiHop":3000000000}"#, "BfdMultiHop"),
        (r#"{"EnableBfd":"true"}"#, "EnableBfd"),
        (r#"{"BgpGroupId":1}"#, "BgpGroupId"),
    ] {
        let outcome = alibaba(&["CreateBgpPeer", json, "--skip-validation", "--dry-run"]);
        assert_invalid(&outcome, &["CreateBgpPeer", path]);
    }
    let json = r#"{"etId":"dcphy-1","networks":{"network":["10.0.0.0/8"]}}"#;
    let outcome = BAIDU.run(&["CreateEtChannel", json, "--skip-validation"], &BAIDU_KEY);
    assert_invalid(&outcome, &["networks", "list"]);
    let json = r#"{"etId":"dcphy-1","tags":[{},{"tagKey":1}]}"#;
    let outcome = BAIDU.run(&["CreateEtChannel", json, "--skip-validation"], &BAIDU_KEY);
    assert_invalid(&outcome, &["tags[1].tagKey"]);
}

#[test]
fn parameters_that_are_no_json_object_are_an_error() {
    for json in [
        "{",
        "",
        "{'BgpGroupId':'bgpg-1'}",
        "{} {}",
        "[]",
        "null",
        "3",
        r#""text""#,
    ] {
        assert_invalid(&alibaba(&["CreateBgpPeer", json]), &["CreateBgpPeer"]);
    }
}

#[test]
fn an_invalid_request_is_reported_whole() {
    let json = r#"{"PeerIpAddress":"116.62.XX.XX","EnableBfd":true,"BfdMultiHop":300}"#;
    let outcome = alibaba(&["CreateBgpPeer", json]);
    assert_invalid(
        &outcome,
        &[
            "BgpGroupId",
            "PeerIpAddress",
            "BfdMultiHop",
            "1 to 255",
            "300",
            "7.5",
        ],
    );
}
