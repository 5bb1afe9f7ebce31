//! The attempts of one call: what async and blocking calls have in common.

use std::mem;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::call::Call;
use super::credentials::{Credentials, CredentialsError, Obtained, Source};
use super::entropy::random_u64;
use super::error::Error;
use super::json::{Map, Value};
use super::operation::Effect;
use super::response::Answer;
use super::retry::{Decision, Failure, Policy, Progress, decide};
use super::scrub::Scrubber;
use super::signed::SignedRequest;
use super::trace::{AttemptSpan, CallSpan};
use super::transport::{Limits, TransportError};

/// The attempts of one call. Whoever drives it sends what [`next`](Self::next) gives, hands the outcome to
/// [`settle`](Self::settle), and pauses or ends as that says.
pub(super) struct Attempts<'a> {
    call: Call<'a>,
    source: &'a Source,
    /// They stay the same over all attempts, and with them the idempotency token.
    parameters: Map<String, Value>,
    is_repeatable: bool,
    policy: Policy,
    /// By the monotonic time of the clock.
    deadline: Option<Duration>,
    made: u32,
    /// What the last request was signed with.
    credentials: Option<Arc<Credentials>>,
    /// Whether the provider has been asked for other credentials: a call makes it so once at most.
    has_asked: bool,
    /// What must not be printed of the last request.
    secrets: Scrubber,
    call_span: CallSpan,
    span: AttemptSpan,
}

impl<'a> Attempts<'a> {
    /// Begins a call with the parameters `input`.
    pub(super) fn begin(call: Call<'a>, source: &'a Source, input: Value) -> Result<Self, Error> {
        let parameters = call.parameters(input)?;
        let facts = Policy::of(&call.client.service.retry);
        let attempts = call.options.max_attempts.or(call.client.max_attempts);
        let timeout = call.options.timeout.or(call.client.timeout);
        let deadline = timeout.map(|timeout| call.client.clock.monotonic().saturating_add(timeout));
        Ok(Self {
            is_repeatable: is_repeatable(&call, &parameters),
            policy: Policy {
                attempts: attempts.unwrap_or(facts.attempts),
                ..facts
            },
            deadline,
            made: 0,
            credentials: None,
            has_asked: false,
            source,
            secrets: Scrubber::new(),
            call_span: CallSpan::new(&call),
            span: AttemptSpan::none(),
            call,
            parameters,
        })
    }

    /// The request of the next attempt, with a time, a nonce and a signature of its own.
    pub(super) fn next(
        &mut self,
        obtained: Result<Obtained, CredentialsError>,
    ) -> Result<(http::Request<Bytes>, Limits), Error> {
        let signed = self.sign(obtained).map_err(|error| {
            let error = error.after(self.made);
            self.call_span.ends(self.made, Some(&error));
            error
        })?;
        let (request, secrets) = signed.into_parts();
        self.secrets = secrets;
        self.span = self
            .call_span
            .attempt(&self.call, request.method(), self.made);
        self.made += 1;
        Ok((request, self.limits()))
    }

    fn sign(
        &mut self,
        obtained: Result<Obtained, CredentialsError>,
    ) -> Result<SignedRequest, Error> {
        let obtained = obtained.map_err(|error| self.call.no_credentials(&error))?;
        self.has_asked |= obtained.is_fresh;
        let credentials = self.credentials.insert(obtained.credentials);
        self.call.sign(&self.parameters, credentials)
    }

    /// The span of the attempt.
    pub(super) fn span(&self) -> &AttemptSpan {
        &self.span
    }

    /// What follows from an attempt: the end of the call, or a pause before the next.
    pub(super) fn settle(
        &mut self,
        outcome: Result<http::Response<Bytes>, TransportError>,
    ) -> ControlFlow<Result<Answer, Error>, Duration> {
        self.span.ends(&outcome);
        self.span = AttemptSpan::none();
        let budget = &self.call.client.retry_budget;
        let error = match self.call.receive(outcome, &self.secrets) {
            Ok(answer) => {
                budget.reward(self.made > 1);
                self.call_span.ends(self.made, None);
                return ControlFlow::Break(Ok(answer));
            }
            Err(error) => error.after(self.made),
        };
        match self.refreshed(&error).or_else(|| self.pause_after(&error)) {
            Some(pause) if budget.withdraw() => {
                self.call_span.retries(pause);
                ControlFlow::Continue(pause)
            }
            _ => {
                self.call_span.ends(self.made, Some(&error));
                ControlFlow::Break(Err(error))
            }
        }
    }

    /// No pause, where the service has refused the credentials and the provider may have others.
    ///
    /// A request that was refused so had no effect, whatever it was to do.
    fn refreshed(&mut self, error: &Error) -> Option<Duration> {
        let credentials = self.credentials.as_ref()?;
        if !error.is_unauthenticated() || !self.source.refuse(credentials) {
            return None;
        }
        let is_first = !mem::replace(&mut self.has_asked, true);
        let has_time = self.remaining().is_none_or(|left| !left.is_zero());
        (is_first && has_time && self.made < self.policy.attempts).then_some(Duration::ZERO)
    }

    /// How long to pause before another attempt, if there is to be one.
    fn pause_after(&self, error: &Error) -> Option<Duration> {
        let progress = Progress {
            attempts: self.made,
            is_repeatable: self.is_repeatable,
            remaining: self.remaining(),
        };
        // Without random bytes the next nonce fails too, and says so.
        let random = random_u64(&*self.call.client.entropy).unwrap_or(u64::MAX);
        match decide(&self.policy, &progress, &Failure::of(error), random) {
            Decision::Retry { after } => Some(after),
            Decision::Stop(_) => None,
        }
    }

    /// The limits of an attempt, within those of the call.
    pub(super) fn limits(&self) -> Limits {
        let limits = self.call.client.limits;
        Limits {
            timeout: self
                .remaining()
                .map_or(limits.timeout, |left| left.min(limits.timeout)),
            ..limits
        }
    }

    fn remaining(&self) -> Option<Duration> {
        let deadline = self.deadline?;
        Some(deadline.saturating_sub(self.call.client.clock.monotonic()))
    }
}

/// Whether the server recognises a repeated request, or does not mind it.
fn is_repeatable(call: &Call<'_>, parameters: &Map<String, Value>) -> bool {
    if let Some(raw) = &call.options.raw {
        return raw.is_repeatable;
    }
    call.operation.effect == Effect::Read
        || call
            .operation
            .idempotency_token
            .is_some_and(|name| has_token(call, parameters, name))
}

/// Whether the idempotency token has a value, after what the caller put in its place.
fn has_token(call: &Call<'_>, parameters: &Map<String, Value>, name: &str) -> bool {
    let options = call.options;
    let mut in_query = options.parameters.iter().filter(|(given, _)| given == name);
    if let Some((_, value)) = in_query.next_back() {
        return !value.is_empty();
    }
    let value = options
        .body_parameters
        .get(name)
        .or_else(|| parameters.get(name));
    value
        .and_then(Value::as_str)
        .is_some_and(|token| !token.is_empty())
}
