//! Failures of transports, whatever they are.

use std::sync::Arc;

use runtime::runtime::error::ErrorKind;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{TransportError, TransportErrorKind};

use crate::sample::rest::{ListInput, baidu};
use crate::support::{Recorder, frozen, ready};

#[test]
fn failures_keep_their_kind() {
    use TransportErrorKind::{BodyTooLarge, Connect, Interrupted, Other, Timeout, Tls};
    for (kind, expected, retryable) in [
        (Timeout, ErrorKind::Timeout, true),
        (Connect, ErrorKind::Transport, true),
        (Interrupted, ErrorKind::Transport, true),
        (Tls, ErrorKind::Transport, false),
        (BodyTooLarge, ErrorKind::Transport, false),
        (Other, ErrorKind::Transport, false),
    ] {
        let recorder = Recorder::failing(TransportError::new(kind, "it\nbroke"));
        let client = frozen(baidu())
            .region("bj")
            .transport(Arc::new(recorder))
            .build()
            .unwrap();
        let error = ready(Request::new(&client, ListInput::default()).send()).unwrap_err();
        assert_eq!(
            (error.kind(), error.is_retryable()),
            (expected, retryable),
            "{kind:?}"
        );
        let transport = error.transport_error().unwrap();
        assert_eq!(
            (transport.kind(), transport.may_have_been_sent()),
            (kind, true)
        );
        let text = error.to_string();
        assert!(
            text.ends_with(r": it\nbroke (the request may have been sent)"),
            "{text}"
        );
        assert_eq!(
            (error.status(), error.body(), error.code()),
            (None, None, None)
        );
    }
}

#[test]
fn a_request_that_was_not_sent_says_so() {
    let error = TransportError::new(TransportErrorKind::Connect, "refused")
        .not_sent()
        .with_source("inner");
    assert!(!error.may_have_been_sent());
    assert_eq!(error.to_string(), "refused (the request was not sent)");
    assert!(!format!("{error:?}").contains("inner"));
    let recorder = Recorder::failing(error);
    let client = frozen(baidu())
        .region("bj")
        .blocking_transport(Arc::new(recorder))
        .build()
        .unwrap();
    let error = Request::new(&client, ListInput::default())
        .send_blocking()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "List: transport error: refused (the request was not sent)"
    );
}
