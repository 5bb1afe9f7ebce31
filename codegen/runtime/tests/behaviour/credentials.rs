//! Credentials from the environment.

use std::collections::HashMap;

use runtime::runtime::credentials::Credentials;
use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::operation::Environment;

use crate::sample::rest::HUAWEI;
use crate::sample::rpc::SERVICE as ALIBABA;

type Variables<'a> = &'a [(&'a str, &'a str)];

fn lookup(environment: &Environment, variables: Variables<'_>) -> Result<Credentials, Error> {
    let variables: HashMap<&str, &str> = variables.iter().copied().collect();
    Credentials::from_lookup(environment, &|name| {
        variables.get(name).map(|value| (*value).to_owned())
    })
}

#[test]
fn an_access_key_is_read_with_its_companions() {
    let credentials = lookup(
        &ALIBABA.environment,
        &[
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", "id"),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret"),
            ("ALIBABA_CLOUD_SECURITY_TOKEN", "token"),
            ("HUAWEICLOUD_AUTH_TOKEN", "of another provider"),
        ],
    )
    .unwrap();
    assert_eq!(
        credentials,
        Credentials::access_key("id", "secret").with_security_token("token")
    );
    let key = credentials.as_access_key().unwrap();
    assert_eq!((key.id(), key.secret().expose()), ("id", "secret"));
    assert_eq!(key.security_token().unwrap().expose(), "token");
    assert_eq!(credentials.project_id(), None);
}

#[test]
fn a_token_wins() {
    let credentials = lookup(
        &HUAWEI.environment,
        &[
            ("HUAWEICLOUD_AUTH_TOKEN", "token"),
            ("HUAWEICLOUD_SDK_AK", "id"),
            ("HUAWEICLOUD_SDK_SK", "secret"),
            ("HUAWEICLOUD_SDK_PROJECT_ID", "project"),
        ],
    )
    .unwrap();
    assert_eq!(
        credentials,
        Credentials::from_token("token").with_project_id("project")
    );
    assert_eq!(credentials.as_token().unwrap().expose(), "token");
    assert!(credentials.as_access_key().is_none());
    // A bearer token has no use for a security token.
    assert_eq!(credentials.clone().with_security_token("x"), credentials);
}

#[test]
fn an_empty_variable_is_unset() {
    let credentials = lookup(
        &HUAWEI.environment,
        &[
            ("HUAWEICLOUD_AUTH_TOKEN", ""),
            ("HUAWEICLOUD_SDK_AK", "id"),
            ("HUAWEICLOUD_SDK_SK", "s"),
            ("HUAWEICLOUD_SDK_SECURITY_TOKEN", ""),
        ],
    )
    .unwrap();
    assert_eq!(credentials, Credentials::access_key("id", "s"));
}

#[test]
fn what_is_missing_is_named_and_values_are_not() {
    let cases: [(&Environment, Variables<'_>, &str); 4] = [
        (
            &ALIBABA.environment,
            &[],
            "ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET",
        ),
        (
            &ALIBABA.environment,
            &[("ALIBABA_CLOUD_ACCESS_KEY_ID", "id-value")],
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
        ),
        (
            &ALIBABA.environment,
            &[("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s3cret")],
            "ALIBABA_CLOUD_ACCESS_KEY_ID",
        ),
        (
            &HUAWEI.environment,
            &[("HUAWEICLOUD_SDK_SK", "s3cret")],
            "HUAWEICLOUD_SDK_AK (or HUAWEICLOUD_AUTH_TOKEN instead)",
        ),
    ];
    for (environment, variables, names) in cases {
        let error = lookup(environment, variables).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert_eq!(
            error.to_string(),
            format!("credentials error: not set in the environment: {names}")
        );
        assert!(!format!("{error:?}").contains("s3cret"));
    }
}
