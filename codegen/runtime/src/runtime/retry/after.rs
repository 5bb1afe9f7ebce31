use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

use crate::runtime::timestamp::UnixTime;

/// What the headers of an answer say about when to come back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RetryAfter {
    /// How long the server wants to be left alone.
    pub pause: Option<Duration>,
    /// Whether the provider's own header says that the request was throttled, whatever the status.
    pub is_throttled: bool,
}

impl RetryAfter {
    /// Reads `throttle_header`, a positive number of milliseconds, and else `Retry-After`: seconds, or a date.
    ///
    /// A date is compared with the server's own clock where the answer tells it, and with `now` otherwise.
    pub fn read(headers: &HeaderMap, throttle_header: Option<&str>, now: UnixTime) -> Self {
        let text_of = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
        let throttled = throttle_header
            .and_then(text_of)
            .and_then(|text| text.parse().ok())
            .filter(|millis| *millis > 0);
        if let Some(millis) = throttled {
            return Self {
                pause: Some(Duration::from_millis(millis)),
                is_throttled: true,
            };
        }
        let date = |text: &str| {
            let until = UnixTime::from_http_date(text)?;
            let now = text_of(DATE.as_str())
                .and_then(UnixTime::from_http_date)
                .unwrap_or(now);
            Some(until.since(now))
        };
        let pause = text_of(RETRY_AFTER.as_str()).and_then(|text| match text.parse() {
            Ok(seconds) => Some(Duration::from_secs(seconds)),
            Err(_) => date(text),
        });
        Self {
            pause,
            is_throttled: false,
        }
    }
}
