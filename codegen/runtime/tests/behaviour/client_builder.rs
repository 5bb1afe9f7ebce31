//! Configuration of clients.

use std::time::Duration;

use runtime::runtime::credentials::Credentials;
use runtime::runtime::error::ErrorKind;
use runtime::runtime::operation::ClientValue;
use runtime::runtime::request::Request;

use crate::sample::rest::{self, ListInput};
use crate::sample::rpc;
use crate::support::{Recorder, frozen, ready};

#[test]
fn an_endpoint_or_a_region_is_needed() {
    let error = frozen(rpc::builder()).build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert_eq!(error.operation(), "");
    assert_eq!(
        error.to_string(),
        "client: no region and no endpoint is set: call `region` or `endpoint` on the builder"
    );
    let error = frozen(rest::baidu()).region("GZ").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "client: no endpoint is known for region `GZ` (did you mean `gz`?); known regions are `bj` and `gz`"
    );
    let client = frozen(rest::baidu())
        .region("mars")
        .endpoint("http://127.0.0.1:1")
        .build()
        .unwrap();
    assert_eq!(client.endpoint().to_string(), "http://127.0.0.1:1");
    assert_eq!(
        client.region(),
        Some("mars"),
        "any region will do with an endpoint"
    );
}

#[test]
fn a_region_that_would_move_the_host_is_always_refused() {
    for builder in [
        frozen(rpc::builder()),
        frozen(rpc::builder()).endpoint("127.0.0.1"),
    ] {
        let error = builder.region("evil.com/").build().unwrap_err();
        assert_eq!(
            error.to_string(),
            "client: region `evil.com/` must consist of ASCII letters, digits and hyphens"
        );
    }
}

#[test]
fn a_bad_endpoint_is_refused_without_repeating_it() {
    let error = frozen(rpc::builder())
        .endpoint("https://user:s3cret@host")
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "client: the endpoint must not carry a user name or password"
    );
}

#[test]
fn the_project_comes_from_the_client_or_its_credentials() {
    let credentials = Credentials::access_key("a", "b").with_project_id("of-credentials");
    let builder = || {
        frozen(rest::huawei())
            .region("r")
            .credentials(credentials.clone())
    };
    let client = builder().build().unwrap();
    assert_eq!(
        client.values().get(ClientValue::ProjectId),
        Some("of-credentials")
    );
    let mut builder = builder();
    builder.set_client_value(ClientValue::ProjectId, "of-client".to_owned());
    assert_eq!(
        builder.build().unwrap().values().project_id.as_deref(),
        Some("of-client")
    );
}

#[test]
fn the_user_agent_can_be_extended() {
    let client = frozen(rpc::builder())
        .region("r")
        .user_agent_suffix("my-tool/1.0")
        .build()
        .unwrap();
    let request = rpc::create_peer(&client)
        .skip_validation()
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(
        request.headers()["user-agent"],
        "trunkline/0.1.0 alibaba-express-connect/0.1.0 my-tool/1.0"
    );
    for suffix in ["a\r\nb", "a\0", "名"] {
        let error = frozen(rpc::builder())
            .region("r")
            .user_agent_suffix(suffix)
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
    }
}

#[test]
fn limits_reach_the_transport() {
    let seconds = Duration::from_secs;
    let send = |configure: fn(_) -> _, timeout: Option<Duration>| {
        let recorder = Recorder::answering(200, "{}");
        let builder: runtime::runtime::client::ClientBuilder =
            configure(frozen(rest::baidu()).region("bj"));
        let client = builder.transport(recorder.clone()).build().unwrap();
        let mut request = Request::new(&client, ListInput::default());
        if let Some(timeout) = timeout {
            request = request.with_timeout(timeout);
        }
        ready(request.send()).unwrap();
        recorder.limits()
    };
    let limits = send(|builder| builder, None);
    assert_eq!(limits.connect_timeout, seconds(5), "the service's own");
    assert_eq!((limits.timeout, limits.max_body), (seconds(10), 16 << 20));
    let limits = send(
        |builder| {
            builder
                .connect_timeout(Duration::from_secs(1))
                .attempt_timeout(Duration::from_secs(7))
                .body_limit(9)
        },
        None,
    );
    assert_eq!(
        (limits.connect_timeout, limits.timeout, limits.max_body),
        (seconds(1), seconds(7), 9)
    );
    assert_eq!(
        send(|builder| builder.timeout(Duration::from_secs(3)), None).timeout,
        seconds(3)
    );
    assert_eq!(
        send(
            |builder| builder.timeout(Duration::from_secs(3)),
            Some(seconds(2))
        )
        .timeout,
        seconds(2)
    );
    assert_eq!(
        send(|builder| builder, Some(seconds(60))).timeout,
        seconds(10),
        "an attempt takes no longer"
    );
}

#[cfg(not(feature = "std-clock"))]
#[test]
fn without_a_clock_the_error_says_where_to_get_one() {
    let builder = rpc::builder()
        .region("r")
        .entropy(crate::support::CountingEntropy::default());
    assert_eq!(
        builder.build().unwrap_err().to_string(),
        "client: no clock: call `clock` on the builder or enable the feature `std-clock`"
    );
}

#[cfg(not(feature = "getrandom"))]
#[test]
fn without_entropy_the_error_says_where_to_get_it() {
    let builder = rpc::builder()
        .region("r")
        .clock(crate::support::FrozenClock);
    assert_eq!(
        builder.build().unwrap_err().to_string(),
        "client: no entropy: call `entropy` on the builder or enable the feature `getrandom`"
    );
}

#[cfg(all(feature = "std-clock", feature = "getrandom"))]
#[test]
fn features_bring_clock_and_entropy() {
    let client = rpc::builder()
        .region("r")
        .credentials(Credentials::access_key("a", "b"))
        .build()
        .unwrap();
    let request = || {
        rpc::create_peer(&client)
            .skip_validation()
            .build_request()
            .unwrap()
            .into_http()
    };
    assert_ne!(
        request().uri(),
        request().uri(),
        "a nonce is never the same"
    );
}

#[cfg(not(feature = "hyper"))]
#[test]
fn without_a_transport_the_error_says_where_to_get_one() {
    let client = frozen(rest::baidu()).region("bj").build().unwrap();
    let error = ready(Request::new(&client, ListInput::default()).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "List: transport error: no transport: call `transport` on the builder or enable the feature `hyper` \
         (the request was not sent)"
    );
}
