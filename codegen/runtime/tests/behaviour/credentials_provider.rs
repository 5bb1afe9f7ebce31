//! Providers of credentials: how often they are asked, by whom, and what becomes of their failures.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use runtime::runtime::client::{Client, ClientBuilder};
use runtime::runtime::clock::Clock;
use runtime::runtime::credentials::{
    Credentials, CredentialsError, CredentialsProvider, EnvironmentProvider, Exchange, Issued,
};
use runtime::runtime::error::ErrorKind;
use runtime::runtime::operation::Environment;
use runtime::runtime::request::Request;
use runtime::runtime::timestamp::UnixTime;
use runtime::runtime::transport::BoxFuture;

use crate::sample::rest::{ListInput, baidu};
use crate::support::{CountingEntropy, NOW, Recorder, ready, response};

/// A clock that a test moves.
#[derive(Clone, Debug, Default)]
struct Hand(Arc<AtomicUsize>);

impl Hand {
    fn advance(&self, seconds: usize) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Hand {
    fn now(&self) -> UnixTime {
        UnixTime(NOW.0 + i64::try_from(self.0.load(Ordering::SeqCst)).unwrap())
    }
}

/// Gives `key1`, `key2`, …, each valid for an hour; fails where it is told to.
#[derive(Debug, Default)]
struct Counted {
    asked: AtomicUsize,
    failing: AtomicUsize,
    delay: Duration,
}

impl CredentialsProvider for Counted {
    fn provide<'a>(
        &'a self,
        exchange: Exchange<'a>,
    ) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        Box::pin(async move {
            let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
            thread::sleep(self.delay);
            if self.failing.load(Ordering::SeqCst) > 0 {
                return Err(CredentialsError::new("the vault is closed"));
            }
            let credentials = Credentials::access_key(format!("key{number}"), "testsecret");
            let end = UnixTime(exchange.now().0 + 3600);
            Ok(Issued::until(credentials, end))
        })
    }
}

fn builder(recorder: &Recorder, hand: &Hand) -> ClientBuilder {
    baidu()
        .region("bj")
        .clock(hand.clone())
        .entropy(CountingEntropy::default())
        .transport(Arc::new(recorder.clone()))
        .blocking_transport(Arc::new(recorder.clone()))
}

/// A client whose provider, transport and clock a test watches and moves.
struct Bench {
    provider: Arc<Counted>,
    recorder: Recorder,
    hand: Hand,
    client: Client,
}

impl Bench {
    fn new(provider: Counted) -> Self {
        let (provider, recorder, hand) = (Arc::new(provider), Recorder::default(), Hand::default());
        let client = builder(&recorder, &hand).credentials_provider(Arc::clone(&provider));
        let client = client.build().unwrap();
        Self {
            provider,
            recorder,
            hand,
            client,
        }
    }
}

/// Calls an operation and gives the id of the key that signed.
fn key_of_call(client: &Client, recorder: &Recorder) -> String {
    recorder.push(Ok(response(200, "{}")));
    ready(Request::new(client, ListInput::default()).send()).unwrap();
    let request = recorder.request();
    let authorization = request.headers()["authorization"].to_str().unwrap();
    authorization.split('/').nth(1).unwrap().to_owned()
}

#[test]
fn credentials_are_kept_until_shortly_before_they_expire() {
    let Bench {
        provider,
        recorder,
        hand,
        client,
    } = Bench::new(Counted::default());
    assert_eq!(
        provider.asked.load(Ordering::SeqCst),
        0,
        "nobody needs them yet"
    );
    for (seconds, key) in [
        (0, "key1"),
        (3299, "key1"),
        (1, "key2"),
        (3299, "key2"),
        (3600, "key3"),
    ] {
        hand.advance(seconds);
        assert_eq!(key_of_call(&client, &recorder), key);
    }
    // Clones share them.
    assert_eq!(key_of_call(&client.clone(), &recorder), "key3");
}

#[test]
fn blocking_calls_and_built_requests_use_the_same_credentials() {
    let Bench {
        provider,
        recorder,
        client,
        ..
    } = Bench::new(Counted::default());
    recorder.push(Ok(response(200, "{}")));
    let request = Request::new(&client, ListInput::default());
    request.clone().send_blocking().unwrap();
    assert!(
        request
            .build_request()
            .unwrap()
            .render(true)
            .contains("/key1/")
    );
    assert_eq!(provider.asked.load(Ordering::SeqCst), 1);
}

