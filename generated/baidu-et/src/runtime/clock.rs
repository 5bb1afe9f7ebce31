//! The source of the current time.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::timestamp::UnixTime;

/// Tells the time that requests are signed with, and that deadlines are kept by.
///
/// Tests bring one that stands still.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> UnixTime;

    /// The time since a moment that stays the same, for measuring how long something takes. It never goes back.
    ///
    /// Unless a clock knows better, it is the time of day, in whole seconds.
    fn monotonic(&self) -> Duration {
        self.now().since(UnixTime(0))
    }
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> UnixTime {
        (**self).now()
    }

    fn monotonic(&self) -> Duration {
        (**self).monotonic()
    }
}

/// The clock of the operating system.
#[cfg(feature = "std-clock")]
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[cfg(feature = "std-clock")]
impl Clock for SystemClock {
    fn now(&self) -> UnixTime {
        use std::time::{SystemTime, UNIX_EPOCH};

        // A clock before 1970 is wrong by decades either way; the server will say so.
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        UnixTime(i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX))
    }

    fn monotonic(&self) -> Duration {
        use std::sync::OnceLock;
        use std::time::Instant;

        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }
}
