//! Credentials that the service refuses before they expire.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use bytes::Bytes;
use runtime::runtime::client::Client;
use runtime::runtime::credentials::{
    Credentials, CredentialsError, CredentialsProvider, Exchange, Issued,
};
use runtime::runtime::error::{Error, ErrorKind};
use runtime::runtime::request::Request;
use runtime::runtime::transport::{BlockingTransport, BoxFuture, Limits, TransportError};

use crate::sample::rest::{AssociateInput, ListInput, baidu};
use crate::support::{Recorder, ready, recorded, response};

/// Gives `key1`, `key2`, …, all valid forever; from the `failing`th on, none.
#[derive(Debug)]
struct Numbered {
    asked: AtomicUsize,
    failing: usize,
}

impl Numbered {
    fn new() -> Arc<Self> {
        Self::failing_from(usize::MAX)
    }

    fn failing_from(failing: usize) -> Arc<Self> {
        let asked = AtomicUsize::new(0);
        Arc::new(Self { asked, failing })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl CredentialsProvider for Numbered {
    fn provide<'a>(&'a self, _: Exchange<'a>) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        Box::pin(async {
            let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
            if number >= self.failing {
                return Err(CredentialsError::new("the vault is closed"));
            }
            let key = Credentials::access_key(format!("key{number}"), "testsecret");
            Ok(Issued::forever(key))
        })
    }
}

fn client(recorder: &Recorder, provider: &Arc<Numbered>) -> Client {
    recorded(baidu(), recorder)
        .region("bj")
        .credentials_provider(Arc::clone(provider))
        .build()
        .unwrap()
}

fn answers(statuses: &[u16]) -> Recorder {
    let answer = |status: &u16| Ok(response(*status, r#"{"code":"InvalidHTTPAuthHeader"}"#));
    Recorder::scripted(statuses.iter().map(answer))
}

fn call(client: &Client, blocking: bool) -> Result<(), Error> {
    let request = Request::new(client, ListInput::default());
    let outcome = if blocking {
        request.send_blocking()
    } else {
        ready(request.send())
    };
    outcome.map(drop)
}

fn key_of(request: &http::Request<Bytes>) -> String {
    let authorization = request.headers()["authorization"].to_str().unwrap();
    authorization.split('/').nth(1).unwrap().to_owned()
}

fn keys(recorder: &Recorder) -> Vec<String> {
    let sent = recorder.sent.lock().unwrap();
    sent.iter().map(|(request, _)| key_of(request)).collect()
}

#[test]
fn a_refused_key_is_replaced_and_the_request_sent_again() {
    for blocking in [false, true] {
        let (recorder, provider) = (answers(&[200, 401, 200, 200]), Numbered::new());
        let client = client(&recorder, &provider);
        for _ in 0..3 {
            call(&client, blocking).unwrap();
        }
        assert_eq!(keys(&recorder), ["key1", "key1", "key2", "key2"]);
        assert_eq!(provider.asked(), 2);
    }
}

#[test]
fn a_write_that_was_refused_so_is_sent_again_too() {
    let (recorder, provider) = (answers(&[200, 401, 200]), Numbered::new());
    let client = client(&recorder, &provider);
    call(&client, false).unwrap();
    let input = AssociateInput {
        et_id: Some("7".to_owned()),
        project_id: Some("p".to_owned()),
        ..AssociateInput::default()
    };
    ready(Request::new(&client, input).send()).unwrap();
    assert_eq!(keys(&recorder), ["key1", "key1", "key2"]);
}

#[test]
fn a_call_asks_once_at_most() {
    for blocking in [false, true] {
        let (recorder, provider) = (answers(&[200, 401, 401, 401, 200]), Numbered::new());
        let client = client(&recorder, &provider);
        call(&client, blocking).unwrap();
        let error = call(&client, blocking).unwrap_err();
        assert!(error.is_unauthenticated());
        assert_eq!((error.attempts(), provider.asked()), (2, 2));
        // The next call begins with others, and has nothing better when they are refused.
        let error = call(&client, blocking).unwrap_err();
        assert_eq!((error.attempts(), provider.asked()), (1, 3));
        call(&client, blocking).unwrap();
        assert_eq!(keys(&recorder), ["key1", "key1", "key2", "key3", "key4"]);
    }
}

#[test]
fn one_attempt_is_one_attempt_but_the_next_call_has_others() {
    let (recorder, provider) = (answers(&[200, 401, 200]), Numbered::new());
    let client = client(&recorder, &provider);
    call(&client, false).unwrap();
    let request = Request::new(&client, ListInput::default()).with_max_attempts(1);
    assert_eq!(ready(request.send()).unwrap_err().attempts(), 1);
    call(&client, false).unwrap();
    assert_eq!(keys(&recorder), ["key1", "key1", "key2"]);
}

#[test]
fn what_is_no_matter_of_credentials_leaves_them_alone() {
    let denied = Ok(response(403, r#"{"code":"AccessDenied"}"#));
    let recorder = Recorder::scripted([denied, Ok(response(200, "{}"))]);
    let provider = Numbered::new();
    let client = client(&recorder, &provider);
    assert!(call(&client, false).unwrap_err().is_access_denied());
    call(&client, false).unwrap();
    assert_eq!(keys(&recorder), ["key1", "key1"]);
}

#[test]
fn fixed_credentials_are_not_tried_twice() {
    let recorder = answers(&[401]);
    let client = recorded(baidu(), &recorder).region("bj").build().unwrap();
    assert!(call(&client, false).unwrap_err().is_unauthenticated());
    assert_eq!(recorder.count(), 1);
}

#[test]
fn a_provider_that_has_no_others_ends_the_call() {
    let (recorder, provider) = (answers(&[200, 401]), Numbered::failing_from(2));
    let client = client(&recorder, &provider);
    call(&client, false).unwrap();
    let error = call(&client, false).unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::Credentials, 1)
    );
}

/// Takes `key1` once, and then refuses it, but only once `CALLS` requests signed with it have arrived.
struct Gate {
    is_open: AtomicBool,
    arrived: Barrier,
}

const CALLS: usize = 16;

impl BlockingTransport for Gate {
    fn send(
        &self,
        request: http::Request<Bytes>,
        _: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        Ok(match key_of(&request).as_str() {
            "key1" if self.is_open.swap(true, Ordering::SeqCst) => {
                self.arrived.wait();
                response(401, "{}")
            }
            _ => response(200, "{}"),
        })
    }

    fn sleep(&self, _: std::time::Duration) {}
}

#[test]
fn of_many_calls_that_are_refused_at_once_one_asks() {
    let provider = Numbered::new();
    let gate = Gate {
        is_open: AtomicBool::new(false),
        arrived: Barrier::new(CALLS),
    };
    let client = recorded(baidu(), &Recorder::default())
        .region("bj")
        .blocking_transport(gate)
        .credentials_provider(Arc::clone(&provider))
        .build()
        .unwrap();
    call(&client, true).unwrap();
    thread::scope(|scope| {
        for _ in 0..CALLS {
            scope.spawn(|| call(&client, true).unwrap());
        }
    });
    // Whoever was refused last found the newer key in place, and left it there.
    assert_eq!(provider.asked(), 2);
}
