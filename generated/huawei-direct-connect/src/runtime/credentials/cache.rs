//! Credentials of a provider, kept until shortly before they expire.

use std::future::poll_fn;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

use super::{Credentials, CredentialsError, CredentialsProvider, Exchange, Issued};
use crate::runtime::timestamp::UnixTime;

/// How long before their end credentials are replaced at the latest, in seconds.
const MARGIN: i64 = 300;

/// Which part of their life credentials are used for without a replacement being asked for: all but a fifth.
const MARGIN_OF_LIFE: i64 = 5;

/// A provider, and what it gave last.
#[derive(Debug)]
pub(in crate::runtime) struct Cache {
    provider: Box<dyn CredentialsProvider>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    kept: Option<Kept>,
    is_refreshing: bool,
    /// Counts the attempts at refreshing that have ended, so that who waited for one knows that it did.
    ended: u64,
    /// How the last one failed, if it did.
    failure: Option<CredentialsError>,
    waiting: Vec<Waker>,
}

/// Credentials with the times that matter.
#[derive(Clone, Debug)]
struct Kept {
    credentials: Arc<Credentials>,
    /// From when on others are asked for; `None` is never.
    refresh: Option<UnixTime>,
    expires: Option<UnixTime>,
    /// Whether the service has refused them, whatever their times say.
    is_refused: bool,
}

/// Credentials for an attempt.
#[derive(Clone, Debug)]
pub(in crate::runtime) struct Obtained {
    pub(in crate::runtime) credentials: Arc<Credentials>,
    /// Whether the provider was asked for them just now, so that asking again would not help.
    pub(in crate::runtime) is_fresh: bool,
}

/// What a call does next.
enum Turn {
    Use(Arc<Credentials>),
    Refresh,
    /// Somebody else refreshes; this many refreshes had ended before.
    Wait(u64),
}

impl Cache {
    pub(super) fn new(provider: impl CredentialsProvider) -> Self {
        Self {
            provider: Box::new(provider),
            state: Mutex::default(),
        }
    }

    /// Valid credentials: the kept ones or, if they are about to expire, others. Of many calls at once, one asks the
    /// provider and the rest use what is kept while it is valid, or wait.
    pub(super) async fn get(&self, exchange: Exchange<'_>) -> Result<Obtained, CredentialsError> {
        let mut is_fresh = false;
        loop {
            let credentials = match self.turn(exchange.now()) {
                Turn::Use(credentials) => credentials,
                Turn::Refresh => {
                    is_fresh = true;
                    self.refresh(exchange).await?
                }
                Turn::Wait(ended) => {
                    is_fresh = true;
                    self.wait(ended).await?;
                    continue;
                }
            };
            return Ok(Obtained {
                credentials,
                is_fresh,
            });
        }
    }

    /// Takes note that the service has refused these credentials, so that nobody uses them again.
    ///
    /// Others that have taken their place meanwhile stay: of many calls that were refused at once, the first one makes
    /// the provider be asked.
    pub(super) fn refuse(&self, credentials: &Arc<Credentials>) {
        if let Some(kept) = &mut self.state().kept
            && Arc::ptr_eq(&kept.credentials, credentials)
        {
            kept.is_refused = true;
        }
    }

    /// What was given last, valid or not.
    pub(super) fn last(&self) -> Option<Arc<Credentials>> {
        let state = self.state();
        let kept = state.kept.as_ref()?;
        Some(Arc::clone(&kept.credentials))
    }

    fn turn(&self, now: UnixTime) -> Turn {
        let mut state = self.state();
        match &state.kept {
            Some(kept) if !kept.is_due(now) => Turn::Use(Arc::clone(&kept.credentials)),
            Some(kept) if state.is_refreshing && kept.is_valid(now) => {
                Turn::Use(Arc::clone(&kept.credentials))
            }
            _ if state.is_refreshing => Turn::Wait(state.ended),
            _ => {
                (state.is_refreshing, state.failure) = (true, None);
                Turn::Refresh
            }
        }
    }

    async fn refresh(&self, exchange: Exchange<'_>) -> Result<Arc<Credentials>, CredentialsError> {
        // Ends the refresh also if this future is dropped on the way.
        let _end = End(self);
        let outcome = self.provider.provide(exchange).await;
        let mut state = self.state();
        match outcome {
            Ok(issued) => {
                let kept = Kept::new(issued, exchange.now());
                let credentials = Arc::clone(&kept.credentials);
                (state.kept, state.failure) = (Some(kept), None);
                Ok(credentials)
            }
            Err(error) => match &state.kept {
                // There is time left to try again.
                Some(kept) if kept.is_valid(exchange.now()) => Ok(Arc::clone(&kept.credentials)),
                _ => {
                    state.failure = Some(error.clone());
                    Err(error)
                }
            },
        }
    }

    /// Waits until a refresh has ended, and fails if it did: asking again at once, call by call, would not help.
    async fn wait(&self, ended: u64) -> Result<(), CredentialsError> {
        poll_fn(|context| {
            let mut state = self.state();
            if state.ended == ended && state.is_refreshing {
                let waker = context.waker();
                if !state.waiting.iter().any(|other| other.will_wake(waker)) {
                    state.waiting.push(waker.clone());
                }
                return Poll::Pending;
            }
            Poll::Ready(state.failure.clone().map_or(Ok(()), Err))
        })
        .await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is whole whenever the lock is released.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn new(issued: Issued, now: UnixTime) -> Self {
        let expires = issued.expires();
        let refresh = expires.map(|end| {
            let life = end.0.saturating_sub(now.0).max(0);
            UnixTime(end.0.saturating_sub(MARGIN.min(life / MARGIN_OF_LIFE)))
        });
        Self {
            credentials: Arc::new(issued.into_credentials()),
            refresh,
            expires,
            is_refused: false,
        }
    }

    fn is_due(&self, now: UnixTime) -> bool {
        self.is_refused || self.refresh.is_some_and(|refresh| refresh.0 <= now.0)
    }

    fn is_valid(&self, now: UnixTime) -> bool {
        !self.is_refused && self.expires.is_none_or(|end| end.0 > now.0)
    }
}

/// Ends a refresh, however it went, and wakes those who wait for it.
struct End<'a>(&'a Cache);

impl Drop for End<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.is_refreshing = false;
        state.ended += 1;
        let waiting = mem::take(&mut state.waiting);
        drop(state);
        for waker in waiting {
            waker.wake();
        }
    }
}
