//! Credentials come from the environment.

use end_to_end::program::Program;
use end_to_end::received::Received;
use end_to_end::server::{Answer, Server};

use crate::{ALIBABA, BAIDU, HUAWEI, SECRET, assert_failed, assert_invalid};

const UPDATE: &str = r#"{"project_id":"p","direct_connect_id":"6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a","direct_connect":{"name":"a"}}"#;

/// A call that is fine but for what it finds in the environment.
fn call(program: &Program, environment: &[(&str, &str)]) -> Received {
    let server = Server::answering(Answer::json(200, "{}"));
    let outcome = program.run(
        &[
            &arguments_of(program)[..],
            &["--endpoint", &server.endpoint()],
        ]
        .concat(),
        environment,
    );
    assert_eq!(outcome.code, 0, "{outcome:?}");
    server.only_request()
}

fn arguments_of(program: &Program) -> [&'static str; 4] {
    if std::ptr::eq(program, &HUAWEI) {
        ["UpdateDirectConnect", UPDATE, "--region", "cn-north-4"]
    } else if std::ptr::eq(program, &BAIDU) {
        ["ListEtDcphy", "{}", "--region", "bj"]
    } else {
        ["DescribeBgpPeers", "{}", "--region", "cn-shanghai"]
    }
}

#[test]
fn missing_credentials_are_named_and_an_empty_variable_counts_as_missing() {
    let table: [(&Program, &[&str]); 3] = [
        (
            &ALIBABA,
            &[
                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
            ],
        ),
        (&BAIDU, &["BCE_ACCESS_KEY_ID", "BCE_SECRET_ACCESS_KEY"]),
        (
            &HUAWEI,
            &[
                "HUAWEICLOUD_SDK_AK",
                "HUAWEICLOUD_SDK_SK",
                "HUAWEICLOUD_AUTH_TOKEN",
            ],
        ),
    ];
    for (program, names) in table {
        let empty: Vec<(&str, &str)> = names.iter().map(|name| (*name, "")).collect();
        for environment in [&[][..], &empty] {
            let outcome = program.run(&arguments_of(program), environment);
            assert_failed(&outcome, names);
        }
    }
}

#[test]
fn an_invalid_request_is_told_before_missing_credentials() {
    let arguments = [
        "CreateBgpPeer",
        r#"{"BfdMultiHop":300}"#,
        "--region",
        "cn-shanghai",
    ];
    assert_invalid(&ALIBABA.run(&arguments, &[]), &["BfdMultiHop"]);
}

#[test]
fn half_a_key_is_no_key_and_is_not_shown() {
    let outcome = ALIBABA.run(
        &arguments_of(&ALIBABA),
        &[("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET)],
    );
    assert_failed(&outcome, &["ALIBABA_CLOUD_ACCESS_KEY_ID"]);
    assert!(!outcome.stderr.contains(SECRET));
}

#[test]
fn security_tokens_go_along() {
    let alibaba = call(
        &ALIBABA,
        &[
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid"),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET),
            ("ALIBABA_CLOUD_SECURITY_TOKEN", "sts-token"),
        ],
    );
    assert_eq!(alibaba.parameters()["SecurityToken"], "sts-token");
    let baidu = call(
        &BAIDU,
        &[
            ("BCE_ACCESS_KEY_ID", "testid"),
            ("BCE_SECRET_ACCESS_KEY", SECRET),
            ("BCE_SESSION_TOKEN", "sts-token"),
        ],
    );
    assert_eq!(baidu.header("x-bce-security-token"), Some("sts-token"));
    let huawei = call(
        &HUAWEI,
        &[
            ("HUAWEICLOUD_SDK_AK", "testid"),
            ("HUAWEICLOUD_SDK_SK", SECRET),
            ("HUAWEICLOUD_SDK_SECURITY_TOKEN", "sts-token"),
        ],
    );
    assert_eq!(huawei.header("x-security-token"), Some("sts-token"));
}

#[test]
fn a_bearer_token_wins_over_a_key() {
    let request = call(
        &HUAWEI,
        &[
            ("HUAWEICLOUD_AUTH_TOKEN", "bearer"),
            ("HUAWEICLOUD_SDK_AK", "testid"),
            ("HUAWEICLOUD_SDK_SK", SECRET),
        ],
    );
    assert_eq!(request.header("x-auth-token"), Some("bearer"));
    assert_eq!(request.header("authorization"), None);
}

#[test]
fn without_region_and_endpoint_the_call_fails_and_says_so() {
    let key = [
        ("BCE_ACCESS_KEY_ID", "testid"),
        ("BCE_SECRET_ACCESS_KEY", SECRET),
    ];
    assert_failed(&BAIDU.run(&["ListEtDcphy"], &key), &["region", "bj"]);
    let arguments = ["ListEtDcphy", "{}", "--region", "bk"];
    assert_failed(
        &BAIDU.run(&arguments, &key),
        &["`bk`", "did you mean `bj`?"],
    );
}
