//! Lists that come in pages, and servers that are wrong about them.

use bytes::Bytes;
use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::paging::Paginated;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{TransportError, TransportErrorKind};
use serde_json::{Value, json};

use crate::sample::paged::PagedInput;
use crate::sample::rest::baidu;
use crate::support::{Recorder, ready, recorded, response, value_of};

type ByNumber = PagedInput<true>;
type ByMarker = PagedInput<false>;

/// A request to a server that gives these answers.
fn request<I: Paginated>(recorder: &Recorder, input: Value) -> Request<I> {
    let client = recorded(baidu(), recorder).region("bj").build().unwrap();
    let at = runtime::runtime::json::At::root(runtime::runtime::json::Mode::Tolerant);
    Request::new(&client, I::from_json(&input, &at).unwrap())
}

fn scripted(answers: impl IntoIterator<Item = Value>) -> Recorder {
    let answer = |answer: Value| Ok(response(200, &answer.to_string()));
    Recorder::scripted(answers.into_iter().map(answer))
}

/// All items, and how the list ended.
fn collect<I: Paginated<Item = i64>>(request: Request<I>) -> (Vec<i64>, Option<Error>) {
    let mut items = request.items();
    let mut found = Vec::new();
    while let Some(item) = ready(items.next()) {
        match item {
            Ok(item) => found.push(item),
            Err(error) => {
                assert!(ready(items.next()).is_none(), "an error ends the list");
                return (found, Some(error));
            }
        }
    }
    assert!(ready(items.next()).is_none());
    (found, None)
}

fn by_number(answers: impl IntoIterator<Item = Value>) -> (Vec<i64>, Option<Error>, usize) {
    let recorder = scripted(answers);
    let (items, error) = collect(request::<ByNumber>(&recorder, json!({ "size": 2 })));
    (items, error, recorder.count())
}

fn by_marker(answers: impl IntoIterator<Item = Value>) -> (Vec<i64>, Option<Error>, usize) {
    let recorder = scripted(answers);
    let (items, error) = collect(request::<ByMarker>(&recorder, json!({ "size": 2 })));
    (items, error, recorder.count())
}

fn parameter(recorder: &Recorder, name: &str) -> Vec<Option<String>> {
    let queries = recorder.queries();
    let given = queries.iter().map(|query| value_of(query, name));
    given.map(|value| value.map(str::to_owned)).collect()
}

#[test]
fn ten_thousand_items_arrive_once_each_and_in_order() {
    let pages = (0..200_i64).map(|page| {
        let items: Vec<i64> = (page * 50..page * 50 + 50).collect();
        // Both shapes of a list, and numbers as text.
        json!({ "total": "10000", "items": if page % 2 == 0 { json!(items) } else { json!({ "item": items }) } })
    });
    let recorder = scripted(pages);
    let request = request::<ByNumber>(&recorder, json!({ "size": 50 }));
    let (items, error) = collect(request);
    assert!(error.is_none());
    assert!(items.into_iter().eq(0..10_000));
    let numbers = parameter(&recorder, "page");
    assert_eq!(numbers[0], None, "the first request is the caller's own");
    assert!(
        (2..=200)
            .map(|page| Some(page.to_string()))
            .eq(numbers[1..].iter().cloned())
    );
    assert!(
        parameter(&recorder, "size")
            .iter()
            .all(|size| size.as_deref() == Some("50"))
    );
}

#[test]
fn markers_lead_from_page_to_page() {
    let recorder = scripted([
        json!({ "items": [1, 2], "next": "a/b", "more": true }),
        json!({ "items": [3], "next": 7, "more": "true" }),
        json!({ "items": [4], "next": "unused", "more": false }),
    ]);
    let list = request::<ByMarker>(&recorder, json!({ "size": 2, "marker": "start" }));
    let (items, error) = collect(list);
    assert_eq!((items, error.is_none()), (vec![1, 2, 3, 4], true));
    let markers = parameter(&recorder, "marker");
    assert_eq!(
        markers.iter().flatten().collect::<Vec<_>>(),
        ["start", "a/b", "7"]
    );
}

#[test]
fn nothing_is_asked_for_before_it_is_wanted_or_after_it_is_dropped() {
    let recorder = scripted([json!({ "items": [1, 2], "total": 9 })]);
    let mut items = request::<ByNumber>(&recorder, json!({ "size": 2 })).items();
    assert_eq!(recorder.count(), 0);
    assert_eq!(ready(items.next()).unwrap().unwrap(), 1);
    assert_eq!(ready(items.next()).unwrap().unwrap(), 2);
    drop(items);
    assert_eq!(recorder.count(), 1);
}

#[test]
fn a_wrong_total_ends_the_list() {
    let first = json!({ "items": [1, 2], "total": 100 });
    let (items, error, requests) = by_number([first.clone(), json!({ "items": [], "total": 100 })]);
    assert_eq!((items.len(), error.is_none(), requests), (2, true, 2));
    let (items, error, requests) = by_number([json!({ "items": [1, 2], "total": -5 })]);
    assert_eq!((items.len(), error.is_none(), requests), (2, true, 1));
    let (items, error, requests) =
        by_number([json!({ "items": [1, 2] }), json!({ "total": null })]);
    assert_eq!((items.len(), error.is_none(), requests), (2, true, 2));
    let (items, error, requests) = by_number([json!({})]);
    assert_eq!((items.len(), error.is_none(), requests), (0, true, 1));
}

