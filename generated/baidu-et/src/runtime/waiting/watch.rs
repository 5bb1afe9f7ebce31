use std::ops::ControlFlow;
use std::time::Duration;

use super::{Observation, Verdict, WaitFault, WaitFaultReason, WaiterFacts, judge, observe};
use crate::runtime::client::Client;
use crate::runtime::error::Error;
use crate::runtime::json::{At, Map, Mode, ToJson, Value};
use crate::runtime::request::{Input, Request};
use crate::runtime::response::Response;

/// A wait in progress: what async and blocking waits have in common.
pub(super) struct Watch<I: Input> {
    client: Client,
    facts: &'static WaiterFacts,
    id: String,
    request: Request<I>,
    interval: Duration,
    /// By the monotonic time of the clock.
    deadline: Duration,
    /// Polls in a row that found nothing.
    blind: u32,
    last_state: Option<String>,
}

impl<I: Input> Watch<I> {
    pub(super) fn begin(
        client: Client,
        facts: &'static WaiterFacts,
        id: String,
        parameters: Map<String, Value>,
        interval: Duration,
        deadline: Duration,
    ) -> Result<Self, Error> {
        let at = At::root(Mode::Strict);
        let input = I::from_json(&Value::Object(parameters), &at)
            .map_err(|error| Error::build(I::OPERATION.name, error.to_string()))?;
        let now = client.inner().clock.monotonic();
        Ok(Self {
            request: Request::new(&client, input),
            client,
            facts,
            id,
            interval,
            deadline: now.saturating_add(deadline),
            blind: 0,
            last_state: None,
        })
    }

    /// The request of the next poll, which ends with the wait at the latest.
    pub(super) fn poll(&self) -> Request<I> {
        let timeout = self.client.inner().timeout.unwrap_or(Duration::MAX);
        self.request
            .clone()
            .with_timeout(self.remaining().min(timeout))
    }

    /// What follows from a poll: the end of the wait, or a pause before the next.
    #[allow(clippy::type_complexity, reason = "it is what `wait` returns")]
    pub(super) fn settle(
        &mut self,
        outcome: Result<Response<I::Output>, Error>,
    ) -> ControlFlow<Result<Option<Response<I::Output>>, Error>, Duration> {
        let (observation, response) = match outcome {
            Ok(response) => {
                // Written again, an answer has bare lists and the known spelling of each state.
                let answer = response.to_json();
                (observe(self.facts, &answer, &self.id), Some(response))
            }
            Err(error) if self.says_gone(&error) => (Observation::Gone, None),
            // A long wait outlasts a fault that passes.
            Err(error) if error.is_retryable() => (Observation::Unclear, None),
            Err(error) => return ControlFlow::Break(Err(error)),
        };
        self.blind = match observation {
            Observation::Gone => self.blind + 1,
            Observation::State(_) | Observation::Unclear => 0,
        };
        let verdict = judge(self.facts, &observation, self.blind);
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
                    return ControlFlow::Continue(self.interval.min(remaining));
                }
                WaitFaultReason::Deadline(self.last_state.take())
            }
        };
        let fault = WaitFault::new(self.facts, reason);
        ControlFlow::Break(Err(Error::waiting(I::OPERATION.name, fault)))
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
        let id = self.facts.id.split(['.', '[']).next().unwrap_or_default();
        !I::OPERATION.parameters.iter().any(|parameter| {
            parameter.name != id
                && (service.about() == Some(parameter.name) || code.contains(parameter.name))
        })
    }

    fn remaining(&self) -> Duration {
        self.deadline
            .saturating_sub(self.client.inner().clock.monotonic())
    }
}
