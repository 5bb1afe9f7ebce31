use std::fmt;
use std::ops::ControlFlow;
use std::time::Duration;

use super::WaiterFacts;
use super::watch::Watch;
use crate::runtime::client::Client;
use crate::runtime::error::Error;
use crate::runtime::json::{Map, Value};
use crate::runtime::request::Input;
use crate::runtime::response::Response;

/// Waits until something has reached a state.
#[must_use = "a waiter does nothing until it waits"]
pub struct Waiter<I> {
    pub(super) client: Client,
    pub(super) facts: &'static WaiterFacts,
    pub(super) id: String,
    /// Those of the first request.
    pub(super) parameters: Map<String, Value>,
    pub(super) interval: Duration,
    pub(super) deadline: Duration,
    input: std::marker::PhantomData<fn() -> I>,
}

impl<I: Input> Waiter<I> {
    /// A waiter for the thing with this id. `further` are parameters that the poll needs besides it.
    pub fn new(
        client: &Client,
        facts: &'static WaiterFacts,
        id: String,
        further: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Self {
        let mut parameters: Map<String, Value> = further
            .into_iter()
            .map(|(name, value)| (name.to_owned(), Value::from(value)))
            .collect();
        for (path, value) in facts.fixed {
            put(&mut parameters, path, Value::from(*value));
        }
        put(&mut parameters, facts.id, Value::from(id.as_str()));
        Self {
            client: client.clone(),
            facts,
            id,
            parameters,
            interval: Duration::from_secs(facts.interval_seconds),
            deadline: Duration::from_secs(facts.deadline_seconds),
            input: std::marker::PhantomData,
        }
    }

    /// How long to pause between two polls.
    pub fn with_interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// How long to wait in all.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Waits. The answer is the one that showed the state; there is none of a thing that is gone.
    ///
    /// # Errors
    /// The state can no longer be reached ([`ErrorKind::State`](crate::runtime::error::ErrorKind::State)), the deadline
    /// has passed, or a poll failed in a way that does not pass.
    pub async fn wait(self) -> Result<Option<Response<I::Output>>, Error> {
        let client = self.client.clone();
        let mut watch = Watch::begin(self);
        loop {
            let outcome = watch.poll()?.send().await;
            match (watch.settle(outcome), &client.inner().transport) {
                (ControlFlow::Break(end), _) => return end,
                (ControlFlow::Continue(pause), Some(transport)) if !pause.is_zero() => {
                    transport.sleep(pause).await;
                }
                (ControlFlow::Continue(_), _) => {}
            }
        }
    }

    /// The same as [`wait`](Self::wait), while the calling thread waits.
    ///
    /// # Errors
    /// As there.
    pub fn wait_blocking(self) -> Result<Option<Response<I::Output>>, Error> {
        let client = self.client.clone();
        let mut watch = Watch::begin(self);
        loop {
            let outcome = watch.poll()?.send_blocking();
            match (watch.settle(outcome), &client.inner().blocking_transport) {
                (ControlFlow::Break(end), _) => return end,
                (ControlFlow::Continue(pause), Some(transport)) if !pause.is_zero() => {
                    transport.sleep(pause);
                }
                (ControlFlow::Continue(_), _) => {}
            }
        }
    }
}

impl<I> fmt::Debug for Waiter<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiter")
            .field("resource", &self.facts.resource)
            .field("waiter", &self.facts.waiter)
            .field("interval", &self.interval)
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}

/// Sets the member that a path leads to; a list on the way has one element.
fn put(members: &mut Map<String, Value>, path: &str, value: Value) {
    let (head, rest) = path.split_once('.').unwrap_or((path, ""));
    let (name, is_list) = match head.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (head, false),
    };
    let mut inner = members.remove(name).unwrap_or_default();
    if let Value::Array(elements) = &mut inner {
        inner = elements.pop().unwrap_or_default();
    }
    let inner = if rest.is_empty() {
        value
    } else {
        let mut object = match inner {
            Value::Object(object) => object,
            _ => Map::new(),
        };
        put(&mut object, rest, value);
        Value::Object(object)
    };
    let inner = if is_list {
        Value::from(vec![inner])
    } else {
        inner
    };
    members.insert(name.to_owned(), inner);
}
