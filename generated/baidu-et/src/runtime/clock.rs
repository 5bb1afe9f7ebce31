//! The source of the current time.

use std::fmt;
use std::sync::Arc;

use super::timestamp::UnixTime;

/// Tells the time that requests are signed with.
///
/// Tests bring one that stands still.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> UnixTime;
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> UnixTime {
        (**self).now()
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
}
