//! Waits for a state.

use std::time::Duration;

use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::json::Value;
use runtime::runtime::response::Response;
use runtime::runtime::transport::{TransportError, TransportErrorKind};
use runtime::runtime::waiting::{WaitFaultReason, Waiter, WaiterFacts};
use serde_json::json;

use crate::sample::rest::{AssociateInput, baidu};
use crate::sample::rpc::{CreatePeerInput, builder};
use crate::support::{Recorder, ready, recorded, response, value_of};

static ENABLED: WaiterFacts = WaiterFacts {
    resource: "Line",
    waiter: "enabled",
    id: "etId",
    fixed: &[],
    state: "lines[].status.now",
    match_id: Some("lines[].id"),
    paging: None,
    success: &["enabled"],
    failure: &["rejected"],
    gone_is_success: false,
    interval_seconds: 30,
    deadline_seconds: 100,
};

static DELETED: WaiterFacts = WaiterFacts {
    success: &[],
    gone_is_success: true,
    ..ENABLED
};

type Outcome = Result<http::Response<bytes::Bytes>, TransportError>;
type Waited = Result<Option<Response<Value>>, Error>;

fn line(state: &str) -> Outcome {
    let lines = json!({ "lines": [{ "id": "8", "status": { "now": "enabled" } }, { "id": 7, "status": { "now": state } }] });
    Ok(response(200, &lines.to_string()))
}

fn nothing() -> Outcome {
    Ok(response(200, r#"{"lines":[]}"#))
}

fn refused(status: u16, code: &str) -> Outcome {
    Ok(response(
        status,
        &json!({ "code": code, "message": "m" }).to_string(),
    ))
}

fn waiter(recorder: &Recorder, facts: &'static WaiterFacts) -> Waiter<AssociateInput> {
    let client = recorded(baidu(), recorder)
        .region("bj")
        .without_retries()
        .build()
        .unwrap();
    Waiter::new(
        &client,
        facts,
        "7".to_owned(),
        [("project_id", "p".to_owned())],
    )
}

fn wait(
    facts: &'static WaiterFacts,
    answers: impl IntoIterator<Item = Outcome>,
) -> (Waited, Recorder) {
    let recorder = Recorder::scripted(answers);
    (ready(waiter(&recorder, facts).wait()), recorder)
}

#[test]
fn a_wait_polls_until_the_state_is_there() {
    let (waited, recorder) = wait(
        &ENABLED,
        [line("building"), line("testing"), line("enabled")],
    );
    assert_eq!(waited.unwrap().unwrap().status(), 200);
    assert_eq!(recorder.sleeps(), [Duration::from_secs(30); 2]);
}

#[test]
fn a_state_that_leads_elsewhere_ends_it() {
    let (waited, recorder) = wait(&ENABLED, [line("building"), line("rejected")]);
    let error = waited.unwrap_err();
    assert_eq!((error.kind(), recorder.count()), (ErrorKind::State, 2));
    assert_eq!(
        error.to_string(),
        "Associate: state error: Line will not be enabled: it is rejected"
    );
    let reason = error.wait_fault().unwrap().reason();
    assert_eq!(*reason, WaitFaultReason::State("rejected".to_owned()));
}

#[test]
fn the_deadline_ends_it_after_a_last_poll() {
    let (waited, recorder) = wait(&ENABLED, (0..5).map(|_| line("building")));
    let error = waited.unwrap_err();
    assert_eq!((error.kind(), recorder.count()), (ErrorKind::Timeout, 5));
    let seconds: Vec<_> = recorder.sleeps().iter().map(Duration::as_secs).collect();
    assert_eq!(seconds, [30, 30, 30, 10]);
    assert!(
        error
            .to_string()
            .ends_with("not enabled in time: it is building"),
        "{error}"
    );
}

#[test]
fn interval_and_deadline_can_be_chosen() {
    let recorder = Recorder::scripted((0..3).map(|_| line("building")));
    let waiter = waiter(&recorder, &ENABLED)
        .with_interval(Duration::from_secs(4))
        .with_deadline(Duration::from_secs(5));
    let error = waiter.wait_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let seconds: Vec<_> = recorder.sleeps().iter().map(Duration::as_secs).collect();
    assert_eq!(seconds, [4, 1]);
    assert_eq!(
        recorder.sent.lock().unwrap()[1].1.timeout,
        Duration::from_secs(1)
    );
}

#[test]
fn what_is_gone_is_success_only_where_the_facts_say_so() {
    assert!(
        wait(&DELETED, [line("deleting"), nothing()])
            .0
            .unwrap()
            .is_none()
    );
    assert!(
        wait(&DELETED, [refused(404, "NoSuchObject")])
            .0
            .unwrap()
            .is_none()
    );

    let (waited, recorder) = wait(
        &ENABLED,
        [nothing(), line("x"), nothing(), nothing(), nothing()],
    );
    let error = waited.unwrap_err();
    assert_eq!((error.kind(), recorder.count()), (ErrorKind::State, 5));
    assert!(error.to_string().ends_with("it does not exist"), "{error}");
}

#[test]
fn only_the_service_can_say_that_it_is_gone() {
    let proxy = Ok(response(404, "<html>"));
    assert_eq!(wait(&DELETED, [proxy]).0.unwrap_err().status(), Some(404));

    // Something else is missing.
    static PEER: WaiterFacts = WaiterFacts {
        id: "GroupId",
        ..DELETED
    };
    let recorder =
        Recorder::scripted([Ok(response(404, r#"{"Code":"InvalidRegionId.NotFound"}"#))]);
    let client = recorded(builder(), &recorder)
        .region("cn-shanghai")
        .build()
        .unwrap();
    let waiter: Waiter<CreatePeerInput> = Waiter::new(&client, &PEER, "g".to_owned(), []);
    assert!(ready(waiter.wait()).unwrap_err().is_not_found());
}

#[test]
fn faults_that_pass_do_not_end_it_and_others_do() {
    let broken = || {
        Err(TransportError::new(
            TransportErrorKind::Interrupted,
            "broken",
        ))
    };
    let (waited, recorder) = wait(&ENABLED, [broken(), refused(503, "Busy"), line("enabled")]);
    assert!(waited.unwrap().is_some());
    assert_eq!(recorder.count(), 3);
    let (waited, _) = wait(&ENABLED, [refused(403, "AccessDenied")]);
    assert!(waited.unwrap_err().is_access_denied());
}

#[test]
fn an_id_finds_its_place_in_a_filter() {
    static FILTERED: WaiterFacts = WaiterFacts {
        id: "Filter[].Value[]",
        fixed: &[("Filter[].Key", "PeerId")],
        state: "Peers[].Id",
        match_id: Some("Peers[].Id"),
        success: &["p-1"],
        ..ENABLED
    };
    let recorder = Recorder::scripted([Ok(response(200, r#"{"Peers":{"Peer":{"Id":"p-1"}}}"#))]);
    let client = recorded(builder(), &recorder)
        .region("cn-shanghai")
        .build()
        .unwrap();
    let further = [("GroupId", "g".to_owned())];
    let waiter: Waiter<CreatePeerInput> =
        Waiter::new(&client, &FILTERED, "p-1".to_owned(), further);
    ready(waiter.wait()).unwrap();
    let query = recorder.queries().remove(0);
    let given = |name: &str| value_of(&query, name);
    assert_eq!(given("Filter.1.Key"), Some("PeerId"));
    assert_eq!(given("Filter.1.Value.1"), Some("p-1"));
    assert_eq!(given("GroupId"), Some("g"));
}