#[test]
fn a_page_that_comes_again_is_an_error() {
    let page = |items: [i64; 2]| json!({ "items": items, "total": i64::MAX });
    let (items, error, requests) = by_number([page([1, 2]), page([3, 4]), page([3, 4])]);
    assert_eq!((items, requests), (vec![1, 2, 3, 4, 3, 4], 3));
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Paging);
    assert_eq!(
        error.to_string(),
        "Paged: paging error: the server repeats a page that it has sent before"
    );
    // Circles of any length.
    for length in [1_i64, 2, 3, 5, 17] {
        let answers = (0..200).map(|at| page([at % length, 0]));
        let (_, error, requests) = by_number(answers);
        assert_eq!(error.unwrap().kind(), ErrorKind::Paging);
        assert!(requests < 100, "{requests}");
    }
}

#[test]
fn a_marker_that_comes_again_is_an_error() {
    let page = |marker: i64| json!({ "items": [1], "next": marker.to_string(), "more": true });
    for length in [1, 2, 3, 5, 17] {
        let (_, error, requests) = by_marker((0..200).map(|at| page(at % length)));
        assert_eq!(error.unwrap().kind(), ErrorKind::Paging);
        assert!(requests < 100, "{requests}");
    }
    // Without a circle, it goes on.
    let answers = (0..150).map(|at| if at < 149 { page(at) } else { json!({}) });
    assert_eq!(by_marker(answers).0.len(), 149);
}

#[test]
fn markers_that_lead_nowhere_end_the_list() {
    for last in [
        json!({ "items": [1] }),
        json!({ "items": [1], "next": "" }),
        json!({ "items": [1], "next": null, "more": false }),
    ] {
        let (items, error, requests) = by_marker([last]);
        assert_eq!((items.len(), error.is_none(), requests), (1, true, 1));
    }
    let (_, error, _) = by_marker([json!({ "items": [1], "more": true })]);
    assert_eq!(
        error.unwrap().message(),
        "the server says that more follows, but not where"
    );
}

#[test]
fn some_empty_pages_are_no_fault_and_many_are() {
    let empty = |marker: i64| json!({ "items": [], "next": marker, "more": true });
    let (items, error, _) = by_marker((0..15).map(empty).chain([json!({ "items": [1] })]));
    assert_eq!((items, error.is_none()), (vec![1], true));
    let (_, error, requests) = by_marker((0..100).map(empty));
    assert_eq!(requests, 16);
    assert_eq!(
        error.unwrap().message(),
        "the server sends one empty page after another"
    );
}

#[test]
fn a_list_can_begin_further_on() {
    let recorder = scripted([
        json!({ "items": [5, 6], "total": 7 }),
        json!({ "items": [7], "total": 7 }),
    ]);
    let list = request::<ByNumber>(&recorder, json!({ "size": 2, "page": 3 }));
    assert_eq!(collect(list).0, [5, 6, 7]);
    let pages: Vec<_> = parameter(&recorder, "page").into_iter().flatten().collect();
    assert_eq!(pages, ["3", "4"]);
}

#[test]
fn errors_end_a_list_and_keep_what_came_before() {
    let refused = Ok(response(403, r#"{"code":"AccessDenied"}"#));
    let first = Ok(response(200, r#"{"items":[1],"total":9}"#));
    let recorder = Recorder::scripted([first, refused]);
    let (items, error) = collect(request::<ByNumber>(&recorder, json!({ "size": 1 })));
    assert_eq!(items, [1]);
    assert!(error.unwrap().is_access_denied());

    let recorder = Recorder::default();
    let (_, error) = collect(request::<ByNumber>(&recorder, json!({})));
    assert_eq!(error.unwrap().kind(), ErrorKind::Validation);
    assert_eq!(recorder.count(), 0);
}

#[test]
fn each_page_is_retried_alone() {
    let broken = || {
        Err(TransportError::new(
            TransportErrorKind::Interrupted,
            "broken",
        ))
    };
    let page =
        |body: &str| -> Result<http::Response<Bytes>, TransportError> { Ok(response(200, body)) };
    let recorder = Recorder::scripted([
        broken(),
        page(r#"{"items":[1],"total":2}"#),
        broken(),
        broken(),
        page(r#"{"items":[2],"total":2}"#),
    ]);
    let (items, error) = collect(request::<ByNumber>(&recorder, json!({ "size": 1 })));
    assert_eq!((items, error.is_none()), (vec![1, 2], true));
}

#[test]
fn threads_that_wait_have_iterators() {
    let answers = || {
        scripted([
            json!({ "items": [1, 2], "total": 3 }),
            json!({ "items": [3], "total": 3 }),
        ])
    };
    let items = request::<ByNumber>(&answers(), json!({ "size": 2 })).items_blocking();
    assert_eq!(items.map(Result::unwrap).collect::<Vec<_>>(), [1, 2, 3]);
    let pages = request::<ByNumber>(&answers(), json!({ "size": 2 })).pages_blocking();
    let sizes = pages.map(|page| page.unwrap().items.as_ref().unwrap().len());
    assert_eq!(sizes.collect::<Vec<_>>(), [2, 1]);
    let mut pages = request::<ByNumber>(&answers(), json!({ "size": 2 })).pages();
    assert_eq!(ready(pages.next()).unwrap().unwrap().status(), 200);
}

#[test]
fn streams_can_be_sent_to_another_thread() {
    fn check<T: Send + Unpin + std::fmt::Debug>(value: T) -> T {
        value
    }
    let request = || request::<ByNumber>(&Recorder::default(), json!({ "size": 2 }));
    assert!(!format!("{:?}", check(request().items())).contains("size"));
    drop(check(request().pages()));
    drop(check(request().items_blocking()));
}
