//! Calls that are attempted more than once.

use std::time::Duration;

use bytes::Bytes;
use runtime::runtime::client::Client;
use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::options::Options;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{TransportError, TransportErrorKind};

use crate::sample::rest::{AssociateInput, ListInput, baidu, huawei};
use crate::sample::rpc::{CreatePeerInput, builder};
use crate::support::{Recorder, ready, recorded, response, value_of};

type Outcome = Result<http::Response<Bytes>, TransportError>;

fn busy() -> Outcome {
    Ok(response(503, r#"{"Code":"Busy","RequestId":"r"}"#))
}

fn fine() -> Outcome {
    Ok(response(200, "{}"))
}

fn broken(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "it broke")
}

fn with_header(status: u16, name: &'static str, value: &str) -> Outcome {
    let mut answer = response(status, "{}");
    answer.headers_mut().insert(name, value.parse().unwrap());
    Ok(answer)
}

fn rpc(recorder: &Recorder) -> Client {
    recorded(builder(), recorder)
        .region("cn-shanghai")
        .build()
        .unwrap()
}

fn create(client: &Client) -> Request<CreatePeerInput> {
    let input = CreatePeerInput {
        group_id: Some("g".to_owned()),
        ..CreatePeerInput::default()
    };
    Request::new(client, input)
}

fn list(recorder: &Recorder) -> Request<ListInput> {
    let client = recorded(baidu(), recorder).region("bj").build().unwrap();
    Request::new(&client, ListInput::default())
}

/// What a write with a token ends in, and what was sent.
fn outcome(answers: impl IntoIterator<Item = Outcome>) -> (Result<(), Error>, Recorder) {
    let recorder = Recorder::scripted(answers);
    let outcome = ready(create(&rpc(&recorder)).send()).map(drop);
    (outcome, recorder)
}

#[test]
fn a_token_is_kept_while_nonce_and_signature_are_fresh() {
    let (outcome, recorder) = outcome([busy(), busy(), fine()]);
    outcome.unwrap();
    let queries = recorder.queries();
    assert_eq!(queries.len(), 3);
    let distinct = |name: &str| {
        let mut values: Vec<_> = queries
            .iter()
            .map(|query| value_of(query, name).unwrap())
            .collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    };
    assert_eq!(distinct("ClientToken"), 1);
    assert_eq!((distinct("SignatureNonce"), distinct("Signature")), (3, 3));
}

#[test]
fn each_attempt_is_signed_with_its_own_time() {
    let answers = [with_header(503, "retry-after", "5"), fine()];
    let (outcome, recorder) = outcome(answers);
    outcome.unwrap();
    assert_eq!(recorder.sleeps(), [Duration::from_secs(5)]);
    let queries = recorder.queries();
    let times: Vec<_> = queries
        .iter()
        .map(|query| value_of(query, "Timestamp").unwrap())
        .collect();
    assert_eq!(times, ["2024-07-24T07:17:24Z", "2024-07-24T07:17:29Z"]);
}

#[test]
fn a_call_gives_up_after_as_many_attempts_as_suit_the_service() {
    let (outcome, recorder) = outcome([busy(), busy(), busy()]);
    let error = outcome.unwrap_err();
    assert_eq!((error.attempts(), recorder.count()), (3, 3));
    assert_eq!(
        error.to_string(),
        "CreatePeer: service error: status 503, code Busy: the body holds no message (request id r) (3 attempts)"
    );
    let sleeps = recorder.sleeps();
    assert_eq!(sleeps.len(), 2);
    assert!(sleeps[0] <= Duration::from_millis(100) && sleeps[1] <= Duration::from_millis(200));
}

#[test]
fn what_is_permanent_is_sent_once() {
    let (outcome, recorder) = outcome([Ok(response(400, r#"{"Code":"InvalidParameter"}"#))]);
    let error = outcome.unwrap_err();
    assert_eq!((error.attempts(), recorder.count()), (1, 1));
    // What cannot be decoded has succeeded.
    let recorder = Recorder::scripted([Ok(response(200, "<html>"))]);
    let error = ready(list(&recorder).send()).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
}

#[test]
fn reads_survive_every_transient_failure_of_the_transport() {
    use TransportErrorKind::{Connect, Interrupted, Timeout};
    for kind in [Timeout, Connect, Interrupted] {
        let recorder = Recorder::scripted([Err(broken(kind)), fine()]);
        ready(list(&recorder).send()).unwrap();
        assert_eq!(recorder.count(), 2, "{kind:?}");
    }
    let recorder = Recorder::scripted([Err(broken(TransportErrorKind::Tls))]);
    assert_eq!(ready(list(&recorder).send()).unwrap_err().attempts(), 1);
}

/// A write whose token is empty, so that the server cannot recognise it.
fn write_without_token(recorder: &Recorder) -> Result<(), Error> {
    let client = recorded(huawei(), recorder)
        .region("cn-north-4")
        .build()
        .unwrap();
    let input = AssociateInput {
        project_id: Some("p".to_owned()),
        et_id: Some("e".to_owned()),
        client_token: Some(String::new()),
        ..AssociateInput::default()
    };
    ready(Request::new(&client, input).send()).map(drop)
}

#[test]
fn a_write_without_a_token_is_sent_once() {
    for answer in [
        Ok(response(429, "{}")),
        Err(broken(TransportErrorKind::Interrupted)),
    ] {
        let recorder = Recorder::scripted([answer]);
        assert_eq!(write_without_token(&recorder).unwrap_err().attempts(), 1);
        assert_eq!(recorder.count(), 1);
    }
    // Nothing reached the server.
    let refused = broken(TransportErrorKind::Connect).not_sent();
    let recorder = Recorder::scripted([Err(refused), fine()]);
    write_without_token(&recorder).unwrap();
}

#[test]
fn a_token_that_the_caller_empties_is_none() {
    let recorder = Recorder::scripted([busy()]);
    let request = create(&rpc(&recorder)).with_parameter("ClientToken", "");
    assert_eq!(ready(request.send()).unwrap_err().attempts(), 1);
}

#[test]
fn statuses_and_codes_are_those_of_the_service() {
    for (status, body, attempts) in [
        (500, "{}", 4),
        (503, "{}", 4),
        (502, "{}", 1),
        (429, "{}", 1),
        (400, r#"{"code":"RequestExpired"}"#, 4),
    ] {
        let recorder = Recorder::scripted((0..4).map(|_| Ok(response(status, body))));
        let error = ready(list(&recorder).send()).unwrap_err();
        assert_eq!(error.attempts(), attempts, "{status} {body}");
    }
}

#[test]
fn a_throttle_header_is_transient_whatever_the_status() {
    let (outcome, recorder) = outcome([with_header(400, "x-acs-retry-after", "1500"), fine()]);
    outcome.unwrap();
    assert_eq!(recorder.sleeps(), [Duration::from_millis(1500)]);
}

#[test]
fn no_pause_reaches_past_the_deadline() {
    let recorder = Recorder::scripted([with_header(503, "retry-after", "5")]);
    let request = create(&rpc(&recorder)).with_timeout(Duration::from_secs(4));
    let error = ready(request.send()).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!((error.attempts(), recorder.sleeps().len()), (1, 0));

    let recorder = Recorder::scripted([with_header(503, "retry-after", "3"), busy(), busy()]);
    let request = create(&rpc(&recorder)).with_timeout(Duration::from_secs(4));
    ready(request.send()).unwrap_err();
    let sent = recorder.sent.lock().unwrap();
    assert_eq!(sent[0].1.timeout, Duration::from_secs(4));
    assert_eq!(sent[1].1.timeout, Duration::from_secs(1), "what is left");
}

#[test]
fn attempts_can_be_chosen_for_a_client_and_for_a_request() {
    for (client, request, expected) in [
        (None, Some(2), 2),
        (Some(5), None, 5),
        (Some(5), Some(1), 1),
        (Some(0), None, 1),
    ] {
        let recorder = Recorder::scripted((0..5).map(|_| busy()));
        let mut builder = recorded(builder(), &recorder).region("cn-shanghai");
        if let Some(attempts) = client {
            builder = builder.max_attempts(attempts);
        }
        let mut call = create(&builder.build().unwrap());
        if let Some(attempts) = request {
            call = call.with_max_attempts(attempts);
        }
        assert_eq!(ready(call.send()).unwrap_err().attempts(), expected);
    }
    assert_eq!(Options::default().max_attempts, None);
}

#[test]
fn clones_share_a_budget() {
    let recorder = Recorder::scripted((0..300).map(|_| busy()));
    let client = rpc(&recorder);
    for _ in 0..60 {
        ready(create(&client.clone()).send()).unwrap_err();
    }
    assert_eq!(recorder.count(), 160, "60 calls and 100 retries");
}

#[test]
fn blocking_calls_retry_alike() {
    let recorder = Recorder::scripted([busy(), with_header(503, "retry-after", "2"), fine()]);
    create(&rpc(&recorder)).send_blocking().unwrap();
    assert_eq!(recorder.count(), 3);
    assert_eq!(recorder.sleeps()[1], Duration::from_secs(2));
}
