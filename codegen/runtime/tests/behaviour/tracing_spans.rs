//! Spans of calls and attempts.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use runtime::runtime::credentials::{
    Credentials, CredentialsError, CredentialsProvider, Exchange, Issued,
};
use runtime::runtime::request::Request;
use runtime::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::sample::rest::{ListInput, baidu};
use crate::sample::rpc::{CreatePeerInput, builder};
use crate::support::{Recorder, ready, recorded, response};

/// A span or an event: its name, and the fields as text.
type Seen = (String, BTreeMap<String, String>);

/// Keeps spans in the order of their ids, and behind them nothing else; events are spans without an id of their own.
#[derive(Clone, Default)]
struct Witness(Arc<Mutex<Vec<Seen>>>);

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let text = format!("{value:?}").trim_matches('"').to_owned();
        self.0.insert(field.name().to_owned(), text);
    }
}

impl Subscriber for Witness {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().contains("trace")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = BTreeMap::new();
        span.record(&mut Fields(&mut fields));
        let mut seen = self.0.lock().unwrap();
        seen.push((span.metadata().name().to_owned(), fields));
        Id::from_u64(seen.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Fields(&mut self.0.lock().unwrap()[index].1));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Fields(&mut fields));
        self.0.lock().unwrap().push(("event".to_owned(), fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn a_call_and_its_attempts_are_spans_without_secrets() {
    for blocking in [false, true] {
        let recorder = Recorder::scripted([
            Ok(response(503, "{}")),
            Err(TransportError::new(
                TransportErrorKind::Interrupted,
                "broken",
            )),
            Ok(response(200, "{}")),
        ]);
        let client = recorded(builder(), &recorder)
            .endpoint("http://127.0.0.1:8080")
            .region("cn-shanghai")
            .build()
            .unwrap();
        let input = CreatePeerInput {
            group_id: Some("a-group".to_owned()),
            auth_key: Some("s3cret".into()),
            ..CreatePeerInput::default()
        };
        let witness = Witness::default();
        tracing::subscriber::with_default(witness.clone(), || {
            let request = Request::new(&client, input);
            let outcome = if blocking {
                request.send_blocking()
            } else {
                ready(request.send())
            };
            outcome.unwrap();
        });
        let seen = witness.0.lock().unwrap().clone();
        let names: Vec<_> = seen.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["call", "attempt", "event", "attempt", "event", "attempt"]
        );
        let field = |at: usize, name: &str| seen[at].1.get(name).cloned().unwrap_or_default();
        assert_eq!(field(0, "rpc.method"), "CreatePeer");
        assert_eq!(
            (field(0, "attempts"), field(0, "error.type")),
            ("3".to_owned(), String::new())
        );
        for (at, resend, status, error) in [
            (1, "", "503", "503"),
            (3, "1", "", "interrupted"),
            (5, "2", "200", ""),
        ] {
            assert_eq!(field(at, "http.request.method"), "GET");
            assert_eq!(field(at, "server.address"), "127.0.0.1");
            assert_eq!(field(at, "server.port"), "8080");
            assert_eq!(field(at, "http.request.resend_count"), resend);
            assert_eq!(field(at, "http.response.status_code"), status);
            assert_eq!(field(at, "error.type"), error);
        }
        let all = format!("{seen:?}");
        for secret in ["s3cret", "a-group", "testid", "testsecret", "Signature"] {
            assert!(!all.contains(secret), "{all}");
        }
    }
}

/// Gives a key, and then no other.
#[derive(Debug, Default)]
struct Once(AtomicBool);

impl CredentialsProvider for Once {
    fn provide<'a>(&'a self, _: Exchange<'a>) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        Box::pin(async {
            if self.0.swap(true, Ordering::SeqCst) {
                return Err(CredentialsError::new("there is no other"));
            }
            Ok(Issued::forever(Credentials::access_key("id", "secret")))
        })
    }
}

#[test]
fn a_call_that_cannot_sign_a_later_attempt_ends_in_its_span() {
    for blocking in [false, true] {
        let recorder = Recorder::scripted([Ok(response(200, "{}")), Ok(response(401, "{}"))]);
        let client = recorded(baidu(), &recorder)
            .region("bj")
            .credentials_provider(Once::default())
            .build()
            .unwrap();
        ready(Request::new(&client, ListInput::default()).send()).unwrap();
        let witness = Witness::default();
        tracing::subscriber::with_default(witness.clone(), || {
            let request = Request::new(&client, ListInput::default());
            let outcome = if blocking {
                request.send_blocking()
            } else {
                ready(request.send())
            };
            outcome.unwrap_err();
        });
        let seen = witness.0.lock().unwrap().clone();
        let names: Vec<_> = seen.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["call", "attempt", "event"]);
        let field = |name: &str| seen[0].1.get(name).map(String::as_str);
        assert_eq!(field("attempts"), Some("1"));
        assert_eq!(field("error.type"), Some("credentials error"));
    }
}
