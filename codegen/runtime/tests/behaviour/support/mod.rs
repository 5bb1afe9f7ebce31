//! Stand-ins for the outside world: time, randomness and the network.

#[cfg(any(feature = "hyper", feature = "reqwest", feature = "blocking"))]
pub mod adapters;
#[cfg(any(feature = "hyper", feature = "reqwest", feature = "blocking"))]
pub mod authority;
#[cfg(feature = "hyper")]
pub mod exchange;
#[cfg(any(feature = "hyper", feature = "reqwest", feature = "blocking"))]
pub mod server;

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use percent_encoding::percent_decode_str;
use runtime::runtime::client::ClientBuilder;
use runtime::runtime::clock::Clock;
use runtime::runtime::credentials::Credentials;
use runtime::runtime::entropy::{Entropy, EntropyError};
use runtime::runtime::timestamp::UnixTime;
use runtime::runtime::transport::{
    BlockingTransport, BoxFuture, Limits, Transport, TransportError,
};

/// 2024-07-24T07:17:24Z, the time of the recorded vectors.
pub const NOW: UnixTime = UnixTime(1_721_805_444);

#[derive(Clone, Copy, Debug)]
pub struct FrozenClock;

impl Clock for FrozenClock {
    fn now(&self) -> UnixTime {
        NOW
    }
}

/// Gives 0, 1, 2, … and so a different UUID each time.
#[derive(Debug, Default)]
pub struct CountingEntropy(Mutex<u8>);

impl Entropy for CountingEntropy {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), EntropyError> {
        let mut next = self.0.lock().unwrap();
        for byte in buffer {
            *byte = *next;
            *next = next.wrapping_add(1);
        }
        Ok(())
    }
}

type Sent = (http::Request<Bytes>, Limits);
type Outcome = Result<http::Response<Bytes>, TransportError>;

/// Keeps what it is asked to send and answers as told. Its sleeps take no time, but are kept too, and move the clock
/// that it also is.
#[derive(Clone, Default)]
pub struct Recorder {
    pub sent: Arc<Mutex<Vec<Sent>>>,
    pub slept: Arc<Mutex<Vec<Duration>>>,
    answers: Arc<Mutex<VecDeque<Outcome>>>,
}

impl Recorder {
    pub fn answering(status: u16, body: &str) -> Self {
        let recorder = Self::default();
        recorder.push(Ok(response(status, body)));
        recorder
    }

    pub fn failing(error: TransportError) -> Self {
        let recorder = Self::default();
        recorder.push(Err(error));
        recorder
    }

    pub fn scripted(answers: impl IntoIterator<Item = Outcome>) -> Self {
        let recorder = Self::default();
        answers.into_iter().for_each(|answer| recorder.push(answer));
        recorder
    }

    pub fn push(&self, answer: Outcome) {
        self.answers.lock().unwrap().push_back(answer);
    }

    pub fn request(&self) -> http::Request<Bytes> {
        self.sent.lock().unwrap().last().unwrap().0.clone()
    }

    pub fn count(&self) -> usize {
        self.sent.lock().unwrap().len()
    }

    /// The queries of all requests.
    pub fn queries(&self) -> Vec<Vec<(String, String)>> {
        let sent = self.sent.lock().unwrap();
        sent.iter()
            .map(|(request, _)| query_of(request.uri()))
            .collect()
    }

    pub fn sleeps(&self) -> Vec<Duration> {
        self.slept.lock().unwrap().clone()
    }

    pub fn limits(&self) -> Limits {
        self.sent.lock().unwrap().last().unwrap().1
    }

    fn exchange(&self, request: http::Request<Bytes>, limits: Limits) -> Outcome {
        self.sent.lock().unwrap().push((request, limits));
        self.answers.lock().unwrap().pop_front().unwrap()
    }
}

impl Transport for Recorder {
    fn send(&self, request: http::Request<Bytes>, limits: Limits) -> BoxFuture<'_, Outcome> {
        Box::pin(async move { self.exchange(request, limits) })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.slept.lock().unwrap().push(duration);
        Box::pin(async {})
    }
}

impl BlockingTransport for Recorder {
    fn send(&self, request: http::Request<Bytes>, limits: Limits) -> Outcome {
        self.exchange(request, limits)
    }

    fn sleep(&self, duration: Duration) {
        self.slept.lock().unwrap().push(duration);
    }
}

impl Clock for Recorder {
    fn now(&self) -> UnixTime {
        let passed = i64::try_from(self.monotonic().as_secs()).unwrap();
        UnixTime(NOW.0 + passed)
    }

    fn monotonic(&self) -> Duration {
        self.sleeps().iter().sum()
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recorder")
    }
}

pub fn response(status: u16, body: &str) -> http::Response<Bytes> {
    http::Response::builder()
        .status(status)
        .body(Bytes::from(body.to_owned()))
        .unwrap()
}

/// `builder` with a frozen world, a test key and one attempt for each call.
pub fn frozen(builder: ClientBuilder) -> ClientBuilder {
    builder
        .credentials(Credentials::access_key("testid", "testsecret"))
        .clock(FrozenClock)
        .entropy(CountingEntropy::default())
        .without_retries()
}

/// `builder` with a test key, in the world of `recorder`, and with the retries of its service.
pub fn recorded(builder: ClientBuilder, recorder: &Recorder) -> ClientBuilder {
    builder
        .credentials(Credentials::access_key("testid", "testsecret"))
        .clock(recorder.clone())
        .entropy(CountingEntropy::default())
        .transport(recorder.clone())
        .blocking_transport(recorder.clone())
}

/// Runs a future that has nothing to wait for.
pub fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future waits for something"),
    }
}

/// The query of a URI as sent, taken apart and unescaped.
pub fn query_of(uri: &http::Uri) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    uri.query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
        .collect()
}

pub fn value_of<'q>(query: &'q [(String, String)], name: &str) -> Option<&'q str> {
    query
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}
