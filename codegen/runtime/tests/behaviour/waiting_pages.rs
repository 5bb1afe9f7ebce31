//! Waits for something that stands on a later page, or on none.

use std::time::Duration;

use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::json::{At, DecodeError, FromJson, ToJson, Value};
use runtime::runtime::operation::{Location, Operation, Parameter};
use runtime::runtime::paging::{Paging, PagingStyle};
use runtime::runtime::request::Input;
use runtime::runtime::response::Response;
use runtime::runtime::validate::Validator;
use runtime::runtime::waiting::{WaitFaultReason, Waiter, WaiterFacts};
use serde_json::json;

use crate::sample::rest::{LIST, baidu};
use crate::support::{Recorder, ready, recorded, response, value_of};

#[derive(Clone, Debug, Default)]
struct LinesInput(Value);

impl FromJson for LinesInput {
    fn from_json(value: &Value, _: &At<'_>) -> Result<Self, DecodeError> {
        Ok(Self(value.clone()))
    }
}

impl ToJson for LinesInput {
    fn to_json(&self) -> Value {
        self.0.clone()
    }
}

static LINES: Operation = Operation {
    name: "Lines",
    parameters: &[query("id"), query("page"), query("marker")],
    ..LIST
};

const fn query(name: &'static str) -> Parameter {
    Parameter {
        name,
        location: Location::Query,
        also_in: None,
    }
}

impl Input for LinesInput {
    type Output = Value;

    const OPERATION: &'static Operation = &LINES;

    fn validate(&self, _: &mut Validator<'_>) {}
}

static ENABLED: WaiterFacts = WaiterFacts {
    resource: "Line",
    waiter: "enabled",
    id: "id",
    fixed: &[],
    state: "lines[].status",
    match_id: Some("lines[].id"),
    paging: Some(&Paging {
        items: "lines",
        style: PagingStyle::Number {
            page: "page",
            size: "size",
            total: "total",
        },
    }),
    success: &["enabled"],
    failure: &[],
    gone_is_success: false,
    interval_seconds: 30,
    deadline_seconds: 100,
};

static DELETED: WaiterFacts = WaiterFacts {
    success: &[],
    gone_is_success: true,
    ..ENABLED
};

static DELETED_BY_MARKER: WaiterFacts = WaiterFacts {
    paging: Some(&Paging {
        items: "lines",
        style: PagingStyle::Token {
            token: "marker",
            next: "next",
            more: Some("more"),
        },
    }),
    ..DELETED
};

fn page(total: u32, lines: &[(&str, &str)]) -> Value {
    let lines: Vec<Value> = lines
        .iter()
        .map(|(id, status)| json!({ "id": id, "status": status }))
        .collect();
    json!({ "lines": lines, "total": total })
}

fn wait(
    facts: &'static WaiterFacts,
    blocking: bool,
    answers: &[Value],
) -> (Result<Option<Response<Value>>, Error>, Recorder) {
    let answers = answers
        .iter()
        .map(|body| Ok(response(200, &body.to_string())));
    let recorder = Recorder::scripted(answers);
    let client = recorded(baidu(), &recorder).region("bj").build().unwrap();
    let waiter: Waiter<LinesInput> = Waiter::new(&client, facts, "7".to_owned(), []);
    let waited = if blocking {
        waiter.wait_blocking()
    } else {
        ready(waiter.wait())
    };
    (waited, recorder)
}

/// The value of a parameter in each request.
fn sent(recorder: &Recorder, name: &str) -> Vec<Option<String>> {
    let queries = recorder.queries();
    queries
        .iter()
        .map(|query| value_of(query, name).map(str::to_owned))
        .collect()
}

#[test]
fn it_is_found_on_a_later_page() {
    for blocking in [false, true] {
        let others = page(4, &[("8", "rejected"), ("9", "enabled")]);
        let (waited, recorder) = wait(
            &ENABLED,
            blocking,
            &[
                others.clone(),
                page(4, &[("10", "x"), ("7", "building")]),
                others,
                page(4, &[("10", "x"), ("7", "enabled")]),
            ],
        );
        assert_eq!(waited.unwrap().unwrap()["lines"][1]["id"], "7");
        let two = || Some("2".to_owned());
        assert_eq!(sent(&recorder, "page"), [None, two(), None, two()]);
        // Each request asks for this one, whatever the server makes of that.
        assert!(
            sent(&recorder, "id")
                .iter()
                .all(|id| id.as_deref() == Some("7"))
        );
        assert_eq!(recorder.sleeps(), [Duration::from_secs(30)]);
    }
}

#[test]
fn it_is_gone_once_no_page_shows_it() {
    let (waited, recorder) = wait(
        &DELETED,
        false,
        &[
            page(2, &[("8", "x")]),
            page(2, &[("7", "deleting")]),
            page(2, &[("8", "x")]),
            page(2, &[("9", "x")]),
        ],
    );
    assert!(waited.unwrap().is_none());
    assert_eq!(recorder.count(), 4);
}

#[test]
fn pages_are_followed_by_marker_too() {
    let first = json!({ "lines": [{ "id": "8" }], "more": true, "next": "m" });
    let last = json!({ "lines": [], "more": false });
    let (waited, recorder) = wait(&DELETED_BY_MARKER, false, &[first, last]);
    assert!(waited.unwrap().is_none());
    assert_eq!(sent(&recorder, "marker"), [None, Some("m".to_owned())]);
}

#[test]
fn a_list_without_an_end_shows_nothing() {
    // More to come, but no place: it might stand there.
    let endless = json!({ "lines": [{ "id": "8" }], "more": true });
    let answers = vec![endless; 5];
    let (waited, recorder) = wait(&DELETED_BY_MARKER, false, &answers);
    let error = waited.unwrap_err();
    assert_eq!((error.kind(), recorder.count()), (ErrorKind::Timeout, 5));
    let reason = error.wait_fault().unwrap().reason();
    assert_eq!(*reason, WaitFaultReason::Deadline(None));
}
