use std::ops::ControlFlow;
use std::time::Duration;

use super::{Observation, Verdict, WaitFault, WaitFaultReason, Waiter, judge, observe};
use crate::runtime::error::Error;
use crate::runtime::json::{At, Mode, ToJson, Value};
use crate::runtime::paging::{Cursor, Page, step};
use crate::runtime::request::{Input, Request};
use crate::runtime::response::Response;

/// A wait in progress: what async and blocking waits have in common.
pub(super) struct Watch<I> {
    waiter: Waiter<I>,
    /// By the monotonic time of the clock.
    deadline: Duration,
    /// Where the list is looked at.
    cursor: Cursor,
    /// Polls in a row that found nothing.
    blind: u32,
    last_state: Option<String>,
}

/// What ends a wait: the answer that showed the state, or none of a thing that is gone.
type End<I> = Result<Option<Response<<I as Input>::Output>>, Error>;

impl<I: Input> Watch<I> {
    pub(super) fn begin(waiter: Waiter<I>) -> Self {
        let now = waiter.client.inner().clock.monotonic();
        Self {
            deadline: now.saturating_add(waiter.deadline),
            waiter,
            cursor: Cursor::first(),
            blind: 0,
            last_state: None,
        }
    }

    /// The next request, which ends with the wait at the latest.
    pub(super) fn poll(&self) -> Result<Request<I>, Error> {
        let client = &self.waiter.client;
        let mut parameters = self.waiter.parameters.clone();
        if let Some(paging) = self.waiter.facts.paging {
            self.cursor.position().put(paging, &mut parameters);
        }
        let input = I::from_json(&Value::Object(parameters), &At::root(Mode::Strict))
            .map_err(|error| Error::build(I::OPERATION.name, error.to_string()))?;
        let timeout = client.inner().timeout.unwrap_or(Duration::MAX);
        Ok(Request::new(client, input).with_timeout(self.remaining().min(timeout)))
    }

    /// What follows from an answer: the end of the wait, or a pause before the next request. A page that follows is
    /// asked for without one.
    pub(super) fn settle(
        &mut self,
        outcome: Result<Response<I::Output>, Error>,
    ) -> ControlFlow<End<I>, Duration> {
        let facts = self.waiter.facts;
        let (observation, response) = match outcome {
            Ok(response) => {
                // Written again, an answer has bare lists and the known spelling of each state.
                let answer = response.to_json();
                let observation = observe(facts, &answer, &self.waiter.id);
                let further = match observation {
                    Observation::Gone => self.further(&answer),
                    Observation::State(_) | Observation::Unclear => Further::Nothing,
                };
                match further {
                    Further::Page(cursor) if !self.remaining().is_zero() => {
                        self.cursor = cursor;
                        return ControlFlow::Continue(Duration::ZERO);
                    }
                    // It may stand on a page that was not seen.
                    Further::Page(_) | Further::Unknown => (Observation::Unclear, None),
                    Further::Nothing => (observation, Some(response)),
                }
            }
            Err(error) if self.says_gone(&error) => (Observation::Gone, None),
            // A long wait outlasts a fault that passes.
            Err(error) if error.is_retryable() => (Observation::Unclear, None),
            Err(error) => return ControlFlow::Break(Err(error)),
        };
        self.cursor = Cursor::first();
        self.blind = match observation {
            Observation::Gone => self.blind + 1,
            Observation::State(_) | Observation::Unclear => 0,
        };
        let verdict = judge(facts, &observation, self.blind);
        let reason = match (verdict, observation) {
            (Verdict::Reached, Observation::Gone) => return ControlFlow::Break(Ok(None)),
            (Verdict::Reached, _) => return ControlFlow::Break(Ok(response)),
            (Verdict::Never(reason), _) => reason,
            (Verdict::Wait, observation) => {
                if let Observation::State(state) = observation {
                    self.last_state = Some(state);
                }
                let remaining = self.remaining();
                if !remaining.is_zero() {
                    return ControlFlow::Continue(self.waiter.interval.min(remaining));
                }
                WaitFaultReason::Deadline(self.last_state.take())
            }
        };
        let fault = WaitFault::new(facts, reason);
        ControlFlow::Break(Err(Error::waiting(I::OPERATION.name, fault)))
    }

    /// What follows the page that `answer` is.
    fn further(&self, answer: &Value) -> Further {
        let Some(paging) = self.waiter.facts.paging else {
            return Further::Nothing;
        };
        let entries = answer.get(paging.items).and_then(Value::as_array);
        let page = Page {
            count: entries.map_or(0, Vec::len),
            ..Page::read(paging, answer)
        };
        match step(paging, &self.waiter.parameters, &self.cursor, &page) {
            Ok(Some(cursor)) => Further::Page(cursor),
            Ok(None) => Further::Nothing,
            Err(_) => Further::Unknown,
        }
    }

    /// Whether the service itself says that this thing is not there, and not something else, such as the region.
    fn says_gone(&self, error: &Error) -> bool {
        let (Some(service), true) = (error.service(), error.is_not_found()) else {
            return false;
        };
        // Without a code, anything on the way may have answered.
        let Some(code) = service.code() else {
            return false;
        };
        let id = self.waiter.facts.id;
        let id = id.split(['.', '[']).next().unwrap_or_default();
        !I::OPERATION.parameters.iter().any(|parameter| {
            parameter.name != id
                && (service.about() == Some(parameter.name) || code.contains(parameter.name))
        })
    }

    fn remaining(&self) -> Duration {
        self.deadline
            .saturating_sub(self.waiter.client.inner().clock.monotonic())
    }
}

/// What follows a page.
enum Further {
    /// Another one.
    Page(Cursor),
    /// Nothing: all pages were seen.
    Nothing,
    /// More, but the server does not say where, or repeats itself.
    Unknown,
}