#[test]
fn a_failure_matters_only_once_nothing_valid_is_left() {
    let Bench {
        provider,
        recorder,
        hand,
        client,
    } = Bench::new(Counted::default());
    key_of_call(&client, &recorder);
    provider.failing.store(1, Ordering::SeqCst);
    hand.advance(3599);
    assert_eq!(key_of_call(&client, &recorder), "key1");
    hand.advance(1);
    let error = ready(Request::new(&client, ListInput::default()).send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(
        error.to_string(),
        "List: credentials error: the vault is closed"
    );
    provider.failing.store(0, Ordering::SeqCst);
    assert_eq!(key_of_call(&client, &recorder), "key4");
}

#[test]
fn of_many_calls_at_once_one_asks() {
    const CALLS: usize = 64;
    for failing in [0, 1] {
        let Bench {
            provider,
            recorder,
            client,
            ..
        } = Bench::new(Counted {
            failing: failing.into(),
            delay: Duration::from_millis(200),
            ..Counted::default()
        });
        let start = Barrier::new(CALLS);
        let outcomes: Vec<bool> = thread::scope(|scope| {
            let calls: Vec<_> = (0..CALLS)
                .map(|_| {
                    recorder.push(Ok(response(200, "{}")));
                    scope.spawn(|| {
                        start.wait();
                        let request = Request::new(&client, ListInput::default());
                        request.send_blocking().is_ok()
                    })
                })
                .collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        assert!(
            outcomes
                .iter()
                .all(|succeeded| *succeeded == (failing == 0))
        );
        // A thread that comes when all is over finds credentials, but asks again after a failure.
        let asked = provider.asked.load(Ordering::SeqCst);
        assert!(asked == 1 || failing == 1 && asked < CALLS, "{asked}");
    }
}

/// Waits before it answers, the first two times.
#[derive(Debug, Default)]
struct Slow(AtomicUsize);

impl CredentialsProvider for Slow {
    fn provide<'a>(&'a self, _: Exchange<'a>) -> BoxFuture<'a, Result<Issued, CredentialsError>> {
        let mut waits = self.0.fetch_add(1, Ordering::SeqCst) < 2;
        Box::pin(std::future::poll_fn(move |context| {
            if std::mem::take(&mut waits) {
                context.waker().wake_by_ref();
                return std::task::Poll::Pending;
            }
            let credentials = Credentials::access_key("slow", "testsecret");
            std::task::Poll::Ready(Ok(Issued::forever(credentials)))
        }))
    }
}

#[test]
fn a_call_that_is_dropped_while_it_asks_leaves_the_client_usable() {
    use std::task::{Context, Waker};

    let (recorder, hand) = (Recorder::default(), Hand::default());
    let client = builder(&recorder, &hand).credentials_provider(Slow::default());
    let client = client.build().unwrap();
    let request = Request::new(&client, ListInput::default());
    let error = request.build_request().unwrap_err();
    assert!(
        error.to_string().contains("has to be waited for"),
        "{error}"
    );
    let mut call = Box::pin(request.send());
    let _ = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    drop(call);
    assert_eq!(key_of_call(&client, &recorder), "slow");
}

#[test]
fn static_credentials_and_the_environment_are_providers() {
    let (recorder, hand) = (Recorder::default(), Hand::default());
    let given = Credentials::access_key("given", "testsecret");
    let client = builder(&recorder, &hand)
        .credentials_provider(given)
        .build()
        .unwrap();
    assert_eq!(key_of_call(&client, &recorder), "given");

    static NAMES: Environment = Environment {
        access_key_id: "TRUNKLINE_TEST_UNSET_ID",
        access_key_secret: "TRUNKLINE_TEST_UNSET_SECRET",
        security_token: None,
        token: None,
        project_id: None,
    };
    let client = builder(&recorder, &hand).credentials_provider(EnvironmentProvider::new(&NAMES));
    let client = client.build().unwrap();
    let error = ready(Request::new(&client, ListInput::default()).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "List: credentials error: not set in the environment: TRUNKLINE_TEST_UNSET_ID, TRUNKLINE_TEST_UNSET_SECRET"
    );
}
